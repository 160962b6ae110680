/** One screen of the journey. Every id in it needs a check, an action or a view, or nothing compiles. */
export interface Step {
  readonly id: string;
  readonly group: string;
  /** Steps that must be passable before this one may start. */
  readonly after: readonly string[];
  /** True when the person decides something here; until then nothing is checked. */
  readonly asks: boolean;
  /** Of later days: no part of setting up, so nothing is unfinished without it. */
  readonly recurring?: true;
  /** Must hold before an action of this step may start, but for those that are its proof too: it mends them. */
  readonly checks: readonly string[];
  /** Those of `checks` that a person may override with a reason. */
  readonly soft: readonly string[];
  /** Said, and never a stop. */
  readonly advice: readonly string[];
  readonly actions: readonly string[];
  /** Actions of later days, that interrupt or take back what the others did: they complete nothing. */
  readonly later: readonly string[];
  /** Hold only once the actions had their effect: they complete the step. */
  readonly proof: readonly string[];
}
export type Plan = Readonly<{ version: string; groups: readonly string[]; steps: readonly Step[] }>;

export const definePlan = <const P extends Plan>(plan: P): P => plan;
export const checksOf = ({ checks, advice, proof }: Step): readonly string[] =>
  Array.from(new Set([checks, advice, proof].flat()));
/** The action that waits until somebody made a check pass; every check has it, and only guided. */
export const mending = (check: string): string => `mend:${check}`;
export const actionsOf = (step: Step): readonly string[] =>
  [step.actions, step.later, checksOf(step).map(mending)].flat();
export const stepOf = (plan: Plan, kind: 'check' | 'action', id: string): Step | undefined =>
  plan.steps.find((step) => (kind === 'check' ? checksOf(step) : actionsOf(step)).includes(id));
