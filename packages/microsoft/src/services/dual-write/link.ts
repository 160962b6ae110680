import { z } from 'zod';
import { anyCase, codeOf, listOf } from '../../wire.ts';

const text = z.string().nullish();

/** One side of a link. `identifier` of the query is a bare host; anything else finds nothing. */
export const linkedEnvironment = anyCase({
  cid: z.string(),
  cname: text,
  targetType: text,
  displayName: text,
  /** The Power Platform environment on the other side. */
  powerAppsEnvironment: text,
  detail: anyCase({ isSolutionAware: z.boolean().nullish() }).nullish(),
});

const key = anyCase({
  name: text,
  fields: listOf(z.string()).nullish(),
  isIntegrationKey: z.boolean().nullish(),
});
const schema = anyCase({ name: text, displayName: text, keys: listOf(key).nullish() });
const company = anyCase({ name: text, id: text });

/** Both environments of a link, the companies it covers and the keys that rows are matched by. */
export const connectionSet = anyCase({
  name: z.string(),
  owner: text,
  environments: z.record(
    z.string(),
    anyCase({
      name: text,
      /** `AX`, `CRM`, or something with `CDS` in it. */
      targetType: text,
      powerAppsEnvironment: text,
      directUrl: text,
      schemas: listOf(schema).nullish(),
    }),
  ),
  dualWriteDetail: anyCase({
    legalEntityMappings: anyCase({
      mappings: listOf(anyCase({ left: company, right: company })).nullish(),
    }).nullish(),
  }).nullish(),
});

export const mapSolution = anyCase({
  uniquename: z.string(),
  friendlyname: text,
  version: text,
  ismanaged: z.boolean().nullish(),
});

export const solutionRequest = anyCase({
  requestId: z.string(),
  state: codeOf({ '1': 'waiting', '2': 'completed', '3': 'failed' }),
  result: anyCase({ message: text, status: text }).nullish(),
  rootActivityId: text,
});
