import type { CheckId } from '@portico/contract/plan';
import { Problem } from '@portico/contract/problems';
import type { Person, RunEvent } from '@portico/plan/event';
import { type Evidence, type Finding, passes } from '@portico/plan/finding';
import type { RunState } from '@portico/plan/reduce';
import { msg, text } from '@portico/plan/text';
import type { AnyCheck } from '../checks/define-check.ts';
import type { Journal } from '../journal/journal.ts';
import type { Targets } from '../targets/targets.ts';

export interface Looking {
  readonly run: string;
  readonly state: RunState;
  readonly by: Person;
  readonly ids: readonly CheckId[];
  /** Targets for one check; what goes out through them is written to `evidence`. */
  targets(evidence: (seen: Evidence) => void): Targets;
  /** Ends the look: nobody waits for it any more. */
  readonly signal?: AbortSignal;
  /** Which events are worth the journal; all, unless told. */
  readonly news?: (event: RunEvent) => boolean;
}

export interface Looked {
  readonly finding: Finding;
  readonly evidence: readonly Evidence[];
  /** Milliseconds. */
  readonly took: number;
  /** Why nothing could be seen, with what a sign-in must prove; never journalled. */
  readonly problem?: Problem;
}

interface Environment {
  readonly checks: Readonly<Record<CheckId, AnyCheck>>;
  readonly journal: Pick<Journal, 'append'>;
  readonly now: () => Date;
  readonly bug: (error: unknown, check: string) => void;
}

const notLooked = msg({
  id: 'check.skipped',
  defaultMessage: 'Not looked at yet: something it builds on does not hold.',
});
const couldNotLook = msg({ id: 'check.unknown', defaultMessage: 'This can’t be verified at the moment.' });

/**
 * Looks at several things at once: each begins as soon as what it builds on holds, reports as it finishes,
 * and one that fails holds up only what depends on it. Never throws for what a check met, but when its look is ended.
 */
export async function runChecks(
  environment: Environment,
  looking: Looking,
): Promise<ReadonlyMap<CheckId, Looked>> {
  const { checks, journal } = environment;
  const started = new Map<CheckId, Promise<Looked>>();
  const waiting: RunEvent[] = [];
  let writing: Promise<void> | undefined;
  const write = (event: RunEvent) => {
    if (looking.news?.(event) === false) return;
    waiting.push(event);
    writing ??= writeAll();
    // Thrown at the end, below. Until then somebody must have heard of it, or Node ends the whole process.
    writing.catch(() => undefined);
  };
  /** What is said while something is being written goes with the next: writing holds up no look. */
  const writeAll = async () => {
    await Promise.resolve();
    while (waiting.length > 0) await journal.append(looking.run, looking.by, waiting.splice(0));
    writing = undefined;
  };

  const look = (id: CheckId): Promise<Looked> => {
    const known = started.get(id);
    if (known) return known;
    const looked = lookAt(id);
    started.set(id, looked);
    return looked;
  };
  const before = async (id: string): Promise<Finding | undefined> =>
    looking.ids.includes(id as CheckId)
      ? (await look(id as CheckId)).finding
      : looking.state.checks[id]?.finding;

  async function lookAt(id: CheckId): Promise<Looked> {
    write({ type: 'check-started', check: id });
    const check = checks[id];
    const found = await Promise.all(
      check.after.map(async (other) => ({ other, finding: await before(other) })),
    );
    // What somebody passes by decision holds up nothing that builds on it.
    const missing = found.find(({ other, finding }) => !passes(finding) && !looking.state.overrides[other]);
    const looked: Looked = missing
      ? {
          finding: { state: 'skipped', because: missing.other, says: text(notLooked) },
          evidence: [],
          took: 0,
        }
      : await observe(environment, check, id, looking);
    const { finding, evidence, took } = looked;
    write({ type: 'check-finished', check: id, finding, evidence, took });
    return looked;
  }

  const all = looking.ids.map(async (id) => [id, await look(id)] as const);
  // Whatever happens, nothing is under way any more when this ends.
  await Promise.allSettled(all);
  await writing;
  return new Map(await Promise.all(all));
}

async function observe(
  environment: Environment,
  check: AnyCheck,
  id: string,
  looking: Looking,
): Promise<Looked> {
  const evidence: Evidence[] = [];
  const began = environment.now().getTime();
  const done = (finding: Finding): Looked => ({
    finding,
    evidence,
    took: environment.now().getTime() - began,
  });
  try {
    const facts = await check.observe(looking.targets((seen) => evidence.push(seen)));
    return done(check.judge(facts));
  } catch (error) {
    // Nobody has looked: whoever asks next does.
    if (looking.signal?.aborted || (error instanceof Problem && error.code === 'stopping')) throw error;
    // What couldn't be had is "unknown" with its reason; it is never a no, and never a yes.
    if (error instanceof Problem)
      return {
        ...done({ state: 'unknown', says: text(couldNotLook), problem: error.record }),
        problem: error,
      };
    environment.bug(error, id);
    return done({ state: 'unknown', says: text(couldNotLook), problem: { code: 'bug' } });
  }
}
