import type { Envelope, RunEvent } from '@portico/plan/event';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { onBothStores, onPostgres } from '../test-support/both-stores.ts';
import { startChild } from '../store/child.ts';
import { openStore, type Store } from '../store/open-store.ts';
import { createRuns } from '../store/runs.ts';
import { canonical } from './canonical.ts';
import type { AppendOrder } from './journal.child.ts';
import { createJournal, type Journal } from './journal.ts';

const at = new Date('2026-05-04T03:02:01.500Z');
const world = { now: () => at };
const ada = { id: 'p1', tenant: 't1', name: 'Ada' };
const started = (check: string): RunEvent => ({ type: 'check-started', check });
const numbers = (envelopes: readonly Envelope[]) => envelopes.map(({ seq }) => seq);
const upTo = (n: number) => Array.from({ length: n }, (_, index) => index + 1);

async function opened(store: Store): Promise<{ journal: Journal; run: string }> {
  const run = await createRuns(store, world).ensure({ title: 'Contoso', key: crypto.randomUUID(), by: ada });
  return { journal: createJournal(store, world), run: run.id };
}

/** Follows until `count` events came; what it hands back is every number in the order it came. */
async function followed(journal: Journal, run: string, after: number, count: number): Promise<number[]> {
  const stop = new AbortController();
  const came: number[] = [];
  for await (const envelopes of journal.follow(run, after, stop.signal)) {
    came.push(...numbers(envelopes));
    if (came.length >= count) stop.abort();
  }
  return came;
}

onBothStores('the journal', ({ kind, fresh }) => {
  test('numbers events from one, in order, and reads them as they were written', async () => {
    await using store = await openStore(await fresh());
    const { journal, run } = await opened(store);
    const first = await journal.append(run, ada, [started('a'), started('b')]);
    const second = await journal.append(run, null, [started('c')]);
    expect(numbers([...first, ...second])).toEqual([1, 2, 3]);
    expect(await journal.read(run, 0)).toEqual([...first, ...second]);
    expect(await journal.read(run, 2)).toEqual(second);
    expect(first[0]).toMatchObject({ run, at: at.toISOString(), by: ada, event: started('a') });
    expect(await journal.verify(run)).toBeUndefined();
  });

  test('events may be decided where nobody else adds, with what is written beside them', async () => {
    await using store = await openStore(await fresh());
    const { journal, run } = await opened(store);
    // Each counts what is there and says its own number: no two see the same.
    const decided = await Promise.all(
      upTo(8).map(() =>
        journal.append(run, ada, async (tx) => {
          const { length } = await tx.selectFrom('events').select('seq').where('run', '=', run).execute();
          await tx
            .updateTable('runs')
            .set({ title: `after ${length}` })
            .where('id', '=', run)
            .execute();
          return [started(`check ${length}`)];
        }),
      ),
    );
    const told = decided.flat().map(({ event }) => (event.type === 'check-started' ? event.check : ''));
    expect(told.toSorted()).toEqual(upTo(8).map((n) => `check ${n - 1}`));
    // Nothing decided is nothing written, and a key that is taken asks nobody.
    expect(await journal.append(run, ada, async () => [])).toEqual([]);
    const once = await journal.append(run, ada, [started('once')], 'key');
    const never = () => Promise.reject(new Error('It was decided before.'));
    expect(await journal.append(run, ada, never, 'key')).toEqual(once);
    expect((await journal.read(run, 0)).map(({ seq }) => seq)).toEqual(upTo(9));
    expect(await journal.verify(run)).toBeUndefined();
  });

  test('appends nothing twice under one key, however often and at once it is asked', async () => {
    await using store = await openStore(await fresh());
    const { journal, run } = await opened(store);
    const both = [started('a'), started('b')];
    const answers = await Promise.all(upTo(8).map(() => journal.append(run, ada, both, 'op:started')));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    await journal.append(run, ada, [started('c')], 'op:start');
    expect(numbers(await journal.read(run, 0))).toEqual([1, 2, 3]);
    expect(await journal.append(run, ada, [started('x')], 'op:started')).toEqual(answers[0]);
  });

  test('refuses an unknown run and a person of another tenant', async () => {
    await using store = await openStore(await fresh());
    const { journal, run } = await opened(store);
    await expect(journal.append('nothing', ada, [started('a')])).rejects.toMatchObject({ code: 'not-found' });
    const stranger = { ...ada, tenant: 't2' };
    await expect(journal.append(run, stranger, [started('a')])).rejects.toMatchObject({ code: 'not-found' });
    expect(await journal.read(run, 0)).toEqual([]);
  });

  test('reads all runs of one tenant at once, each in its order, and nobody else’s', async () => {
    await using store = await openStore(await fresh());
    const { journal, run } = await opened(store);
    const { run: other } = await opened(store);
    await journal.append(other, ada, [started('x')]);
    await journal.append(run, ada, ['a', 'b', 'c'].map(started));
    await journal.append(other, ada, [started('y')]);
    const all = await journal.readAll(ada.tenant);
    expect([...all.keys()].toSorted()).toEqual([run, other].toSorted());
    for (const each of [run, other]) expect(all.get(each)).toEqual(await journal.read(each, 0));
    expect(await journal.readAll('t2')).toEqual(new Map());
  });

  test('keeps whatever upstream said, and its chain holds over it', async () => {
    await using store = await openStore(await fresh());
    await fc.assert(
      fc.asyncProperty(fc.array(fc.jsonValue({ noUnicodeString: false }), { maxLength: 4 }), async (said) => {
        const { journal, run } = await opened(store);
        const events = said.map((answers): RunEvent => ({ type: 'answered', step: 's', answers }));
        const written = await journal.append(run, ada, events);
        expect(written.map(({ event }) => canonical(event))).toEqual(events.map(canonical));
        expect(await journal.read(run, 0)).toEqual(written);
        expect(await journal.verify(run)).toBeUndefined();
      }),
      { numRuns: 60 },
    );
  });

  test('keeps text that the database itself refuses', async () => {
    await using store = await openStore(await fresh());
    const { journal, run } = await opened(store);
    await journal.append(run, ada, [
      { type: 'answered', step: 's', answers: { '\u0000': 'a\u0000b\uD800' } },
    ]);
    const [envelope] = await journal.read(run, 0);
    expect(envelope?.event).toMatchObject({ answers: { '\uFFFD': 'a\uFFFDb\uFFFD' } });
    expect(await journal.verify(run)).toBeUndefined();
  });

  test('finds the first event that was changed, removed, moved or cut off', async () => {
    await using store = await openStore(await fresh());
    const tampering: [statement: string, broken: number][] = [
      [`update events set event = '{"type":"check-started","check":"z"}' where run = $1 and seq = 3`, 3],
      [`update events set at = at + interval '1 millisecond' where run = $1 and seq = 4`, 4],
      [`update events set by = null where run = $1 and seq = 2`, 2],
      [`delete from events where run = $1 and seq = 2`, 2],
      [`delete from events where run = $1 and seq >= 5`, 5],
      [`update events set hash = prev where run = $1 and seq = 6`, 6],
      [`update events set seq = 60 where run = $1 and seq = 6`, 6],
    ];
    for (const [statement, broken] of tampering) {
      const { journal, run } = await opened(store);
      await journal.append(run, ada, ['a', 'b', 'c', 'd', 'e', 'f'].map(started));
      await store.pool.query(statement, [run]);
      expect([statement, await journal.verify(run)]).toEqual([statement, broken]);
    }
  });

  test('a typical event costs at most 400 bytes', async () => {
    await using store = await openStore(await fresh());
    const { journal, run } = await opened(store);
    const operation = crypto.randomUUID();
    await journal.append(
      run,
      null,
      [
        {
          type: 'operation-said',
          operation,
          says: { id: 'provision-site.requested', values: { name: 'Shop' } },
        },
      ],
      `${operation}:said:requested`,
    );
    const { rows } = await store.pool.query('select pg_column_size(events.*) as bytes from events');
    process.stdout.write(`a typical event on ${kind}: ${rows[0].bytes} bytes\n`);
    expect(rows[0].bytes).toBeLessThanOrEqual(400);
  });

  test('a follower sees what is there, then each new event once', async () => {
    await using store = await openStore(await fresh());
    const { journal, run } = await opened(store);
    await journal.append(run, ada, [started('a'), started('b')]);
    const following = [0, 1, 2].map((after) => followed(journal, run, after, 12 - after));
    await Promise.all(upTo(10).map((n) => journal.append(run, ada, [started(`${n}`)])));
    expect(await Promise.all(following)).toEqual([0, 1, 2].map((after) => upTo(12).slice(after)));
  });

  test('a follower that is told to stop ends, even while it waits', async () => {
    await using store = await openStore(await fresh());
    const { journal, run } = await opened(store);
    const stop = new AbortController();
    const stream = journal.follow(run, 0, stop.signal)[Symbol.asyncIterator]();
    const next = stream.next();
    stop.abort();
    expect(await next).toEqual({ done: true, value: undefined });
  });
});

