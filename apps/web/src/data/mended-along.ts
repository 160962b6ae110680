import { problems } from '@portico/contract/problems';
import type { CheckState, RunState } from '@portico/plan/reduce';

const kinds: Readonly<Record<string, { readonly retry: string }>> = problems;

/** Could not be looked at for want of a sign-in, a proof or a consent. */
export const isRefused = (check: CheckState | undefined): boolean =>
  check?.finding?.state === 'unknown' && kinds[check.finding.problem.code]?.retry === 'after-sign-in';

/** Checks, and all that wasn't looked at because of any of them. */
export function withWaiting({ checks }: Pick<RunState, 'checks'>, asked: readonly string[]): string[] {
  const all = new Set(asked);
  for (let before = -1; before < all.size; ) {
    before = all.size;
    for (const [id, { finding }] of Object.entries(checks))
      if (finding?.state === 'skipped' && all.has(finding.because)) all.add(id);
  }
  return [...all];
}

/**
 * Checks, and those that the same thing may have mended: all that were refused, where one of them was, and all
 * that wasn't looked at because of any of these.
 */
export function mendedAlong(state: Pick<RunState, 'checks'>, asked: readonly string[]): string[] {
  const { checks } = state;
  const refused = asked.some((id) => isRefused(checks[id]));
  const others = refused ? Object.keys(checks).filter((id) => isRefused(checks[id])) : [];
  return withWaiting(state, [...asked, ...others]);
}
