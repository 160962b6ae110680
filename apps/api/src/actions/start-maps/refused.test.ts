// Starting maps in the twin, without durability: what it says when Microsoft refuses one.
import { Problem } from '@portico/contract/problems';
import type { Verbs } from '@portico/plan/action';
import { mapNames, openGateway } from '@portico/twin/test-support/open-gateway';
import { expect, test } from 'vitest';
import { bindGateway } from '../../targets/bind-gateway.ts';
import type { Targets } from '../../targets/targets.ts';
import startMaps from '../start-maps.ts';

/** Starts the maps while the first one's copy fails, and tells with which problem it ended. */
async function problemOf(
  spoil: (gateway: Awaited<ReturnType<typeof openGateway>>) => void,
): Promise<unknown> {
  await using twin = await openGateway();
  const { client, find, jump } = twin;
  const [state] = twin.twin.world.state.dualWrite.links;
  const [link] = await client.listLinkedEnvironments({ identifier: state?.financeHost ?? '' });
  const gateway = bindGateway({ client, fresh: () => client, link, pause: () => Promise.resolve() });
  spoil(twin);
  const contacts = (await find(mapNames.contacts)).detail.tid;
  const targets = {
    cloud: { pace: 1 },
    now: () => twin.twin.world.clock.now(),
    findGateway: () => Promise.resolve(gateway),
    // Nothing can be counted beforehand, which holds up nothing.
    rows: () => Promise.reject(new Problem('upstream-forbidden')),
    answers: {
      'table-maps': { master: 'finance-operations', initialSync: true, choices: { contacts } },
    },
  };
  const verbs: Verbs = {
    once: (_, act) => act({ unanswered: 0, write: (send) => send() }),
    say: () => Promise.resolve(),
    until: async (key, _, poll) => {
      for (let look = 0; look < 100; look += 1) {
        const found = await poll();
        if (found !== undefined) return found;
        jump(60_000);
      }
      throw new Error(`${key} never ended.`);
    },
  };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what starting maps reaches, and no more
  const run = startMaps.drivers.automatic?.run(targets as unknown as Targets, verbs);
  // Awaited here: the twin ends with this function.
  return await run?.then(
    () => 'done',
    (error: unknown) => (error instanceof Problem ? error.record : error),
  );
}

test('a refusal whose cause is known names it, with what it names', async () => {
  const problem = await problemOf(({ twin }) => {
    for (const { tables } of twin.world.state.dataverse.organizations)
      for (const row of tables['solutions'] ?? [])
        if (row['uniquename'] === 'Dynamics365Company') row['version'] = '2.0.1.4';
  });
  expect(problem).toMatchObject({
    code: 'action-failed',
    values: {
      cause: 'playbook.solution-version',
      solution: 'Dynamics365Company',
      version: '2.0.1.4',
      required: '2.0.133',
    },
    upstream: { message: expect.stringContaining('has version mismatch') as string },
  });
});

test('a copy that fails says that the framework is down', async () => {
  const problem = await problemOf(({ twin }) => {
    twin.world.state.faults.push({ kind: 'operation-fails', service: 'Dual-write', count: 1 });
  });
  expect(problem).toMatchObject({
    code: 'action-failed',
    values: { cause: 'playbook.import-framework-down', map: expect.any(String) as string },
  });
});
