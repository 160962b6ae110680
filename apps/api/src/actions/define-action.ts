import type { Action } from '@portico/plan/action';
import type { Targets } from '../targets/targets.ts';

export type AnyAction = Action<Targets>;

export const defineAction = (action: AnyAction): AnyAction => action;
