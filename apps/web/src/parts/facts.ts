import type { FindingFacts } from '@portico/contract/findings';
import type { RunState } from '@portico/plan/reduce';

/** The facts that a check found, as the contract shapes them; undefined until it found any. */
export const factsOf = <C extends keyof FindingFacts>(
  state: RunState,
  check: C,
): FindingFacts[C] | undefined =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- `facts` is written by the check of this id, whose shape the contract keeps.
  state.checks[check]?.finding?.facts as FindingFacts[C] | undefined;
