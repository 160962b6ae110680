import type { World } from '../../operations/world.ts';
import type { Disk } from './disk.ts';
import type { Life } from './life.ts';

/** What one process of the simulation has in its hands. */
export interface Machine {
  readonly disk: Disk;
  readonly life: Life;
  readonly world: Pick<World, 'now' | 'random'> & {
    sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
  };
  /** Resolves at the next nudge, sign-in or cancellation of an operation. */
  stirred(operation: string): Promise<void>;
}
