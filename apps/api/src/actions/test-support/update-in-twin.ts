/** Test support: a site that stands, and beside it one that a newer template made; time and durability are left out. */
import { keyOfChoice, type UpdateChoice } from '@portico/contract/update';
import { createConnections } from '@portico/microsoft/connect';
import type { RunState } from '@portico/plan/reduce';
import { environments, organizations } from '@portico/twin/scenarios/contoso/ids';
import { addReference, organizationOf } from '@portico/twin/test-support/reference-site';
import { startTwin, type Twin } from '@portico/twin/twin';
import type { Row } from '@portico/twin/world/dataverse';
import type { SiteArchive } from '../../site-config/archive.ts';
import { createMerge } from '../../site-config/merge-kept.ts';
import { memoryArchive } from '../../site-config/test-support/memory-archive.ts';
import type { Targets } from '../../targets/targets.ts';
import { targetsIn } from './acting.ts';

const decided = { name: 'Contoso orders', subdomain: 'contoso-orders', language: 1033 };

/** A run that takes a new template over. */
export interface Updating {
  readonly twin: Twin;
  /** What the run reaches; later decisions are seen by those that are asked for later. */
  targets(): Targets;
  /** Decides, as a person does. */
  choose(...choices: UpdateChoice[]): void;
  /** As some minutes later: what was kept of metadata is asked for anew. */
  reconnect(): void;
  /** Rows of the live site's environment. */
  rows(set: string): Row[];
  /** Changes a row as somebody would in Dataverse. */
  edit(set: string, find: (row: Row) => boolean, values: Row): Row;
}

/** @param beforeWriting called before each change set is put together, with its number */
export async function updatingInTwin(
  stack: AsyncDisposableStack,
  beforeWriting: (set: number) => void = () => undefined,
): Promise<Updating> {
  const twin = stack.use(await startTwin({ speed: 0, scenario: 'site-exists' }));
  const kept = memoryArchive();
  let [sets, seq] = [0, 0];
  const archive: SiteArchive = {
    ...kept,
    async seal() {
      const mark = await kept.seal();
      return (secret) => {
        if (secret.startsWith('batch ')) beforeWriting((sets += 1));
        return mark(secret);
      };
    },
  };
  // One of each for all, as in the product.
  const connect = () => stack.use(createConnections({ version: 'test' }));
  let connections = connect();
  const merge = createMerge();
  const choices: Record<string, RunState['choices'][string]> = {};
  const { websiteRecordId: website } = addReference(twin.world, 2);
  const organization = organizationOf(twin.world, organizations.production);
  const rows = (set: string) => (organization.tables[set] ??= []);
  return {
    twin,
    targets: () =>
      targetsIn(stack, {
        twin,
        archive,
        connections,
        merge,
        choices: { ...choices },
        answers: {
          'portal-site': decided,
          update: { template: { environment: environments.sandbox, website } },
        },
      }),
    choose(...made) {
      for (const choice of made) {
        seq += 1;
        choices[keyOfChoice(choice)] = { step: 'update', choice, seq, at: '', by: null };
      }
    },
    reconnect: () => void (connections = connect()),
    rows,
    edit(set, find, values) {
      const row = rows(set).find(find);
      if (!row) throw new Error(`The site has such a row of ${set}.`);
      organization.version += 1;
      const modifiedon = new Date(twin.world.clock.now().getTime() + 60_000).toISOString();
      return Object.assign(row, values, { versionnumber: organization.version, modifiedon });
    },
  };
}
