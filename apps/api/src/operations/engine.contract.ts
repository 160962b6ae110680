/** What the durable engine promises, whichever it is: the real one on each store, and the one that simulations have. */
import type { Wait } from '@portico/plan/action';
import { Problem } from '@portico/contract/problems';
import type { Attempt } from '@portico/plan/action';
import type { Envelope } from '@portico/plan/event';
import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { Operations } from './operations.ts';
import { type Act, ada, type Stage } from './stage.ts';

/** An engine with an action given as a function, and a clock that stands still. */
export interface EngineStage
  extends Pick<Stage, 'start' | 'event' | 'events' | 'restart' | 'reported'>,
    AsyncDisposable {
  readonly world: { now(): Date };
  readonly operations: Pick<Operations, 'nudge' | 'cancel' | 'wakeWaiting' | 'takeOver'>;
  /** Moves the clock. */
  advance(milliseconds: number): Promise<void>;
  /** Lets time pass until there is an answer. */
  passing<T>(wait: () => Promise<T>): Promise<T>;
  /** Waits until so many executions have had the operation in their hands. */
  taken(times: number): Promise<void>;
  read(): Promise<readonly Pick<Envelope, 'by' | 'event'>[]>;
}

const slow = { says: { id: 'not-yet' }, for: 'upstream', every: 60, usually: 600 } as const;

/** A step whose act is nothing but its change. */
const writes =
  <T>(send: () => Promise<T>) =>
  ({ write }: Attempt) =>
    write(send);

/** A promise with its end outside: the tests decide when upstream answers. */
const gate = <T = void>() => Promise.withResolvers<T>();

/** Does something until the count is reached: what it does has no effect before the wait is on disk. */
async function lookedAgain(count: () => number, wanted: number, stir: () => Promise<void>): Promise<void> {
  while (count() < wanted) {
    await stir();
    await turn();
  }
}

