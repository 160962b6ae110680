import type { RunState } from '@portico/plan/reduce';
import { factsOf } from '../parts/facts.ts';
import { hostOf } from '../text/host-of.ts';

/** "Contoso · Production ⇄ contoso.operations.dynamics.com": always in sight, as far as it is known. */
export function placeWords(state: RunState): string {
  const linked = factsOf(state, 'fno-linked');
  const other = linked?.platformSays ?? linked?.dataverseSays;
  const pair = linked ? [linked.environment.name, other && hostOf(other)].filter(Boolean).join(' ⇄ ') : '';
  return [state.title, pair].filter(Boolean).join(' · ');
}
