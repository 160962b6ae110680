import { type Config, parseConfig } from './config.ts';
import { readEnv } from './env.ts';
import { startApi } from './start-api.ts';
import { knowsScenario, startRehearsal } from './start-rehearsal.ts';

export interface StartOptions {
  /** Absolute folder of the built wizard. */
  readonly webFolder: string;
}

export interface Started {
  /** What to open in a browser. */
  readonly address: string;
  /** Whether it talks to the twin. */
  readonly rehearsal: boolean;
  close(): Promise<void>;
}

/** Throws all faults of the settings at once, before anything is built, opened or fetched. */
export const checkSettings = (): Config => parseConfig(readEnv(), knowsScenario);

/** Starts the product: on a real cloud alone, in a rehearsal with the twin beside it. */
export async function start({ webFolder }: StartOptions): Promise<Started> {
  const config = checkSettings();
  await using stack = new AsyncDisposableStack();
  const scene = config.cloud === 'twin' ? stack.use(await startRehearsal(config)) : undefined;
  const api = stack.use(await startApi(config, { webFolder, ...(scene ? { scene } : {}) }));
  const started = stack.move();
  return {
    address: api.address,
    rehearsal: scene !== undefined,
    close: () => started.disposeAsync(),
  };
}