export function engineContract(open: (act: Act) => Promise<EngineStage>): void {
  test('run an action once, and say so in order', async () => {
    let calls = 0;
    await using stage = await open(async (verbs, operation) => {
      expect(operation).toMatchObject({ id: 'op', action: 'a', driver: 'automatic', by: ada });
      const make = writes(async () => ({ n: (calls += 1) }));
      const made = await verbs.once('make', make);
      await verbs.say('made', { id: 'made', values: made });
      expect(await verbs.once('make', make)).toEqual({ n: 1 });
      expect(await verbs.once('nothing', async () => undefined)).toBeUndefined();
    });
    await Promise.all([stage.start('op'), stage.start('op'), stage.start('op')]);
    await stage.event('operation-finished');
    await stage.start('op');
    expect(await stage.events()).toEqual(['started', 'wrote make', 'said', 'finished done']);
    expect(calls).toBe(1);
  });

  test('wait between looks, told once; nudge looks now', async () => {
    let looks = 0;
    await using stage = await open(async (verbs) => {
      expect(await verbs.until('ready', slow, async () => ((looks += 1) >= 3 ? looks : undefined))).toBe(3);
    });
    await stage.start('op');
    const waiting = await stage.event('operation-waiting');
    const next = new Date(stage.world.now().getTime() + 60_000).toISOString();
    expect(waiting).toMatchObject({ for: 'upstream', usually: 600, next });
    await lookedAgain(
      () => looks,
      2,
      () => stage.operations.nudge('op'),
    );
    await lookedAgain(
      () => looks,
      3,
      () => stage.advance(60_000),
    );
    await stage.event('operation-finished');
    expect(await stage.events()).toEqual(['started', 'waiting upstream', 'finished done']);
  });

  test('tell their wait anew when its words have changed, and not when only time has gone by', async () => {
    const wait: Wait = { ...slow, every: 1 };
    const words = ['one', 'one', 'two', 'two', 'three'];
    let looks = 0;
    await using stage = await open(async (verbs) => {
      await verbs.until('ready', wait, async () => {
        wait.says = { id: 'slow', values: { word: words[looks] ?? '' } };
        looks += 1;
        return looks > words.length || undefined;
      });
    });
    await stage.start('op', { pace: 1_000_000 });
    await stage.event('operation-finished');
    const told = (await stage.read()).flatMap(({ event }) =>
      event.type === 'operation-waiting' ? [event.says.values?.['word']] : [],
    );
    expect(told).toEqual(['one', 'two', 'three']);
  });

  test('wait as long as they are asked to, never less, whoever nudges and whatever is restarted', async () => {
    const tries: number[] = [];
    await using stage = await open(async (verbs) => {
      await verbs.once('make', async () => {
        tries.push(stage.world.now().getTime());
        if (tries.length === 1) throw new Problem('upstream-throttled', { retryAfter: 100 });
      });
    });
    await stage.start('op');
    const { next, problem } = await stage.event('operation-waiting');
    expect(problem).toEqual({ code: 'upstream-throttled' });
    await stage.advance(99_000);
    await stage.operations.nudge('op');
    await stage.restart();
    await stage.advance(999);
    await stage.taken(2);
    await stage.operations.nudge('op');
    await stage.restart();
    await stage.taken(3);
    expect(tries).toHaveLength(1);
    await stage.advance(10_001);
    await stage.event('operation-finished');
    expect(tries).toHaveLength(2);
    expect(tries[1]).toBeGreaterThanOrEqual(Date.parse(next ?? ''));
    expect(Date.parse(next ?? '') - (tries[0] ?? 0)).toBe(105_000);
  });

  test('give up after twelve faults in a row, with the problem and what is left', async () => {
    let tries = 0;
    await using stage = await open(async (verbs) => {
      await verbs.once('make', async () => {
        tries += 1;
        throw new Problem('upstream-unavailable', { upstream: { status: 503, correlation: 'c1' } });
      });
    });
    const left = { id: 'left' };
    await stage.start('op', { left, pace: 1_000_000 });
    const finished = await stage.passing(() => stage.event('operation-finished'));
    expect(finished).toMatchObject({
      outcome: 'failed',
      problem: { code: 'upstream-unavailable', upstream: { status: 503, correlation: 'c1' } },
      left,
    });
    expect(tries).toBe(12);
  });

  test('look five times after a write without an answer before they send another', async () => {
    const did: string[] = [];
    await using stage = await open(async (verbs) => {
      await verbs.once('make', async ({ unanswered, write }) => {
        did.push(`look ${unanswered}`);
        await write(async () => {
          did.push('send');
          if (did.length === 2) throw new Problem('outcome-unknown');
        });
      });
    });
    await stage.start('op', { pace: 1_000_000 });
    await stage.passing(() => stage.event('operation-finished'));
    expect(did).toEqual(['look 0', 'send', 'look 1', 'look 2', 'look 3', 'look 4', 'look 5', 'send']);
    expect((await stage.events()).filter((name) => name.startsWith('wrote'))).toEqual(['wrote make']);
  });

  test.each([1, 10])('look for as long as what was sent may take to be seen, at pace %i', async (pace) => {
    const sent: number[] = [];
    let looks = 0;
    await using stage = await open(async (verbs) => {
      await verbs.once('make', async ({ write }) => {
        looks += 1;
        await write(async () => {
          sent.push(stage.world.now().getTime());
          if (sent.length === 1) throw new Problem('outcome-unknown');
        }, 250);
      });
    });
    await stage.start('op', { pace });
    await stage.passing(() => stage.event('operation-waiting'));
    await stage.restart();
    const finished = await stage.passing(() => stage.event('operation-finished'));
    expect(finished).toMatchObject({ outcome: 'done' });
    const [first = 0, second = 0] = sent;
    expect([sent.length, second - first >= 250_000 / pace]).toEqual([2, true]);
    expect(looks).toBeGreaterThan(5);
  });

  test('tell of a write that lost its answer when it is found, and of nothing that was only found', async () => {
    const there = new Set<string>(['old']);
    let sent = 0;
    await using stage = await open(async (verbs) => {
      for (const thing of ['old', 'new'])
        await verbs.once(thing, async ({ write }) => {
          if (there.has(thing)) return;
          await write(async () => {
            sent += 1;
            there.add(thing);
            throw new Problem('outcome-unknown');
          });
        });
    });
    await stage.start('op', { pace: 1_000_000 });
    await stage.passing(() => stage.event('operation-finished'));
    expect(sent).toBe(1);
    expect(await stage.events()).toEqual([
      'started',
      'waiting upstream outcome-unknown',
      'wrote new',
      'finished done',
    ]);
  });

  test('pause for a sign-in, and go on for that person only', async () => {
    let signedIn = false;
    let calls = 0;
    await using stage = await open(async (verbs) => {
      await verbs.once(
        'first',
        writes(async () => void (calls += 1)),
      );
      await verbs.once(
        'second',
        writes(async () => {
          if (!signedIn) throw new Problem('needs-sign-in');
        }),
      );
    });
    await stage.start('op');
    expect(await stage.event('operation-waiting')).toMatchObject({
      for: 'sign-in',
      problem: { code: 'needs-sign-in' },
    });
    signedIn = true;
    expect(await stage.operations.wakeWaiting({ tenant: 't1', person: 'bob' })).toBe(0);
    expect(await stage.operations.wakeWaiting({ tenant: 't2', person: 'ada' })).toBe(0);
    expect(await stage.operations.wakeWaiting({ tenant: 't1', person: 'ada' })).toBe(1);
    await stage.event('operation-finished');
    expect(await stage.events()).toEqual([
      'started',
      'wrote first',
      'waiting sign-in needs-sign-in',
      'wrote second',
      'finished done',
    ]);
    expect(calls).toBe(1);
  });

  test('a colleague takes over what waits for a sign-in, and nothing else', async () => {
    const bob = { id: 'bob', tenant: 't1', name: 'Bob' };
    const good = new Set<string>();
    const callers: string[] = [];
    await using stage = await open(async (verbs, operation) => {
      for (const key of ['first', 'second'])
        await verbs.once(key, async ({ write }) => {
          callers.push(`${key} ${operation.by.name}`);
          if (!good.has(operation.by.id)) throw new Problem('needs-sign-in');
          await write(async () => undefined);
        });
      await verbs.until('ready', slow, async () => (good.has('all') ? true : undefined));
    });
    await stage.start('op');
    await stage.event('operation-waiting');
    await expect(stage.operations.takeOver('op', { ...bob, tenant: 't2' })).rejects.toThrow('not-found');
    // In charge already: nothing to take over.
    await stage.operations.takeOver('op', ada);
    await stage.operations.takeOver('op', bob);
    // He has no sign-in either, and that is told: it is another person's.
    expect(await stage.event('operation-waiting', 2)).toMatchObject({ for: 'sign-in' });
    good.add('bob');
    expect(await stage.operations.wakeWaiting({ tenant: 't1', person: 'ada' })).toBe(0);
    expect(await stage.operations.wakeWaiting({ tenant: 't1', person: 'bob' })).toBe(1);
    expect(await stage.event('operation-waiting', 3)).toMatchObject({ for: 'upstream' });
    await stage.operations.takeOver('op', ada);
    good.add('all');
    await stage.operations.nudge('op');
    await stage.event('operation-finished');
    expect(await stage.events()).toEqual([
      'started',
      'waiting sign-in needs-sign-in',
      'taken-over',
      'waiting sign-in needs-sign-in',
      'wrote first',
      'wrote second',
      'waiting upstream',
      'finished done',
    ]);
    expect(callers.filter((each, index) => callers.indexOf(each) === index)).toEqual([
      'first Ada',
      'first Bob',
      'second Bob',
    ]);
    const taken = (await stage.read()).find(({ event }) => event.type === 'operation-taken-over');
    expect(taken?.by).toEqual(bob);
  });

  test('say to the person in charge, and to nobody else, what a sign-in must prove', async () => {
    let proven = false;
    await using stage = await open(async (verbs) => {
      await verbs.once('make', async () => {
        if (!proven) throw new Problem('needs-step-up', { challenge: '{"c":1}' });
      });
      await verbs.until('ready', slow, async () => undefined);
    });
    await stage.start('op');
    expect(await stage.event('operation-waiting')).toMatchObject({ problem: { code: 'needs-step-up' } });
    await expect(stage.operations.nudge('op', ada)).rejects.toMatchObject({ challenge: '{"c":1}' });
    await stage.restart();
    await expect(stage.operations.nudge('op', ada)).rejects.toMatchObject({ challenge: '{"c":1}' });
    await stage.operations.nudge('op', { ...ada, id: 'bob' });
    await stage.operations.nudge('op');
    expect(JSON.stringify(await stage.read())).not.toContain('{\\"c\\"');
    proven = true;
    await stage.operations.nudge('op');
    expect(await stage.event('operation-waiting', 2)).toMatchObject({ for: 'upstream' });
    await stage.operations.nudge('op', ada);
    await stage.operations.cancel('op');
    await stage.event('operation-finished');
  });

  test('pause for a sign-in that the action needs before its first step, and run no step twice', async () => {
    let signedIn = false;
    let calls = 0;
    await using stage = await open(async (verbs) => {
      await verbs.once('first', async () => void (calls += 1));
      if (!signedIn) throw new Problem('needs-sign-in');
      await verbs.once('second', async () => void (calls += 1));
    });
    await stage.start('op');
    await stage.event('operation-waiting');
    await stage.restart();
    signedIn = true;
    await stage.operations.wakeWaiting({ tenant: 't1', person: 'ada' });
    await stage.event('operation-finished');
    expect(calls).toBe(2);
  });

  test('are cancelled in the middle of a wait, and say what is left', async () => {
    await using stage = await open(async (verbs) => {
      await verbs.once(
        'make',
        writes(async () => 1),
      );
      await verbs.until('ready', slow, async () => undefined);
    });
    await stage.start('op', { left: { id: 'left' } });
    await stage.event('operation-waiting');
    await stage.operations.cancel('op', ada);
    expect(await stage.event('operation-finished')).toEqual({
      type: 'operation-finished',
      operation: 'op',
      outcome: 'cancelled',
      left: { id: 'left' },
    });
    expect(await stage.events()).toEqual([
      'started',
      'wrote make',
      'waiting upstream',
      'cancelling',
      'finished cancelled',
    ]);
    await stage.operations.cancel('op', ada);
    expect(await stage.events()).toHaveLength(5);
  });

  test('let the write under way come to its end when they are cancelled', async () => {
    const called = gate();
    const answer = gate();
    const aborted: boolean[] = [];
    await using stage = await open(async (verbs) => {
      await verbs.once(
        'make',
        writes(async () => {
          called.resolve();
          await answer.promise;
          aborted.push(verbs.signal.aborted);
        }),
      );
      await verbs.once('more', async () => expect.unreachable());
    });
    await stage.start('op');
    await called.promise;
    await stage.operations.cancel('op', ada);
    answer.resolve();
    await stage.event('operation-finished');
    expect(aborted).toEqual([false]);
    expect(await stage.events()).toEqual(['started', 'cancelling', 'wrote make', 'finished cancelled']);
  });

  test('fail late with what upstream said, and an action may handle it', async () => {
    await using stage = await open(async (verbs, { id }) => {
      const refused = verbs.until('ready', { ...slow, every: 1 }, async () => {
        throw new Problem('action-failed', { values: { reason: 'Quota' } });
      });
      if (id === 'handled') await refused.catch((error: Problem) => verbs.say('why', { id: error.code }));
      else await refused;
    });
    await stage.start('op');
    await stage.event('operation-finished');
    await stage.start('handled');
    await stage.event('operation-finished', 2);
    expect(await stage.events()).toEqual([
      'started',
      'finished failed action-failed',
      'started',
      'said',
      'finished done',
    ]);
  });

  test('end as a bug where nobody foresaw it, and report it', async () => {
    await using stage = await open(async (verbs) => {
      await verbs.once('make', async () => Promise.reject(new TypeError('undefined is not a plan')));
    });
    await stage.start('op');
    expect(await stage.event('operation-finished')).toMatchObject({ problem: { code: 'bug' } });
    expect(JSON.stringify(stage.reported)).toContain('undefined is not a plan');
  });

  test('go on after a restart from the step they were in, with its evidence', async () => {
    const calls: string[] = [];
    await using stage = await open(async (verbs) => {
      const evidence = { service: 's', endpoint: 'e', standing: 'documented', method: 'POST' } as const;
      await verbs.once(
        'first',
        writes(async () => {
          calls.push('first');
          verbs.saw({ ...evidence, url: 'https://x', status: 201, at: 'now', took: 3 });
        }),
      );
      await verbs.until('ready', slow, async () => {
        calls.push('look');
        return calls.length > 3 ? true : undefined;
      });
      await verbs.once('last', async () => void calls.push('last'));
    });
    await stage.start('op');
    await stage.event('operation-waiting');
    await stage.restart();
    await lookedAgain(
      () => calls.length,
      3,
      () => stage.operations.nudge('op'),
    );
    await stage.restart();
    await lookedAgain(
      () => calls.length,
      4,
      () => stage.advance(60_000),
    );
    await stage.event('operation-finished');
    expect(calls).toEqual(['first', 'look', 'look', 'look', 'last']);
    expect(await stage.event('operation-wrote')).toMatchObject({ key: 'first', evidence: [{ status: 201 }] });
  });
}
