import { informing } from '@portico/contract/plan';
import { passes } from '@portico/plan/finding';
import { checksOf } from '@portico/plan/plan';
import { useEffect } from 'react';
import { isRefused } from '../data/mended-along.ts';
import type { StepModel } from '../parts/step-model.ts';

/** Milliseconds after which a look that never ended is given up: whoever looked is gone. */
const lostAfter = 60_000;

/**
 * Checks start by themselves when a step is entered that hasn't been looked at, or whose answers changed. One
 * request: what is running or found isn't asked for again, and a refused request isn't repeated by itself.
 */
export function useFirstChecks({ step, state, gate, check, signedIn }: StepModel): void {
  const open = gate.reasons.every(({ kind }) => kind === 'check');
  // What somebody decides by is looked at before they decide.
  const undecided =
    informing.includes(step.id) && gate.reasons.every(({ kind }) => kind === 'check' || kind === 'answers');
  const looked = [...step.checks, ...step.advice];
  // One is enough: what another step holds as well stays known when this one's answers change.
  const unseen = looked.some((id) => state.checks[id] === undefined);
  // What they waited for is there: an operation has brought it.
  const waited = looked.some((id) => {
    const finding = state.checks[id]?.finding;
    return finding?.state === 'skipped' && passes(state.checks[finding.because]?.finding);
  });
  const lost = looked.some((id) => {
    const { running, since } = state.checks[id] ?? {};
    return running && since !== undefined && Date.now() - Date.parse(since) > lostAfter;
  });
  // Who comes back from a sign-in did so because of these: they are looked at again without being asked.
  const refused = checksOf(step).some((id) => isRefused(state.checks[id]));
  useEffect(() => {
    if (signedIn && refused) check.run();
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once for each page: what is refused again stays refused
  }, [step.id]);
  const answers = JSON.stringify(state.answers);
  useEffect(() => {
    if ((open || undecided) && (unseen || waited || lost)) check.run();
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- `check` is new each time; what counts is listed
  }, [step.id, answers, open, undecided, unseen, waited, lost]);
}
