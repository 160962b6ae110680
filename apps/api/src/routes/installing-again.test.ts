// What is installed, and too old for the maps.
import { environments } from '@portico/twin/scenarios/contoso/ids';
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { patiently } from '../test-support/patiently.ts';
import { newRun, rehearse } from '../test-support/rehearse.ts';

const older = ['msdyn_Dynamics365FinanceExtendedAnchor', 'msdyn_Dynamics365SupplyChainExtendedAnchor'];

/** A world in which all is installed, and two solutions are older than any map starts with. */
async function outdated(installedAgain: 'updated' | 'as-before') {
  await using old = await rehearse({ scenario: 'contoso-fresh', speed: 20_000 });
  const { world } = old.twin;
  world.state.switches.installedAgain = installedAgain;
  for (const { tables } of world.state.dataverse.organizations)
    for (const row of tables['solutions'] ?? [])
      if (/^Dynamics365(SupplyChain|Finance)Extended$/.test(String(row['uniquename'])))
        row['version'] = '1.9.3.0';
  const client = await old.as();
  const set = await newRun(client, environments.production);
  await client.runChecks({ run: set, body: {} });
  const { changes } = await client.reviewAction({ run: set, action: 'install-packages' });
  await client.startAction({
    run: set,
    action: 'install-packages',
    body: { driver: 'automatic', key: randomUUID() },
  });
  const events = async () => (await client.getRun({ run: set })).events.map(({ event }) => event);
  const end = await patiently(
    'it ends',
    async () => (await events()).find((event) => event.type === 'operation-finished'),
    60_000,
  );
  const versions = (await events()).findLast(
    (event) => event.type === 'check-finished' && event.check === 'dual-write-versions',
  );
  const packages = world.state.platform.operations.map((operation) => operation.package);
  return { changes, end, versions, packages };
}

test('what is too old for any map is brought to the catalogue’s version', async () => {
  const { changes, end, versions, packages } = await outdated('updated');
  expect(changes.map(({ says }) => [says.id, says.values?.['from']])).toEqual([
    ['install-packages.change.update', '1.9.3.0'],
    ['install-packages.change.update', '1.9.3.0'],
  ]);
  expect(end).toMatchObject({ outcome: 'done' });
  expect(packages).toEqual(older);
  expect(versions).toMatchObject({ finding: { state: 'ok' } });
}, 90_000);

test('where asking again changes nothing, it ends and says so', async () => {
  const { end, packages } = await outdated('as-before');
  expect(end).toMatchObject({
    outcome: 'failed',
    problem: {
      code: 'action-failed',
      values: { cause: 'install-packages.unchanged', version: '1.9.3.0' },
    },
  });
  expect(packages).toEqual(older.slice(0, 1));
}, 90_000);
