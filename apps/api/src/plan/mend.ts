import { type CheckId, plan } from '@portico/contract/plan';
import { type ProblemCode, problems } from '@portico/contract/problems';
import type { Verbs } from '@portico/plan/action';
import type { Envelope } from '@portico/plan/event';
import { passes } from '@portico/plan/finding';
import { checksOf } from '@portico/plan/plan';
import { emptyRun, reduce, type RunState } from '@portico/plan/reduce';
import { msg, text } from '@portico/plan/text';
import { Cancelled } from '../operations/ending.ts';
import type { Looked } from './run-checks.ts';
import { withUnmet } from './with-unmet.ts';

export const mendLeft = msg({
  id: 'mend.left',
  defaultMessage: 'Portico changed nothing. Whoever was asked may still do it.',
});
const watching = msg({ id: 'mend.watching', defaultMessage: 'We look until this holds.' });

interface Environment {
  /** Everything that happened in the run so far. */
  events(): Promise<readonly Envelope[]>;
  /** Looks without telling what was known before. */
  peek(checks: readonly CheckId[]): Promise<ReadonlyMap<CheckId, Looked>>;
  /** Looks and journals what is found. */
  prove(checks: readonly CheckId[]): Promise<ReadonlyMap<CheckId, Looked>>;
  readonly now: () => Date;
}

/** Seconds: a person waits at the other end, who was told “within a minute”. */
const every = 20;

/**
 * Waits until somebody made a check pass; looks, and changes nothing. Ends as cancelled once nobody is asked any
 * more: every link is over, or another answer describes another world.
 */
export async function mend(
  { events, peek, prove, now }: Environment,
  { id, check }: { readonly id: string; readonly check: CheckId },
  verbs: Verbs,
): Promise<void> {
  const wait = { says: text(watching), for: 'person', every, usually: 86_400 } as const;
  const ended = await verbs.until('mended', wait, async () => {
    const { state, overtaken } = followed(await events(), id, check);
    if (overtaken || isForgotten(state, id, now())) return 'nobody';
    const { finding, problem } = (await peek(withUnmet([check], state))).get(check) ?? {};
    // No look at all, until somebody signs in or the service lets us: the operation waits as every other does.
    if (problem && pauses(problem.code)) throw problem;
    if (!passes(finding)) return undefined;
    const looked = await prove(withUnmet([check, ...heldUpBy(state, check)], state));
    return passes(looked.get(check)?.finding) ? 'mended' : undefined;
  });
  if (ended === 'nobody') throw new Cancelled();
}

const pauses = (code: ProblemCode): boolean =>
  code === 'upstream-throttled' || (problems[code].retry === 'after-sign-in' && code !== 'consent-missing');

/** The run as it stands, and whether an answer since the start voided what was found: it described another world. */
function followed(events: readonly Envelope[], operation: string, check: CheckId) {
  let [state, begun, overtaken] = [emptyRun, false, false];
  for (const envelope of events) {
    const next = reduce(plan, state, envelope);
    const { event } = envelope;
    if (event.type === 'operation-started' && event.operation === operation) begun = true;
    if (begun && event.type === 'answered' && state.checks[check] && !next.checks[check]) overtaken = true;
    state = next;
  }
  return { state, overtaken };
}

/** It was given to somebody, and no link leads here any more. */
function isForgotten({ operations }: RunState, operation: string, now: Date): boolean {
  const given = Object.values(operations[operation]?.handOffs ?? {});
  const works = ({ state, until }: (typeof given)[number]) =>
    /^(given|opened)$/.test(state) && new Date(until) > now;
  return given.length > 0 && !given.some(works);
}

/** What wasn’t looked at because of this check, and what couldn’t be read for the same reason. */
function heldUpBy({ checks }: RunState, check: CheckId): readonly CheckId[] {
  const known = plan.steps.flatMap((step) => checksOf(step) as readonly CheckId[]);
  const code = (id: string) => {
    const finding = checks[id]?.finding;
    return finding?.state === 'unknown' ? finding.problem.code : undefined;
  };
  const found = new Set<CheckId>([check]);
  for (let before = 0; before < found.size; ) {
    before = found.size;
    for (const id of known) {
      const finding = checks[id]?.finding;
      if (finding?.state === 'skipped' && found.has(finding.because as CheckId)) found.add(id);
      if (code(id) !== undefined && code(id) === code(check)) found.add(id);
    }
  }
  return [...found].filter((id) => id !== check);
}
