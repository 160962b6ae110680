import type { State } from '../world.ts';
import { halfRun } from './contoso/half-run.ts';
import { contoso } from './contoso.ts';

/** Three maps run, one has failed: what somebody finds who takes over. */
export const halfDone = (now: Date): State => ({ ...halfRun(contoso(), now), scenario: 'half-done' });
