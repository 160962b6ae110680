import { openThings } from '@portico/contract/update-needs';
import { passes } from '@portico/plan/finding';
import { useEffect, useRef } from 'react';
import type { StepModel } from '../step-model.ts';

/**
 * Once the last thing is decided, or one is taken back, the check that says so looks by itself; and whenever somebody
 * comes back to the overview and something was decided since.
 * @param open the record that is shown in place of the overview
 */
export function useLookWhenDecided({ state, check, update }: StepModel, open: string | undefined): void {
  const { value, status } = update.overview;
  const said = state.checks['update-decided'];
  const decided = value !== undefined && openThings(value) === 0;
  const differs = value !== undefined && said?.finding !== undefined && passes(said.finding) !== decided;
  const looks = status === 'ready' && differs && !said.running;
  const since = Object.values(state.choices).some(({ at }) => at > (said?.at ?? at));
  const left = useRef(open);
  useEffect(() => {
    if (!open && left.current && since && !said?.running) check.run(['update-decided']);
    left.current = open;
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once for each way back
  }, [open]);
  const last = Object.values(state.choices).reduce((most, { seq }) => Math.max(most, seq), 0);
  useEffect(() => {
    if (looks) check.run(['update-decided']);
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once for each decision: what still differs then is for a person
  }, [looks, last]);
}
