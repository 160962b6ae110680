import type { State } from '../world.ts';
import { withoutDualWrite } from './contoso/without-dual-write.ts';
import { contoso } from './contoso.ts';

/** The dual-write solution was never installed: the portal can't be created before it is. */
export const noDualWrite = (): State => ({ ...withoutDualWrite(contoso()), scenario: 'no-dual-write' });
