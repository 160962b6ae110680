import type { Evidence } from '@portico/plan/finding';

/** What one check saw, and what it builds on. */
export interface Seen {
  readonly after: readonly string[];
  readonly evidence: readonly Pick<Evidence, 'at' | 'took' | 'url'>[];
}

interface Call {
  readonly begins: number;
  readonly ends: number;
  /** Every check that saw it; checks share answers. */
  readonly seenBy: Set<string>;
}

/** The calls of a look, each once, however many checks shared its answer. Earliest first. */
export function callsOf(look: ReadonlyMap<string, Seen>): readonly Call[] {
  const calls = new Map<string, Call>();
  for (const [check, { evidence }] of look)
    for (const { at, took, url } of evidence) {
      // Two calls of one address at one moment that took as long are one as far as time goes.
      const key = JSON.stringify([at, took, url]);
      const begins = Date.parse(at);
      const known = calls.get(key) ?? { begins, ends: begins + took, seenBy: new Set<string>() };
      calls.set(key, known);
      known.seenBy.add(check);
    }
  return [...calls.values()].sort((a, b) => a.begins - b.begins);
}

/**
 * The longest chain of dependent calls, in milliseconds, as far as evidence shows it: a call waited for another
 * when it began after that one's end, in the same check or in one that builds on it. What a check asks for one
 * after the other without need counts as waiting, too: the evidence can't tell.
 */
export function longestCallChain(look: ReadonlyMap<string, Seen>): number {
  const builds = (check: string, on: string): boolean =>
    check === on || (look.get(check)?.after.some((other) => builds(other, on)) ?? false);
  const waits = (call: Call, on: Call) =>
    on.ends <= call.begins &&
    [...call.seenBy].some((check) => [...on.seenBy].some((other) => builds(check, other)));
  const chains = new Map<Call, number>();
  for (const call of callsOf(look)) {
    const before = [...chains].filter(([other]) => waits(call, other)).map(([, chain]) => chain);
    chains.set(call, call.ends - call.begins + Math.max(0, ...before));
  }
  return Math.max(0, ...chains.values());
}
