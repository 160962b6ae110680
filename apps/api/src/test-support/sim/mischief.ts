import type { Chance } from '../seeded.ts';

/** What may go wrong with any call and any process, and how often where it may: each chance is of one opportunity. */
export const withCalls = {
  crash: 0.006,
  throttled: 0.1,
  'request lost': 0.1,
  'never sent': 0.05,
  'answer lost': 0.12,
  'arrives late': 0.12,
  'server error before': 0.1,
  'server error after': 0.1,
  'token turned down': 0.01,
  'sign-in ends': 0.5,
  'colleague takes over': 0.3,
  cancelled: 0.3,
  nudged: 0.3,
} as const;
export type CallFault = keyof typeof withCalls;

export interface Mischief<Kind extends string = string> {
  /** Whether it happens at this opportunity; counted when it does. */
  strikes(kind: Kind): boolean;
  /** From here on nothing goes wrong. */
  end(): void;
  readonly over: boolean;
  readonly counts: Readonly<Partial<Record<Kind, number>>>;
}

/** Each seed has some of the kinds, gently or hard: a story in which everything happens hides what one thing breaks. */
export function drawMischief<Kind extends string>(
  chance: Chance,
  kinds: Readonly<Record<Kind, number>>,
): Mischief<Kind> {
  const rates = new Map<Kind, number>();
  for (const kind of Object.keys(kinds) as Kind[])
    rates.set(kind, chance.next() < 0.45 ? kinds[kind] * (0.5 + chance.next()) : 0);
  const counts: Partial<Record<Kind, number>> = {};
  let over = false;
  return {
    counts,
    get over() {
      return over;
    },
    end: () => void (over = true),
    strikes(kind) {
      const rate = rates.get(kind) ?? 0;
      if (over || rate === 0 || chance.next() >= rate) return false;
      counts[kind] = (counts[kind] ?? 0) + 1;
      return true;
    },
  };
}
