import { DBOS, type DLogger } from '@dbos-inc/dbos-sdk';
import type { Store } from '../store/open-store.ts';
import { oneAtATime } from './one-at-a-time.ts';
import type { Report } from './run-operation.ts';
import type { World } from './world.ts';

/** DBOS, as much of it as we use. */
export interface Engine extends AsyncDisposable {
  /** Runs the operation once, here; does nothing when it was ever started. */
  start(operation: string): Promise<void>;
  /** Has an operation that was started go on, here or in another living process; fences whoever runs it now. */
  resume(operations: readonly string[]): Promise<void>;
}

interface EngineConfig {
  readonly store: Store;
  readonly world: World;
  readonly executor: string;
  readonly report: Report;
  readonly run: (operation: string) => Promise<void>;
}

/** DBOS keeps its state in its module, so a process has one engine at a time. */
let taken = false;

/** Executions of one operation; DBOS gives up after 100 unless told: a set-up that takes days sees more restarts. */
const maxRecoveryAttempts = 1_000_000;

/**
 * Launches DBOS and with it whatever this executor left behind. It listens on no port, prints nothing and
 * sends no traces. Throws when this process has an engine already.
 */
export async function openEngine({ store, world, executor, report, run }: EngineConfig): Promise<Engine> {
  if (taken) throw new Error('This process already works on operations: close the first engine.');
  taken = true;
  let closed = false;
  const logger: DLogger = {
    debug: () => undefined,
    info: () => undefined,
    // Closing, it warns of what still runs; that this goes on after the next start is its very purpose.
    warn: (said) => closed || report('The durable engine warns', { said }),
    error: (said, more) => report('The durable engine failed', { said, error: more?.error }),
  };
  const workflow = DBOS.registerWorkflow(run, { name: 'operation', maxRecoveryAttempts });
  DBOS.setConfig({
    name: 'portico',
    // One name for all versions: a new version goes on with what an old one began.
    applicationVersion: '1',
    executorID: executor,
    systemDatabasePool: store.pool,
    useListenNotify: false,
    tracingEnabled: false,
    enableOTLP: false,
    logger,
  });
  const close = async () => {
    closed = true;
    await DBOS.shutdown({ deregister: true });
    taken = false;
  };
  try {
    // Its migrations deadlock when two processes bring an empty database up at once.
    await oneAtATime(store, world, 'portico engine', () => DBOS.launch());
  } catch (error) {
    await close();
    throw error;
  }
  return {
    async start(operation) {
      await DBOS.startWorkflow(workflow, { workflowID: operation })(operation);
    },
    async resume(operations) {
      for (const operation of operations) await DBOS.resumeWorkflow(operation);
    },
    [Symbol.asyncDispose]: close,
  };
}
