import type { Envelope } from '@portico/plan/event';
import type { RunState } from '@portico/plan/reduce';
import { checkTitle } from './names.ts';
import type { Says } from './says.ts';

/** A soft check that somebody passed by decision. */
export interface OverrideGiven {
  readonly check: Says;
  readonly values: {
    readonly name: string;
    readonly at: string;
    readonly until: string;
    readonly reason: string;
  };
  /** False once it was withdrawn, expired, or voided by other facts. */
  readonly stands: boolean;
}

/** Every override that was ever given in this run, in the order it was. */
export const overridesGiven = (state: RunState, events: readonly Envelope[]): readonly OverrideGiven[] =>
  events.flatMap(({ event, by, at }) =>
    event.type === 'override' && event.given
      ? [
          {
            check: checkTitle(event.check),
            values: { name: by?.name ?? '–', at, ...event.given },
            stands: state.overrides[event.check]?.at === at,
          },
        ]
      : [],
  );
