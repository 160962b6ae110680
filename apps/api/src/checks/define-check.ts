import type { Check } from '@portico/plan/check';
import type { Targets } from '../targets/targets.ts';

/** A check of this API: it looks through `Targets` and nothing else. */
export const defineCheck = <Facts>(check: Check<Targets, Facts>): AnyCheck => check;

/** A check whose facts are its own business: `judge` is only ever given what its `observe` answered. */
export type AnyCheck = Check<Targets, unknown>;
