import type { Finding, Owner, ProblemRecord, Remedy } from '@portico/plan/finding';
import { type Gate, operationOf } from '@portico/plan/gate';
import { checksOf, mending, type Plan, type Step } from '@portico/plan/plan';
import type { OperationState, RunState } from '@portico/plan/reduce';
import { msg, type Text, text } from '@portico/plan/text';
import type { FoundFacts } from './found-facts.ts';
import { actionTitle, checkTitle, ownerName, stepTitle } from './names.ts';
import type { Says } from './says.ts';

/** Something that isn't as it should be, with who can do what about it. */
export interface OpenItem {
  readonly title: Says;
  readonly says: readonly Says[];
  readonly owner: Text;
  readonly steps: readonly Says[];
  readonly link?: string;
  /** What Microsoft said, word for word, with its correlation id. */
  readonly quoted?: string;
}

const untouched = msg({ id: 'report.open.untouched', defaultMessage: 'Nobody has looked at this step yet.' });
const undecided = msg({ id: 'report.open.undecided', defaultMessage: 'A decision is missing.' });
const unverified = msg({ id: 'report.open.unverified', defaultMessage: 'This could not be verified' });
const resume = msg({
  id: 'report.open.resume',
  defaultMessage: 'Open the step in Portico and go on from there.',
});
const underWay = msg({ id: 'report.open.under-way', defaultMessage: 'Under way since {since}.' });
const asked = msg({ id: 'report.open.asked', defaultMessage: '{to} was asked for it on {since}.' });
const goesOn = msg({
  id: 'report.open.waiting',
  defaultMessage: 'It goes on by itself; look again in Portico.',
});
const awaits = msg({
  id: 'report.open.awaits',
  defaultMessage: 'Finish in Microsoft’s page what Portico shows for this step.',
});
const signIn = msg({
  id: 'report.open.sign-in',
  defaultMessage: 'Sign in to Portico again: it waits for that.',
});
const trialTitle = msg({ id: 'report.open.trial', defaultMessage: 'The site is a trial' });
const trialSays = msg({
  id: 'report.open.trial.says',
  defaultMessage:
    'The trial ends on {end}. On {deletedOn} Microsoft deletes the site’s host; its pages and settings stay in Dataverse.',
});
const convert = msg({
  id: 'report.open.trial.convert',
  defaultMessage:
    'In the Power Platform admin centre, open “Power Pages sites”, select the site, and convert it to production. It needs Power Pages capacity or pay-as-you-go.',
});

/** All that is open, in the order of the plan; then what has a date. */
export function openItems(
  plan: Plan,
  state: RunState,
  gates: Readonly<Record<string, Gate>>,
  found: FoundFacts,
): readonly OpenItem[] {
  const said = new Set<string>();
  // A check may stand in two steps; it is one item.
  const firstTime = (id: string) => !said.has(id) && said.add(id);
  // What recurs is open only once somebody has begun it.
  const begun = plan.steps.filter(({ id, recurring }) => !recurring || state.answers[id] !== undefined);
  const ofSteps = begun.flatMap((step) => [
    ...checksOf(step)
      .filter(firstTime)
      .flatMap((id) => ofFinding(id, state.checks[id]?.finding, waiting(state, id))),
    ...ofOperation(operationOf(step, state), gates[step.id]),
    ...ofStep(step, state, gates[step.id]),
  ]);
  const { clock } = found.trial ?? {};
  // What ends soon, or has, is an item already: the check itself says so.
  const quiet = state.checks['trial-clock']?.finding?.state === 'ok';
  const trial: OpenItem[] =
    clock && quiet
      ? [
          {
            title: text(trialTitle),
            says: [text(trialSays, { end: clock.suspendedOn, deletedOn: clock.deletedOn })],
            owner: ownerName('environment-admin'),
            steps: [text(convert)],
          },
        ]
      : [];
  return [...ofSteps, ...trial];
}

/** Whoever was asked for it and may still do it. */
const waiting = ({ operations }: RunState, check: string): readonly Text[] =>
  Object.values(operations)
    .filter(({ action, finished }) => action === mending(check) && !finished)
    .flatMap(({ handOffs }) => Object.values(handOffs))
    .filter(({ state }) => state === 'given' || state === 'opened')
    .map(({ to, since }) => text(asked, { to, since }));

function ofFinding(check: string, finding: Finding | undefined, waits: readonly Text[]): OpenItem[] {
  if (finding?.state === 'warn' || finding?.state === 'blocked') {
    const { says, cause, remedy } = finding;
    return [{ title: says, says: [...(cause ? [cause] : []), ...waits], ...ofRemedy(remedy) }];
  }
  if (finding?.state !== 'unknown') return [];
  const { problem, ...rest } = ofProblem(finding.problem);
  const look = finding.remedy && ofRemedy(finding.remedy);
  return [{ title: text(unverified), says: [checkTitle(check), problem, ...waits], ...rest, ...look }];
}

const ofRemedy = ({ owner, steps, link }: Remedy): Pick<OpenItem, 'owner' | 'steps' | 'link'> => ({
  owner: ownerName(owner),
  steps,
  ...(link ? { link } : {}),
});

const ofProblem = (problem: ProblemRecord): Omit<OpenItem, 'title' | 'says'> & { problem: Text } => {
  const { code, values, upstream } = problem;
  const owner: Owner = code === 'bug' || code === 'registration-broken' ? 'portico' : 'you';
  const words = upstream && [upstream.status || '', upstream.code, upstream.message, upstream.correlation];
  return {
    problem: { id: `problem.${code}`, ...(values ? { values } : {}) },
    owner: ownerName(owner),
    steps: [{ id: `problem.${code}.remedy`, ...(values ? { values } : {}) }],
    ...(words ? { quoted: words.filter(Boolean).join(' · ') } : {}),
  };
};

function ofOperation(operation: OperationState | undefined, gate: Gate | undefined): OpenItem[] {
  if (!operation || gate?.passable) return [];
  const title = actionTitle(operation.action);
  const { finished, waiting: waits, startedAt } = operation;
  if (!finished) {
    const next = { person: awaits, 'sign-in': signIn, upstream: goesOn }[waits?.for ?? 'upstream'];
    return [
      {
        title,
        says: [text(underWay, { since: startedAt }), ...(waits ? [waits.says] : [])],
        owner: ownerName(waits?.for === 'upstream' || !waits ? 'microsoft' : 'you'),
        steps: [text(next)],
      },
    ];
  }
  if (finished.outcome !== 'failed' || !finished.problem) return [];
  const { problem, ...rest } = ofProblem(finished.problem);
  return [{ title, says: finished.left ? [problem, finished.left] : [problem], ...rest }];
}

/** A step that waits for a decision, or for somebody to begin. */
function ofStep(step: Step, state: RunState, gate: Gate | undefined): OpenItem[] {
  if (gate?.passable) return [];
  const missing = step.asks && state.answers[step.id] === undefined;
  const looked = checksOf(step).some((id) => state.checks[id]?.finding);
  if (!missing && (looked || checksOf(step).length === 0)) return [];
  return [
    {
      title: stepTitle(step.id),
      says: [text(missing ? undecided : untouched)],
      owner: ownerName('you'),
      steps: [text(resume)],
    },
  ];
}
