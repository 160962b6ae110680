import type { HandOffPage } from '@portico/contract/hand-over';
import { mendedBy } from '@portico/contract/plan';
import { Problem } from '@portico/contract/problems';
import type { Person } from '@portico/plan/event';
import type { OperationState, RunState } from '@portico/plan/reduce';
import { createHash } from 'node:crypto';
import type { Journal } from '../journal/journal.ts';
import { finishedKey } from '../operations/run-operation.ts';
import {
  addHandOff,
  changeHash,
  findByKey,
  findLive,
  findState,
  type HandOffRow,
  hasDue,
  isLive,
  turnHandOffs,
} from '../store/hand-offs.ts';
import type { Store } from '../store/open-store.ts';
import type { Runs } from '../store/runs.ts';
import { loadRun } from './load-run.ts';
import { type Places, taskFor } from './task.ts';

/** One operation of a run, and who asks. */
interface Asked {
  readonly run: string;
  readonly operation: string;
  readonly by: Person;
}

export interface HandOffs {
  /** A link for somebody else; the one before it ends. Its token is told here, once, and stored nowhere. */
  give(asked: Asked & { to: string; days: number; key: string }): Promise<{ handOff: string; token: string }>;
  /** Takes a link back; one that is over stays as it is. */
  revoke(asked: Asked & { handOff: string }): Promise<void>;
  /** What the holder of a token, or a page that was open, is told. */
  read(shown: { token: string; proof?: string | undefined }): Promise<HandOffPage>;
  /** Ends what has expired of an operation’s links, and says so. */
  expire(operation: Pick<Asked, 'run' | 'operation'>): Promise<void>;
}

interface Means {
  readonly store: Store;
  readonly journal: Journal;
  readonly runs: Runs;
  readonly places: Places;
  readonly now: () => Date;
  readonly random: (bytes: number) => Buffer;
  /** Seals what an open page proves itself with. */
  readonly ring: {
    seal(plain: Buffer, bound: readonly string[]): Buffer;
    open(sealed: Buffer, bound: readonly string[]): Buffer | undefined;
  };
}

const bound = ['hand-off proof'];
const day = 86_400_000;
const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();

/** Hand-offs: a link leads a person without an account onto one waiting operation, and to nothing else. */
export function createHandOffs(means: Means): HandOffs {
  const { store, journal, runs, places, now, random, ring } = means;

  /** The operation while it waits for a person; `not-found` for what isn’t this tenant’s. */
  async function waiting({ run, operation, by }: Asked): Promise<OperationState> {
    const { state } = await loadRun(runs, journal, by.tenant, run);
    if (!Object.hasOwn(state.operations, operation)) throw new Problem('not-found');
    const found = state.operations[operation];
    if (!found || found.finished || found.cancelling || !found.guide || isNoticed(found))
      throw new Problem('nothing-to-hand-over');
    return found;
  }

  async function page(row: HandOffRow): Promise<HandOffPage> {
    const { run, state } = await loadRun(runs, journal, row.tenant, row.run);
    const operation = state.operations[row.operation];
    const task = operation && taskFor(operation, state, places, row.tenant);
    if (!task || operation.finished) return { state: 'over' };
    if (row.state === 'given')
      await turn(
        row.run,
        row.operation,
        ({ id, state: now }) => id === row.id && now === 'given' && 'opened',
      );
    if (isNoticed(operation)) return { state: 'done' };
    const environment = environmentOf(state);
    return {
      ...task,
      why: [...task.why],
      state: 'open',
      from: operation.handOffs[row.id]?.by?.name ?? '',
      to: row.recipient,
      customer: run.title,
      ...(environment ? { environment } : {}),
      until: row.expires_at.toISOString(),
      watching: operation.waiting?.for !== 'sign-in',
      proof: ring.seal(Buffer.from(row.id), bound).toString('base64url'),
    };
  }

  const turn = (
    run: string,
    operation: string,
    to: (row: HandOffRow) => HandOffRow['state'] | false,
    by: Person | null = null,
  ) => journal.append(run, by, (tx) => turnHandOffs(tx, operation, (row) => to(row) || undefined));

  return {
    async give({ to, days, key, ...asked }) {
      await waiting(asked);
      const { run, operation, by } = asked;
      const token = random(32).toString('base64url');
      const hash = hashOf(token);
      let handOff = random(16).toString('base64url');
      await journal.append(run, by, async (tx) => {
        const ended = tx.selectFrom('events').select('seq').where('run', '=', run);
        if (await ended.where('key', '=', finishedKey(operation)).executeTakeFirst())
          throw new Problem('nothing-to-hand-over');
        const known = await findByKey(tx, operation, key);
        if (known) {
          if (!isLive(known, now())) throw new Problem('nothing-to-hand-over');
          handOff = known.id;
          await changeHash(tx, known.id, hash);
          return [];
        }
        const before = await turnHandOffs(tx, operation, ({ expires_at }) =>
          expires_at > now() ? 'revoked' : 'expired',
        );
        const expires_at = new Date(now().getTime() + days * day);
        const owner = { operation, run, tenant: by.tenant, key, recipient: to };
        return [...before, await addHandOff(tx, { ...owner, id: handOff, hash, expires_at, state: 'given' })];
      });
      return { handOff, token };
    },

    async revoke({ run, operation, by, handOff }) {
      const { state } = await loadRun(runs, journal, by.tenant, run);
      const handOffs = Object.hasOwn(state.operations, operation)
        ? state.operations[operation]?.handOffs
        : undefined;
      if (!handOffs || !Object.hasOwn(handOffs, handOff)) throw new Problem('not-found');
      await turn(run, operation, ({ id }) => id === handOff && 'revoked', by);
    },

    async read({ token, proof }) {
      const row = await findLive(store, hashOf(token), now());
      if (row) return page(row);
      const id = proof && ring.open(Buffer.from(proof, 'base64url'), bound)?.toString();
      return { state: id && (await findState(store, id)) === 'used' ? 'done' : 'over' };
    },

    async expire({ run, operation }) {
      if (await hasDue(store, operation, now()))
        await turn(run, operation, ({ expires_at }) => expires_at <= now() && 'expired');
    },
  };
}

/** The person’s part is over; Microsoft goes on with it. A service that is slow to answer is something else. */
const isNoticed = ({ action, waiting }: OperationState): boolean =>
  waiting?.for === 'upstream' && !waiting.problem && !mendedBy(action);

/** By the name that Microsoft’s pages show, once it was read. */
function environmentOf({ checks }: RunState): string | undefined {
  const name = checks['dataverse-ready']?.finding?.says.values?.['name'];
  return typeof name === 'string' ? name : undefined;
}
