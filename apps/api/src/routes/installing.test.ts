import type { routes } from '@portico/contract/routes';
import type { Client } from '@portico/http/client';
import type { Driver } from '@portico/plan/action';
import { installPackage } from '@portico/twin/platform/install-package';
import { environments } from '@portico/twin/scenarios/contoso/ids';
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { patiently } from '../test-support/patiently.ts';
import { newRun, type Rehearsal, rehearse } from '../test-support/rehearse.ts';

let rehearsal: Rehearsal;
let api: Client<typeof routes>;
let run: string;

beforeEach(async () => {
  // An hour of the twin's takes a fifth of a second.
  rehearsal = await rehearse({ scenario: 'no-dual-write', speed: 20_000 });
  api = await rehearsal.as();
  run = await newRun(api, environments.production);
  await api.runChecks({ run, body: {} });
});
afterEach(() => rehearsal[Symbol.asyncDispose]());

const inOrder = [
  'DualWriteCoreAnchor',
  'msdyn_DualWriteAppCoreAnchor',
  'HCMCommonAnchor',
  'msdyn_Dynamics365HCMAnchor',
  'msdyn_Dynamics365FinanceExtendedAnchor',
  'msdyn_Dynamics365SupplyChainExtendedAnchor',
];

const operations = () => rehearsal.twin.world.state.platform.operations;
const asked = () => operations().map(({ package: uniqueName }) => uniqueName);
const alex = () => {
  const found = rehearsal.twin.world.state.directory.people.find(
    ({ userName }) => userName === 'alex@contoso.example',
  );
  if (!found) throw new Error('Alex is one of Contoso’s people.');
  return found;
};

async function install(driver: Driver): Promise<void> {
  await api.startAction({ run, action: 'install-packages', body: { driver, key: randomUUID() } });
}

const ended = () =>
  patiently(
    'it ends',
    async () => {
      const { events } = await api.getRun({ run });
      return events.map(({ event }) => event).find((event) => event.type === 'operation-finished');
    },
    60_000,
  );

const found = async (check: string) => {
  const { events } = await api.getRun({ run });
  return events
    .map(({ event }) => event)
    .findLast((event) => event.type === 'check-finished' && event.check === check);
};

test('what is missing is said before, asked for once each, in the order of what builds on what', async () => {
  const { changes } = await api.reviewAction({ run, action: 'install-packages' });
  expect(changes.map(({ says }) => says.values?.['name'])).toHaveLength(inOrder.length);
  expect(rehearsal.twin.world.state.writes).toEqual([]);
  await install('automatic');
  expect(await ended()).toMatchObject({ outcome: 'done' });
  expect(asked()).toEqual(inOrder);
  expect(await found('dual-write-solutions')).toMatchObject({ finding: { state: 'ok' } });
  // Its columns are new: what was there before can be seen now, and isn't filled in.
  await api.runChecks({ run, body: { step: 'order-readiness' } });
  expect(await found('unit-symbols')).toMatchObject({ finding: { state: 'warn' } });
  expect(await found('products-matched')).toMatchObject({ finding: { state: 'blocked' } });
}, 90_000);

test('what somebody else began is waited for, and not asked for again', async () => {
  installPackage(rehearsal.twin.world, alex(), environments.production, 'DualWriteCoreAnchor');
  await install('automatic');
  expect(await ended()).toMatchObject({ outcome: 'done' });
  expect(asked()).toEqual(inOrder);
}, 90_000);

test('an installation that fails late ends it, with Microsoft’s words; another attempt goes on from there', async () => {
  rehearsal.twin.world.state.faults.push({ kind: 'operation-fails', count: 1 });
  await install('automatic');
  expect(await ended()).toMatchObject({
    outcome: 'failed',
    problem: {
      code: 'action-failed',
      upstream: { message: expect.stringContaining('dependency') as string },
    },
  });
  expect(asked()).toEqual(inOrder.slice(0, 1));
  await install('automatic');
  await patiently('all are there', () => operations().length === inOrder.length + 1, 60_000);
  expect(asked()).toEqual([inOrder[0], ...inOrder]);
}, 90_000);

test('a lost answer is found again by its state, and never asked twice', async () => {
  rehearsal.twin.world.state.faults.push({
    kind: 'answer-lost',
    service: 'Power Platform applications',
    endpoint: 'installPackage',
    count: 1,
  });
  await install('automatic');
  expect(await ended()).toMatchObject({ outcome: 'done' });
  expect(asked()).toEqual(inOrder);
}, 90_000);

test('by hand: it is noticed, one after the other', async () => {
  await install('guided');
  for (const uniqueName of inOrder) {
    installPackage(rehearsal.twin.world, alex(), environments.production, uniqueName);
    await patiently('it is installed', () => {
      const { packages } = rehearsal.twin.world.state.platform;
      return packages[environments.production]?.some(
        (one) => one.uniqueName === uniqueName && one.state === 'Installed',
      );
    });
  }
  expect(await ended()).toMatchObject({ outcome: 'done' });
}, 90_000);
