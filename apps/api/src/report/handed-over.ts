import type { HandOff, RunState } from '@portico/plan/reduce';
import type { Text } from '@portico/plan/text';
import { actionTitle } from './names.ts';

/** Whom somebody asked for what, and what became of it. */
export interface HandedOver {
  readonly to: string;
  readonly what: Text;
  readonly by?: string;
  readonly since: string;
  readonly state: HandOff['state'];
  /** Of the state. */
  readonly at: string;
}

export const handedOver = ({ operations }: RunState): readonly HandedOver[] =>
  Object.values(operations).flatMap(({ action, handOffs }) =>
    Object.values(handOffs).map(({ to, by, since, state, at }) => ({
      to,
      what: actionTitle(action),
      since,
      state,
      at,
      ...(by ? { by: by.name } : {}),
    })),
  );
