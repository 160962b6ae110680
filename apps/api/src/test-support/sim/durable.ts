import { Problem } from '@portico/contract/problems';
import type { Person } from '@portico/plan/event';
import { Cancelled } from '../../operations/ending.ts';
import type { Outcome } from '../../operations/attempt.ts';
import type { Operation, Perform } from '../../operations/run-operation.ts';
import type { OperationsConfig, Start } from '../../operations/operations.ts';
import { append, rowKey } from './disk.ts';
import { durableVerbs } from './durable-verbs.ts';
import type { Machine } from './machine.ts';
import { tryDurably } from './try-durably.ts';

interface Config extends Omit<Machine, 'stirred'> {
  readonly perform: Perform;
  readonly report?: NonNullable<OperationsConfig['report']>;
}

/** What people and browsers ask of operations, from whatever process. */
export interface Durable {
  start(start: Omit<Start, 'run' | 'key' | 'changes'>): Promise<void>;
  nudge(operation: string, by?: Person): Promise<void>;
  cancel(operation: string, by?: Person): Promise<void>;
  wakeWaiting(filter: { readonly tenant: string; readonly person: string }): Promise<number>;
  takeOver(operation: string, by: Person): Promise<void>;
  /** As a process that has just been started does: goes on with all that isn't finished. */
  resume(): void;
}

/**
 * The durable engine in memory, for simulations: the contract of `operations/` in a thousandth of its time. A process
 * has a `Life`; after its death another `Durable` on the same disk replays what was stored and goes on. Rules without
 * a store (patience, writing, how outcomes are told) are the real engine's own code.
 */
export function openDurable(config: Config): Durable {
  const { disk, life, world, perform, report = () => undefined } = config;
  const sleepers = new Map<string, PromiseWithResolvers<void>>();
  const machine: Machine = {
    ...config,
    stirred(operation) {
      const asleep = sleepers.get(operation) ?? Promise.withResolvers<void>();
      sleepers.set(operation, asleep);
      return asleep.promise;
    },
  };
  const stir = (operation: string) => {
    sleepers.get(operation)?.resolve();
    sleepers.delete(operation);
  };
  const now = () => world.now().getTime();
  const waitsOf = (operation: string) =>
    [...disk.waits].filter(([key]) => key.startsWith(`${operation} `)).map(([, wait]) => wait);
  const find = (operation: string, by?: Person) => {
    const row = disk.operations.get(operation);
    if (!row || (by && by.tenant !== row.by.tenant)) throw new Problem('not-found', { detail: operation });
    return row;
  };

  async function run(id: string): Promise<void> {
    const row = find(id);
    if (row.finished) return;
    row.fence += 1;
    const { action, driver } = row;
    const operation: Operation = {
      id,
      run: 'run',
      action,
      driver,
      get by() {
        return row.by;
      },
    };
    const verbs = durableVerbs(machine, row);
    const outcome = await tryDurably(machine, row, '', async () => {
      try {
        await perform(operation, verbs);
        return { value: 'done' } as const;
      } catch (error) {
        if (error instanceof Cancelled) return { value: 'cancelled' } as const;
        throw error;
      }
    });
    await finish(id, outcome);
  }

  async function finish(id: string, outcome: Outcome<'done' | 'cancelled'>): Promise<void> {
    const row = find(id);
    if (outcome.is === 'bug') report('An action failed in a way nobody foresaw', { error: outcome.message });
    await life.point('before the end is told');
    const problem = outcome.is === 'problem' ? outcome.problem : { code: 'bug' };
    const ended =
      outcome.is === 'answer'
        ? { outcome: outcome.value }
        : outcome.is === 'cancelled'
          ? ({ outcome: 'cancelled' } as const)
          : ({ outcome: 'failed', problem } as const);
    const left = ended.outcome === 'done' || !row.left ? {} : { left: row.left };
    const event = { type: 'operation-finished', operation: id, ...ended, ...left } as const;
    if (!disk.keys.has(`${id}:finished`))
      for (const [at, { count }] of disk.tries) {
        const key = at.startsWith(`${id} `) ? at.slice(id.length + 1) : undefined;
        // Who ends in the middle of a write says that it may have happened.
        if (key !== undefined && count > 0)
          append(
            disk,
            now(),
            null,
            { type: 'operation-wrote', operation: id, key, evidence: [], unsure: true },
            `${id}:wrote:${key}`,
          );
      }
    append(disk, now(), null, event, `${id}:finished`);
    await life.point('after the end was told');
    for (const rows of [disk.waits, disk.tries])
      for (const key of rows.keys()) if (key.startsWith(`${id} `)) rows.delete(key);
    row.finished = true;
  }

  return {
    async start({ operation: id, action, driver, by, left, pace = 1 }) {
      const begun = {
        type: 'operation-started',
        operation: id,
        action,
        key: id,
        driver,
        changes: [],
      } as const;
      if (!append(disk, now(), by, begun, `${id}:started`)) return;
      const state = { cancelling: false, finished: false, fence: 0 };
      disk.operations.set(id, { id, action, driver, by, pace, ...state, ...(left ? { left } : {}) });
      if (!life.dead) void run(id);
    },
    async nudge(operation, by) {
      const { person, waits } = { person: find(operation, by).by.id, waits: waitsOf(operation) };
      for (const wait of waits) if (wait.kind !== 'throttle') wait.next_at = new Date(0);
      stir(operation);
      const challenge = waits.find((wait) => wait.challenge)?.challenge;
      if (challenge && by?.id === person) throw new Problem('needs-step-up', { challenge });
    },
    async cancel(operation, by) {
      const row = find(operation, by);
      if (row.finished) return;
      append(disk, now(), by ?? null, { type: 'operation-cancelling', operation }, `${operation}:cancelling`);
      row.cancelling = true;
      stir(operation);
    },
    async wakeWaiting({ tenant, person }) {
      const rows = [...disk.operations.values()].filter(
        ({ finished, by }) => !finished && by.tenant === tenant && by.id === person,
      );
      const woken = rows.filter(({ id }) => {
        const waits = waitsOf(id).filter(({ kind }) => kind === 'sign-in');
        for (const wait of waits) wait.next_at = new Date(0);
        return waits.length > 0;
      });
      for (const { id } of woken) stir(id);
      return woken.length;
    },
    async takeOver(operation, by) {
      const row = find(operation, by);
      const waits = waitsOf(operation).filter(({ kind }) => kind === 'sign-in');
      if (row.finished || row.by.id === by.id || waits.length === 0) return;
      const key = rowKey(operation, `taken over ${disk.journal.length}`);
      append(disk, now(), by, { type: 'operation-taken-over', operation }, key);
      row.by = by;
      for (const wait of waits)
        Object.assign(wait, { next_at: new Date(0), tries: 0, telling: '', challenge: null });
      stir(operation);
    },
    resume() {
      for (const { id, finished } of disk.operations.values()) if (!finished) void run(id);
    },
  };
}
