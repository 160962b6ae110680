import type { RunState } from '@portico/plan/reduce';
import { factsOf } from '../parts/facts.ts';

const host = (url: string) => (URL.canParse(url) ? new URL(url).hostname : url);

/** "Contoso · Production ⇄ contoso.operations.dynamics.com": always in sight, as far as it is known. */
export function placeWords(state: RunState): string {
  const linked = factsOf(state, 'fno-linked');
  const other = linked?.platformSays ?? linked?.dataverseSays;
  const pair = linked ? [linked.environment.name, other && host(other)].filter(Boolean).join(' ⇄ ') : '';
  return [state.title, pair].filter(Boolean).join(' · ');
}
