import type { ProblemRecord } from '@portico/plan/finding';
import { msg } from '@portico/plan/text';
import { kind, type ProblemKind } from './problems/kind.ts';
import { signInProblems } from './problems/sign-in.ts';
import { updateProblems } from './problems/update.ts';

/** Every expected failure, by its permanent code. */
export const problems = {
  'request-invalid': kind(
    400,
    'never',
    msg({
      id: 'problem.request-invalid',
      defaultMessage: 'Something in this request is not as it should be.',
    }),
    msg({ id: 'problem.request-invalid.remedy', defaultMessage: 'Correct the marked fields and try again.' }),
  ),
  'other-address': kind(
    403,
    'never',
    msg({
      id: 'problem.other-address',
      defaultMessage:
        'This page was opened at another address than Portico’s own, and from there nothing is changed.',
    }),
    msg({ id: 'problem.other-address.remedy', defaultMessage: 'Open {address}, and go on there.' }),
  ),
  'not-found': kind(
    404,
    'never',
    msg({ id: 'problem.not-found', defaultMessage: 'There is nothing here, or it isn’t yours to see.' }),
    msg({
      id: 'problem.not-found.remedy',
      defaultMessage: 'Go back to your list of set-ups and open it from there.',
    }),
  ),
  'not-overridable': kind(
    409,
    'never',
    msg({
      id: 'problem.not-overridable',
      defaultMessage: 'This check can’t be passed over: what it guards would certainly fail.',
    }),
    msg({ id: 'problem.not-overridable.remedy', defaultMessage: 'Follow its remedy, then check again.' }),
  ),
  'finding-changed': kind(
    409,
    'now',
    msg({ id: 'problem.finding-changed', defaultMessage: 'This was looked at again since you decided.' }),
    msg({
      id: 'problem.finding-changed.remedy',
      defaultMessage: 'Read what was found now, and decide again.',
    }),
  ),
  'too-large': kind(
    413,
    'never',
    msg({ id: 'problem.too-large', defaultMessage: 'This request is larger than Portico accepts.' }),
    msg({ id: 'problem.too-large.remedy', defaultMessage: 'Send less at a time.' }),
  ),
  'customers-only': kind(
    403,
    'never',
    msg({
      id: 'problem.customers-only',
      defaultMessage: 'Only a customer who is signed in to the portal can place an order.',
    }),
    msg({
      id: 'problem.customers-only.remedy',
      defaultMessage:
        'Choose “You do it in Microsoft’s page, we watch”: one of the first users orders, and Portico notices.',
    }),
  ),
  ...signInProblems,
  ...updateProblems,
  'gate-closed': kind(
    409,
    'never',
    msg({ id: 'problem.gate-closed', defaultMessage: 'This can’t start yet.' }),
    msg({ id: 'problem.gate-closed.remedy', defaultMessage: 'Finish what is listed as missing first.' }),
  ),
  'not-confirmed': kind(
    422,
    'never',
    msg({
      id: 'problem.not-confirmed',
      defaultMessage: 'This begins only when somebody has typed {typed}. Nothing was begun.',
    }),
    msg({
      id: 'problem.not-confirmed.remedy',
      defaultMessage: 'Read what would change. If it is what you want, type that, and start again.',
    }),
  ),
  'already-running': kind(
    409,
    'never',
    msg({ id: 'problem.already-running', defaultMessage: 'This is already under way.' }),
    msg({
      id: 'problem.already-running.remedy',
      defaultMessage: 'Watch it here; nothing was started twice.',
    }),
  ),
  'nothing-to-hand-over': kind(
    409,
    'never',
    msg({
      id: 'problem.nothing-to-hand-over',
      defaultMessage: 'There is nothing here that somebody else could do.',
    }),
    msg({
      id: 'problem.nothing-to-hand-over.remedy',
      defaultMessage: 'Look at the step again: it has ended meanwhile, or needs nobody.',
    }),
  ),
  'site-elsewhere': kind(
    409,
    'never',
    msg({
      id: 'problem.site-elsewhere',
      defaultMessage: 'The Customer Portal of this environment is at another address: {name}, {url}.',
    }),
    msg({
      id: 'problem.site-elsewhere.remedy',
      defaultMessage:
        'Check the address again. Then select “Use this site” to go on with that one, or delete it in Power Pages and start again.',
    }),
  ),
  'site-other-pages': kind(
    409,
    'never',
    msg({
      id: 'problem.site-other-pages',
      defaultMessage: 'The site at {url} shows other pages than those that were chosen.',
    }),
    msg({
      id: 'problem.site-other-pages.remedy',
      defaultMessage:
        'If its pages are right, choose “New pages” and go on with it. If not, delete the site in Power Pages, and create it again.',
    }),
  ),
  'answers-locked': kind(
    409,
    'never',
    msg({
      id: 'problem.answers-locked',
      defaultMessage: 'This can’t be changed after work on it has begun.',
    }),
    msg({ id: 'problem.answers-locked.remedy', defaultMessage: 'Start a new set-up for another choice.' }),
  ),
  'answers-missing': kind(
    409,
    'never',
    msg({ id: 'problem.answers-missing', defaultMessage: 'A decision is missing.' }),
    msg({ id: 'problem.answers-missing.remedy', defaultMessage: 'Decide it on its own page first.' }),
  ),
  stopping: kind(
    503,
    'later',
    msg({ id: 'problem.stopping', defaultMessage: 'Portico is being stopped, or started anew.' }),
    msg({
      id: 'problem.stopping.remedy',
      defaultMessage: 'Nothing is lost. Try again in a moment.',
    }),
  ),
  'too-many-requests': kind(
    429,
    'later',
    msg({ id: 'problem.too-many-requests', defaultMessage: 'That was too often in a short time.' }),
    msg({ id: 'problem.too-many-requests.remedy', defaultMessage: 'Wait a minute and try again.' }),
  ),
  'gateway-unknown': kind(
    409,
    'never',
    msg({
      id: 'problem.gateway-unknown',
      defaultMessage:
        'The address of this environment’s dual-write gateway isn’t known; it can be given in the step Dual-write.',
    }),
    msg({
      id: 'problem.gateway-unknown.remedy',
      defaultMessage: 'Give it in the step Dual-write, or do this in Microsoft’s page while we watch.',
    }),
  ),
  'gateway-address-refused': kind(
    422,
    'never',
    msg({
      id: 'problem.gateway-address-refused',
      defaultMessage: 'This isn’t the address of a dual-write gateway. Nothing was sent there.',
    }),
    msg({
      id: 'problem.gateway-address-refused.remedy',
      defaultMessage:
        'Copy it from the browser’s network panel on Microsoft’s dual-write page: its host begins with projectmanagementservice.',
    }),
  ),
  'upstream-forbidden': kind(
    502,
    'never',
    msg({ id: 'problem.upstream-forbidden', defaultMessage: 'Microsoft does not let you do this.' }),
    msg({
      id: 'problem.upstream-forbidden.remedy',
      defaultMessage: 'See what Microsoft said below, and ask the administrator it names for the right.',
    }),
  ),
  'upstream-refused': kind(
    502,
    'never',
    msg({ id: 'problem.upstream-refused', defaultMessage: 'Microsoft refused this.' }),
    msg({
      id: 'problem.upstream-refused.remedy',
      defaultMessage:
        'See what Microsoft said below. Quote its correlation id when you ask Microsoft support.',
    }),
  ),
  'upstream-throttled': kind(
    503,
    'later',
    msg({ id: 'problem.upstream-throttled', defaultMessage: 'Microsoft asks us to slow down.' }),
    msg({
      id: 'problem.upstream-throttled.remedy',
      defaultMessage: 'Wait for the time shown, then look again.',
    }),
  ),
  'upstream-unavailable': kind(
    503,
    'later',
    msg({
      id: 'problem.upstream-unavailable',
      defaultMessage: 'Microsoft’s service does not answer as it should.',
    }),
    msg({ id: 'problem.upstream-unavailable.remedy', defaultMessage: 'Try again in a few minutes.' }),
  ),
  'upstream-shape': kind(
    502,
    'later',
    msg({
      id: 'problem.upstream-shape',
      defaultMessage: 'Microsoft answered in a way that Portico does not know.',
    }),
    msg({
      id: 'problem.upstream-shape.remedy',
      defaultMessage:
        'Look at it in Microsoft’s own page. Send us the details below so that we can learn it.',
    }),
  ),
  'outcome-unknown': kind(
    502,
    'later',
    msg({
      id: 'problem.outcome-unknown',
      defaultMessage: 'We asked Microsoft for a change and got no answer.',
    }),
    msg({
      id: 'problem.outcome-unknown.remedy',
      defaultMessage: 'Nothing is sent twice. Check again: we look whether the change is there.',
    }),
  ),
  'not-readable': kind(
    501,
    'never',
    msg({
      id: 'problem.not-readable',
      defaultMessage: 'Microsoft offers no supported way for apps to read this.',
    }),
    msg({ id: 'problem.not-readable.remedy', defaultMessage: 'Look at it yourself, as described here.' }),
  ),
  'address-not-allowed': kind(
    502,
    'never',
    msg({
      id: 'problem.address-not-allowed',
      defaultMessage: 'An answer pointed to an address that isn’t Microsoft’s.',
    }),
    msg({
      id: 'problem.address-not-allowed.remedy',
      defaultMessage:
        'Nothing was sent there. Check the settings of the environment and tell your security team.',
    }),
  ),
  'action-failed': kind(
    502,
    'now',
    msg({ id: 'problem.action-failed', defaultMessage: 'Microsoft reports that this did not work.' }),
    msg({
      id: 'problem.action-failed.remedy',
      defaultMessage: 'Read the reason below, mend it, and start again.',
    }),
  ),
  bug: kind(
    500,
    'never',
    msg({ id: 'problem.bug', defaultMessage: 'Something in Portico went wrong.' }),
    msg({
      id: 'problem.bug.remedy',
      defaultMessage: 'Nothing is lost. Reload the page; send us the reference if it stays.',
    }),
  ),
} satisfies Record<string, ProblemKind>;

