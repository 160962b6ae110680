import { dataverse } from '@portico/microsoft/services/dataverse';
import type { Session } from '@portico/microsoft/session';
import type { shortPipeline } from '@portico/microsoft/test-support/short-pipeline';
import type { VirtualWorld } from '@portico/microsoft/test-support/virtual-world';
import { twinCloud } from '@portico/microsoft/twin-cloud';
import { domains } from '@portico/twin/scenarios/contoso/ids';
import { allRows } from '../../targets/rows.ts';
import type { Reach, Targets } from '../../targets/targets.ts';
import type { Life } from './life.ts';
import type { Tokens } from './tokens.ts';

/** What of its surroundings an action may ask for: on whose behalf, and how patiently. */
export type SmallReach = Pick<Reach, 'person' | 'patience' | 'evidence' | 'memo'>;

interface Means {
  readonly life: Life;
  readonly time: VirtualWorld;
  readonly tokens: Tokens;
}

export const cloud = twinCloud(80, 1);
/** Dataverse of the environment that is set up. */
export const dataverseAddress = `http://${domains.production}.crm4.twin.localhost`;

/** A person's session in one process: it may die before it has a token. */
export const sessionOf = ({ life, time, tokens }: Means, reach: SmallReach): Session => ({
  cloud,
  tenant: reach.person.tenant,
  token: async (audience, _claims, refused) => {
    await life.point('before a token');
    return tokens.issue(reach.person.id, audience, refused);
  },
  evidence: reach.evidence,
  patience: reach.patience,
  world: time,
  ...(reach.memo ? { memo: reach.memo } : {}),
});

/** Rows of Dataverse, page by page. */
export const rowsOf =
  (pipeline: ReturnType<typeof shortPipeline>, session: Session): Targets['rows'] =>
  (query) =>
    allRows(pipeline.connect(dataverse, session, dataverseAddress), query);
