import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { createLane } from './create-lane.ts';
import type { drawBoth } from '@portico/merge/draw/draw-record';
import type { SiteRecord } from '@portico/merge/record';

export interface DrawRequest {
  readonly before: readonly SiteRecord[];
  readonly after: readonly SiteRecord[];
  readonly id: string;
  readonly now: Date;
}
export type Drawings = Awaited<ReturnType<typeof drawBoth>>;

/** What drawing may take. A page takes milliseconds; a text that never ends must hold nobody up. */
export const drawingLimits = { milliseconds: 8000, megabytes: 256 };

/** How many draw at once, each in one of these lanes; who comes then waits for the next that ends. */
const lanes = [createLane(), createLane()] as const;
let turn = 0;

/** One page after another in each lane, so however many look at once, the machine has something left. */
export function drawApart(request: DrawRequest, limits = drawingLimits): Promise<Drawings | undefined> {
  const inLane = lanes[(turn += 1) % 2 === 0 ? 0 : 1];
  return inLane(() => draw(request, limits));
}

/**
 * Draws in a process of its own, because what is drawn is somebody's program: their Liquid. A thread that runs out of
 * memory can take everything else with it. It writes no file, starts nothing and knows none of our settings. Undefined
 * when it takes more time or memory than a page ever needs.
 */
async function draw(request: DrawRequest, limits: typeof drawingLimits): Promise<Drawings | undefined> {
  const child = fork(fileURLToPath(new URL('./draw-child.ts', import.meta.url)), {
    execArgv: [`--max-old-space-size=${limits.megabytes}`, '--permission', '--allow-fs-read=*'],
    env: {},
    serialization: 'advanced',
    // What a dying process says of its memory helps nobody.
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    timeout: limits.milliseconds,
    killSignal: 'SIGKILL',
  });
  const gone = new AbortController();
  child.once('exit', () => gone.abort());
  try {
    child.send(request, () => undefined);
    const [drawn]: unknown[] = await once(child, 'message', { signal: gone.signal });
    // The process is ours, and answers with nothing else.
    return drawn as Drawings;
  } catch (error) {
    if (gone.signal.aborted) return undefined;
    throw error;
  } finally {
    child.kill('SIGKILL');
  }
}
