// Looking again at what is live, with the product's own API over the twin.
import { health } from '@portico/contract/health';
import { environments, people, tenants } from '@portico/twin/scenarios/contoso/ids';
import type { Envelope, Person } from '@portico/plan/event';
import { expect, test } from 'vitest';
import { keepWell } from './keep-well.ts';

const alex: Person = { id: people.alex, tenant: tenants.contoso, name: 'Alex' };
const mona: Person = { id: people.mona, tenant: tenants.contoso, name: 'Mona' };
const start = Date.parse('2026-11-26T20:00:00Z');
const hour = 3_600_000;

/** A run that Alex took part in: decided how it goes live, and looked at once. */
function story(lookedAt: number, live = true): readonly Envelope[] {
  const event = (seq: number, each: Envelope['event'], at = lookedAt): Envelope => ({
    run: 'r1',
    seq,
    at: new Date(at).toISOString(),
    by: alex,
    event: each,
    hash: '',
  });
  const first = { type: 'answered', step: 'environment', answers: { environment: environments.production } };
  return [
    event(1, first as Envelope['event']),
    ...(live ? [event(2, { type: 'answered', step: 'go-live', answers: { convert: 'now' } })] : []),
    ...health.map((check, index) =>
      event(3 + index, {
        type: 'check-finished',
        check,
        finding: { state: 'ok', says: { id: 'x' } },
        evidence: [],
        took: 1,
      }),
    ),
  ];
}

function stage(events: readonly Envelope[]) {
  let now = start;
  const looks: string[] = [];
  const stopping = new AbortController();
  const well = keepWell({
    runs: {
      list: (tenant) =>
        Promise.resolve([
          { id: 'r1', tenant, title: 'Contoso', createdAt: new Date(start), createdBy: alex },
        ]),
      find: () => Promise.resolve(undefined),
      ensure: () => Promise.reject(new Error('Nothing is created here.')),
    },
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what is read, and no more
    journal: { read: () => Promise.resolve(events) } as never,
    wizard: {
      look: (run, by, { checks, seen }) => {
        looks.push(`${run} ${by.name} ${checks?.length} ${seen}`);
        return Promise.resolve(new Map());
      },
    },
    world: { now: () => new Date(now), sleep: () => Promise.resolve() },
    stopping: stopping.signal,
    failed: (error) => {
      throw error;
    },
  });
  return { well, looks, pass: (milliseconds: number) => void (now += milliseconds), stopping };
}

const whole = `r1 Alex ${health.length} true`;

test.each([
  ['four hours after the last look', 4 * hour, [whole]],
  ['a minute before that', 4 * hour - 60_000, []],
] as const)('%s, for somebody who is here and took part', async (_, ago, expected) => {
  const { well, looks } = stage(story(start - ago));
  well.sees(alex);
  await well.round();
  expect(looks).toEqual(expected);
});

test('nobody here, nothing looked at; who was here an hour ago isn’t any more', async () => {
  const { well, looks, pass } = stage(story(start - 5 * hour));
  await well.round();
  well.sees(alex);
  pass(hour);
  await well.round();
  expect(looks).toEqual([]);
});

test('who didn’t take part looks at nothing: they may not see that environment', async () => {
  const { well, looks } = stage(story(start - 5 * hour));
  well.sees(mona);
  await well.round();
  expect(looks).toEqual([]);
});

test('what isn’t live yet has its steps', async () => {
  const { well, looks } = stage(story(start - 5 * hour, false));
  well.sees(alex);
  await well.round();
  expect(looks).toEqual([]);
});

test('it ends when the service does', async () => {
  const { well, looks, stopping } = stage(story(start - 5 * hour));
  well.sees(alex);
  stopping.abort();
  await well.watch();
  await well.round();
  expect(looks).toEqual([]);
});
