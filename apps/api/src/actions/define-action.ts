import type { ProblemCode } from '@portico/contract/problems';
import type { Action } from '@portico/plan/action';
import type { Finding } from '@portico/plan/finding';
import type { Targets } from '../targets/targets.ts';

export interface AnyAction extends Action<Targets> {
  /** What a person must type before it begins, where it takes something away; nobody types that by mistake. */
  readonly confirm?: (targets: Targets) => Promise<string | undefined>;
  /** Why nobody but a person does it, where there is no other driver. */
  readonly byHand?: ProblemCode;
  /** Whether a finding of the first check that proves it says that nothing of a failed try is left: then all is as before. */
  readonly undone?: (finding: Finding | undefined) => boolean;
}

export const defineAction = (action: AnyAction): AnyAction => action;