onPostgres('the journal of several processes', ({ fresh }) => {
  test('numbers stay gapless under two processes, and no follower misses one', async () => {
    const config = await fresh();
    await using store = await openStore(config);
    const { journal, run } = await opened(store);
    const times = 60;
    const following = [followed(journal, run, 0, 3 * times), followed(journal, run, 0, 3 * times)];
    await using one = startChild('journal/journal.child.ts');
    await using two = startChild('journal/journal.child.ts');
    await Promise.all([one.next(), two.next()]);
    for (const [child, name] of [
      [one, 'one'],
      [two, 'two'],
    ] as const) {
      child.tell({ config, run, name, times } satisfies AppendOrder);
    }
    await Promise.all(upTo(times).map((n) => journal.append(run, ada, [started(`here-${n}`)])));
    expect(await Promise.all([one.next(), two.next()])).toEqual(['done', 'done']);
    expect(numbers(await journal.read(run, 0))).toEqual(upTo(3 * times));
    expect(await Promise.all(following)).toEqual([upTo(3 * times), upTo(3 * times)]);
    expect(await journal.verify(run)).toBeUndefined();
  });

  test('a follower catches up after the signals broke', async () => {
    const config = await fresh();
    await using store = await openStore(config);
    const { journal, run } = await opened(store);
    const following = followed(journal, run, 0, 2);
    await journal.append(run, ada, [started('a')]);
    await store.pool.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'portico-signals' and datname = current_database()`,
    );
    await using elsewhere = await openStore(config);
    await createJournal(elsewhere, world).append(run, ada, [started('b')]);
    expect(await following).toEqual([1, 2]);
  });
});

describe('canonical JSON', () => {
  test('is the same for the same value, however its members are ordered', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const turned = (part: unknown): unknown =>
          Array.isArray(part)
            ? part.map(turned)
            : typeof part === 'object' && part !== null
              ? Object.fromEntries(
                  Object.entries(part)
                    .toReversed()
                    .map(([key, member]) => [key, turned(member)]),
                )
              : part;
        expect(canonical(turned(value))).toBe(canonical(value));
        expect(canonical(JSON.parse(canonical(value)))).toBe(canonical(value));
      }),
    );
  });
});
