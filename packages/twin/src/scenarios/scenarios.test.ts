import { applicationPackages } from '@portico/microsoft/services/application-packages';
import { bap } from '@portico/microsoft/services/bap';
import { websites } from '@portico/microsoft/services/websites';
import { expect, test } from 'vitest';
import { connectTo } from '../test-support/connect-to.ts';
import { environment, wish } from '../test-support/given.ts';
import { startTwin } from '../twin.ts';
import { type ScenarioId, scenarios } from './index.ts';

const names = Object.keys(scenarios);

test.each(names)('%s is plain data under its own name, made anew each time', (name) => {
  const make = Object.entries(scenarios).find(([of]) => of === name)?.[1];
  const now = new Date('2026-11-23T12:00:00.000Z');
  const state = make?.(now);
  expect(state?.scenario).toBe(name);
  expect(JSON.parse(JSON.stringify(state))).toEqual(state);
  expect(make?.(now)).toEqual(state);
  expect(make?.(now)).not.toBe(state);
});

test('what is installed according to the catalogue is what Dataverse has', () => {
  for (const make of Object.values(scenarios)) {
    const { platform, dataverse } = make(new Date());
    for (const organization of dataverse.organizations) {
      const installed = (platform.packages[organization.environment] ?? [])
        .filter(({ state }) => state === 'Installed')
        .flatMap(({ solutions }) => Object.keys(solutions));
      const rows = organization.tables['solutions']?.map((row) => row['uniquename']);
      expect(rows).toEqual(expect.arrayContaining(installed));
    }
  }
});

test.each<[ScenarioId, string]>([
  ['contoso-fresh', 'created'],
  ['half-consent', 'created'],
  ['half-done', 'created'],
  ['no-dual-write', '400'],
  ['site-exists', '400'],
  ['customised-site', '400'],
  ['enhanced-site', '400'],
  ['wrong-roles', '403'],
  ['creation-blocked', '403'],
  ['gdap-partner', 'created'],
  ['unlinked', 'created'],
  ['never-applied', 'created'],
  ['party-and-gab', 'created'],
  ['quote-to-cash', 'created'],
  ['sixty-companies', 'created'],
  ['big-tables', 'created'],
  ['circular-lookups', 'created'],
])('%s: the consultant’s site is answered with %s', async (scenario, expected) => {
  await using twin = await startTwin({ speed: 0, scenario });
  const client = await connectTo(twin, websites);
  const outcome = await client.createWebsite({ environment, body: wish }).then(
    () => 'created',
    (error: Error) => error.message.slice(0, 3),
  );
  expect(outcome).toBe(expected);
  // Reading works for everybody in every scenario.
  expect((await (await connectTo(twin, bap)).listEnvironments({})).value.length).toBeGreaterThan(2);
  const packages = await connectTo(twin, applicationPackages);
  expect((await packages.listPackages({ environment })).value.length).toBeGreaterThan(5);
});

test('no-consent: no token for anybody, until an administrator of the tenant consents', async () => {
  await using twin = await startTwin({ speed: 0, scenario: 'no-consent' });
  await expect(connectTo(twin, websites)).rejects.toThrow('AADSTS65001');
});
