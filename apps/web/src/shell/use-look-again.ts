import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { pauseAfter, stuckChecks } from '../data/look-again.ts';
import type { StepModel } from '../parts/step-model.ts';

/** Milliseconds; who comes back sooner has not been anywhere. */
const justLooked = 10_000;

/**
 * Looks again by itself at what stops a step: when the person comes back to this tab, and every now and then while
 * they watch it, since roles, consents and packages arrive late.
 * @returns when the next look is due, in milliseconds since 1970; undefined when none is planned
 */
export function useLookAgain({ step, state, gate, check }: StepModel): number | undefined {
  const stuck = gate.status === 'cannot-start' ? [] : stuckChecks(step, state);
  const lookedAt = Math.max(0, ...stuck.map((id) => Date.parse(state.checks[id]?.at ?? '') || 0));
  // In vain so far, for this very set of checks.
  const looks = useRef({ at: '', count: 0 });
  const [due, setDue] = useState<number>();
  const names = stuck.join(' ');
  const look = useEffectEvent(() => void check.run(stuck));

  useEffect(() => {
    if (names === '') return undefined;
    if (looks.current.at !== names) looks.current = { at: names, count: 0 };
    let timer: ReturnType<typeof setTimeout> | undefined;
    const plan = () => {
      clearTimeout(timer);
      const pause = document.visibilityState === 'visible' ? pauseAfter(looks.current.count) : undefined;
      setDue(pause === undefined ? undefined : Date.now() + pause);
      if (pause === undefined) return;
      timer = setTimeout(() => {
        looks.current.count += 1;
        look();
      }, pause);
    };
    const backAgain = () => {
      const back = document.visibilityState === 'visible' && Date.now() - lookedAt > justLooked;
      if (!back) return plan();
      looks.current.count = 0;
      return look();
    };
    plan();
    document.addEventListener('visibilitychange', backAgain);
    return () => {
      clearTimeout(timer);
      setDue(undefined);
      document.removeEventListener('visibilitychange', backAgain);
    };
    // Each look has a new time, and so plans the next one.
  }, [names, lookedAt]);

  return due;
}