export type ProblemCode = keyof typeof problems;

/** An expected failure. `challenge` is the claims challenge that a sign-in must answer; it is never journalled. */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly values: ProblemRecord['values'];
  readonly upstream: ProblemRecord['upstream'];
  readonly challenge: string | undefined;
  /** Seconds until another try makes sense. */
  readonly retryAfter: number | undefined;

  constructor(code: ProblemCode, more: ProblemMore = {}) {
    super(`${code}${more.detail ? `: ${more.detail}` : ''}`, more.cause ? { cause: more.cause } : {});
    this.name = 'Problem';
    this.code = code;
    this.values = more.values;
    this.upstream = more.upstream;
    this.challenge = more.challenge;
    this.retryAfter = more.retryAfter;
  }

  /** As events and findings keep it. */
  get record(): ProblemRecord {
    return {
      code: this.code,
      ...(this.values ? { values: this.values } : {}),
      ...(this.upstream ? { upstream: this.upstream } : {}),
    };
  }
}

interface ProblemMore {
  readonly values?: NonNullable<ProblemRecord['values']>;
  readonly upstream?: NonNullable<ProblemRecord['upstream']>;
  readonly challenge?: string;
  readonly retryAfter?: number;
  /** For logs only. */
  readonly detail?: string;
  readonly cause?: unknown;
}
