import { z } from 'zod';
import { listOf } from '../../wire.ts';
import { codeOf, fields } from './fields.ts';

const text = z.string().nullish();

/** One side of a link. `identifier` of the query is a bare host; anything else finds nothing. */
export const linkedEnvironment = fields({
  cid: z.string(),
  cname: text,
  targetType: text,
  displayName: text,
  /** The Power Platform environment on the other side. */
  powerAppsEnvironment: text,
  detail: fields({ isSolutionAware: z.boolean().nullish() }).nullish(),
});

const key = fields({
  name: text,
  fields: listOf(z.string()).nullish(),
  isIntegrationKey: z.boolean().nullish(),
});
const schema = fields({ name: text, displayName: text, keys: listOf(key).nullish() });
const company = fields({ name: text, id: text });

/** Both environments of a link, the companies it covers and the keys that rows are matched by. */
export const connectionSet = fields({
  name: z.string(),
  owner: text,
  environments: z.record(
    z.string(),
    fields({
      name: text,
      /** `AX`, `CRM`, or something with `CDS` in it. */
      targetType: text,
      powerAppsEnvironment: text,
      directUrl: text,
      schemas: listOf(schema).nullish(),
    }),
  ),
  dualWriteDetail: fields({
    legalEntityMappings: fields({
      mappings: listOf(fields({ left: company, right: company })).nullish(),
    }).nullish(),
  }).nullish(),
});

export const mapSolution = fields({
  uniquename: z.string(),
  friendlyname: text,
  version: text,
  ismanaged: z.boolean().nullish(),
});

export const solutionRequest = fields({
  requestId: z.string(),
  state: codeOf({ '1': 'waiting', '2': 'completed', '3': 'failed' }),
  result: fields({ message: text, status: text }).nullish(),
  rootActivityId: text,
});
