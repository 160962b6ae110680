import { days } from '@portico/twin/platform/durations';
import { websites } from '@portico/microsoft/services/websites';
import { connectTo } from '@portico/twin/test-support/connect-to';
import { environment, wish } from '@portico/twin/test-support/given';
import { startTwin } from '@portico/twin/twin';
import { describe, expect, test } from 'vitest';
import { trialClock } from './site-clock.ts';

const created = Date.parse('2026-11-23T12:00:03Z');
const after = (count: number) => new Date(created + count * days);
const iso = (count: number) => after(count).toISOString();

/** As Power Pages reads on a day of its life. */
const read = (age: number, trial: number) => ({
  createdOn: '2026-11-23T12:00:03',
  type: 'Trial',
  status: age < trial ? 'OperationComplete' : 'StateSuspended',
  trialExpiringInDays: Math.max(0, Math.floor(trial - age)),
  suspendedWebsiteDeletingInDays: Math.max(0, Math.floor(trial + 7 - age)),
});

describe.each([
  ['Trial', 30, [0, 1, 29, 29.9, 30, 31, 36.9, 37]],
  ['Production', 90, [0, 1, 89, 89.9, 90, 91, 96.9, 97]],
  ['Sandbox', 90, [0, 89, 90, 97]],
] as const)('in a %s environment a trial lives %d days', (sku, trial, ages) => {
  test.each(ages)('on day %d the dates are the same, and what is left is right', (age) => {
    const clock = trialClock(read(age, trial), sku, after(age));
    const suspended = age >= trial;
    expect(clock).toEqual({
      suspendedOn: iso(trial),
      deletedOn: iso(trial + 7),
      suspended,
      left: Math.max(0, Math.floor((suspended ? trial + 7 : trial) - age)),
    });
  });
});

test.each([
  // Pages of before 2025 say thirty days everywhere.
  ['thirty days in a production environment', 10, 20, 30],
  ['a trial that Microsoft prolonged', 85, 35, 120],
])('%s: the dates follow Microsoft’s own count', (_, age, counted, ends) => {
  const site = { ...read(age, 90), trialExpiringInDays: counted, status: 'OperationComplete' };
  expect(trialClock(site, 'Production', after(age))).toEqual({
    suspendedOn: iso(ends),
    deletedOn: iso(ends + 7),
    suspended: false,
    left: counted,
    counted,
  });
});

test('what is missing is not made up', () => {
  const bare = { createdOn: null, type: 'Trial', status: 'OperationComplete' };
  const none = { trialExpiringInDays: null, suspendedWebsiteDeletingInDays: null };
  expect(trialClock({ ...bare, ...none }, 'Production', after(0))).toBeUndefined();
  expect(trialClock({ ...bare, ...none, createdOn: 'soon' }, 'Production', after(0))).toBeUndefined();
  expect(trialClock({ ...bare, ...none, trialExpiringInDays: 5 }, undefined, after(0))?.suspendedOn).toBe(
    iso(5),
  );
  expect(
    trialClock({ ...bare, ...none, createdOn: '2026-11-23T13:00:03+01:00' }, 'Sandbox', after(0)),
  ).toMatchObject({ suspendedOn: iso(90) });
});

test.each([
  ['Trial', [0.1, 29, 30.1, 36]],
  ['Production', [0.1, 89, 90.1, 96]],
] as const)(
  'a %s environment of the twin, its clock jumped: the same dates throughout',
  async (sku, ages) => {
    await using twin = await startTwin({ speed: 0, now: new Date(created) });
    const found = twin.world.state.platform.environments.find(({ id }) => id === environment);
    if (found) found.sku = sku;
    const client = await connectTo(twin, websites);
    await client.createWebsite({ environment, body: wish });
    const trial = sku === 'Trial' ? 30 : 90;
    let now = 0;
    for (const age of ages) {
      twin.world.clock.jump((age - now) * days);
      now = age;
      const [site] = (await client.listWebsites({ environment })).value;
      expect(site && trialClock(site, sku, twin.world.clock.now())).toMatchObject({
        suspendedOn: new Date(created + trial * days).toISOString(),
        deletedOn: new Date(created + (trial + 7) * days).toISOString(),
        suspended: age >= trial,
      });
    }
    twin.world.clock.jump(2 * days);
    expect((await client.listWebsites({ environment })).value).toEqual([]);
  },
);
