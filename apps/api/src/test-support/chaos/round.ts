import { environments } from '@portico/twin/scenarios/contoso/ids';
import { signInAs } from '@portico/twin/sign-in-as';
import { startTwin } from '@portico/twin/twin';
import type { Envelope } from '@portico/plan/event';
import { mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createJournal } from '../../journal/journal.ts';
import { freshDatabase, freshFolder } from '../fresh-store.ts';
import { openStore, type StoreConfig } from '../../store/open-store.ts';
import { freePort } from '../free-port.ts';
import { seeded } from '../seeded.ts';
import { startApiProcess } from './api-child.ts';
import { broken } from './invariants.ts';
import { travel } from './journey.ts';
import { makeMischief, type Severity } from './mischief.ts';

export interface Round {
  readonly store: 'embedded' | 'postgres';
  readonly seed: number;
  readonly severity: Severity;
  /** Milliseconds. */
  readonly deadline: number;
}

export interface Outcome {
  readonly kills: number;
  readonly faults: number;
  readonly moments: number;
  /** How often the browser's stream was cut. */
  readonly cuts: number;
  readonly seconds: number;
  /** Invariants that don't hold; empty when all is well. */
  readonly broken: readonly string[];
  /** What the API's processes logged last, and what the journal says last. */
  readonly last: readonly string[];
}

/** Twin seconds per second, and by what the API divides its waits: less, so that few of its looks come too early. */
const speed = 30_000;
const pace = 3000;
const subdomain = 'contoso-orders';

/** One set-up from beginning to end, with kills and faults where the seed puts them, and what must hold at its end. */
export async function playRound({ store, seed, severity, deadline }: Round): Promise<Outcome> {
  const began = performance.now();
  await using stack = new AsyncDisposableStack();
  const data = await mkdtemp(join(tmpdir(), 'portico-chaos-'));
  stack.defer(() => rm(data, { recursive: true, force: true }));
  const config = await freshStore(store, data, (drop) => stack.defer(drop));
  const twin = stack.use(await startTwin({ speed }));
  const port = await freePort();
  const api = stack.use(
    startApiProcess({
      PORT: String(port),
      PORTICO_DATA: data,
      PORTICO_TWIN_PORT: String(twin.port),
      PORTICO_TWIN_SPEED: String(pace),
      PORTICO_TWIN_EXTERNAL: 'true',
      LOG_LEVEL: 'warn',
      ...(config.databaseUrl ? { DATABASE_URL: config.databaseUrl } : {}),
    }),
  );
  await api.open();
  const token = await signInAs(twin, 'alex@contoso.example', 'api');
  const where = { environment: environments.production, subdomain };
  const mischief = makeMischief(twin, api, seeded(seed), severity);
  const address = `http://localhost:${port}`;
  const ended = await travel({ ...where, address, token: async () => token, deadline }).catch(asError);
  await mischief[Symbol.asyncDispose]();
  // Killed once more: what the invariants read is what was on disk.
  await api[Symbol.asyncDispose]();
  const { said, deaths, kills } = api;
  const left = await read(config);
  const after = { ...where, ...left, twin, said, deaths };
  const faults =
    ended instanceof Error
      ? [`the journey ends: ${ended.message}`, ...broken({ ...after, streamed: [] })]
      : broken({ ...after, streamed: ended.events });
  return {
    kills,
    faults: Object.values(mischief.faults).reduce((sum, count) => sum + count, 0),
    moments: mischief.moments,
    cuts: ended instanceof Error ? 0 : ended.cuts,
    seconds: (performance.now() - began) / 1000,
    broken: faults,
    last: [...said.trim().split('\n').slice(-8), ...left.journal.slice(-12).map(inWords)],
  };
}

const asError = (error: unknown) => (error instanceof Error ? error : new Error(String(error)));

const inWords = ({ seq, at, event }: Envelope) => `${seq} ${at} ${JSON.stringify(event).slice(0, 300)}`;

async function freshStore(
  store: Round['store'],
  data: string,
  defer: (drop: () => Promise<void>) => void,
): Promise<StoreConfig> {
  if (store === 'postgres') {
    const [config, drop] = await freshDatabase();
    defer(drop);
    return config;
  }
  // Where the API looks for it.
  const folder = join(data, 'store');
  await rename((await freshFolder())[0].folder, folder);
  return { folder };
}

async function read(config: StoreConfig) {
  await using store = await openStore(config);
  const journal = createJournal(store, { now: () => new Date() });
  const runs = await store.db.selectFrom('runs').select('id').execute();
  // A second run would be a command that was carried out twice.
  const run = runs.length === 1 ? (runs[0]?.id ?? '') : '';
  const count = async (table: 'waits' | 'tries') =>
    (await store.db.selectFrom(table).select('operation').execute()).length;
  const operations = await store.db.selectFrom('operations').select('finished_at').execute();
  const unfinished = operations.filter(({ finished_at }) => finished_at === null).length;
  return {
    journal: await journal.read(run, 0),
    broken: await journal.verify(run),
    open: { waits: await count('waits'), tries: await count('tries'), operations: unfinished },
  };
}
