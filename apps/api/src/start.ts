import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { readEnv } from './env.ts';
import { parseConfig } from './config.ts';
import { startApi } from './start-api.ts';
import { startRehearsal } from './start-rehearsal.ts';

export interface StartOptions {
  readonly mode: 'twin' | 'cloud';
  /** Absolute folder of the built wizard. */
  readonly webFolder: string;
}

/** Starts the product: on a real cloud alone, in a rehearsal with the twin beside it. */
export async function start({ webFolder }: StartOptions): Promise<{ address: string; close(): Promise<void> }> {
  const config = parseConfig(readEnv());
  await using stack = new AsyncDisposableStack();
  const rehearsal = config.cloud === 'twin' ? stack.use(await startRehearsal(config)) : undefined;
  const api = stack.use(await startApi({ ...config, ...rehearsal?.settings }, { webFolder, ...rehearsal?.about }));
  const started = stack.move();
  return { address: api.address, close: () => started.disposeAsync() };
}

void randomBytes;
void join;
