import { canHandOver } from '@portico/contract/hand-over';
import { type ActionId, type CheckId, mendedBy, provenBy } from '@portico/contract/plan';
import { Problem } from '@portico/contract/problems';
import type { Guide } from '@portico/plan/action';
import type { Finding, ProblemRecord } from '@portico/plan/finding';
import type { OperationState, RunState } from '@portico/plan/reduce';
import { msg, type Text, text } from '@portico/plan/text';
import { checks } from '../checks/index.ts';

/** What one person is asked to do, and why. Nothing else of the run is in it. */
export interface Task {
  readonly says: Text;
  readonly why: readonly Text[];
  readonly guide: Guide;
}

/** Where people do what a finding asks for, in the cloud and the tenant of a run. */
export interface Places {
  readonly adminCentre: string;
  /** Where an administrator accepts everything that our registration asks for. */
  readonly consent: (tenant: string) => string;
}

const notice = msg({ id: 'mend.notice', defaultMessage: 'We notice when it is done, within a minute.' });
const consent = msg({
  id: 'mend.consent',
  defaultMessage: 'Portico may not use {service} for the people of this organization yet.',
});
const grants = msg({
  id: 'mend.consent.grants',
  defaultMessage:
    'Accepting lets Portico use {service} in the name of whoever is signed in, and never with more rights than that person has.',
});
const open = msg({
  id: 'mend.consent.open',
  defaultMessage:
    'Open the consent page and pick your account. It must be one that may accept for everybody.',
});
const one = msg({
  id: 'mend.task',
  defaultMessage: 'One thing has to be done in Microsoft’s own page.',
});
const read = msg({
  id: 'mend.consent.read',
  defaultMessage: 'Read what Portico asks for, and select “Accept”.',
});

/** What has to happen for a check to pass. Throws `nothing-to-hand-over` where no other person could do it. */
export function taskOf(check: CheckId, finding: Finding | undefined, places: Places, tenant: string): Task {
  const why = text(checks[check].why);
  if (finding?.state === 'blocked' && canHandOver(finding)) {
    const { owner, steps, link = places.adminCentre } = finding.remedy;
    return {
      says: finding.says,
      why: finding.cause ? [finding.cause, why] : [why],
      guide: { who: owner, link, steps, notice: text(notice) },
    };
  }
  if (finding?.state === 'unknown' && canHandOver(finding)) {
    const service = serviceOf(finding.problem);
    return {
      says: text(consent, { service }),
      why: [text(grants, { service }), why],
      guide: {
        who: 'tenant-admin',
        link: places.consent(tenant),
        steps: [text(open), text(read)],
        notice: text(notice),
      },
    };
  }
  throw new Problem('nothing-to-hand-over');
}

/**
 * What a waiting operation asks for now. What is left to do for a check follows its newest finding; where that says
 * nothing to do, what was asked at the start still stands.
 */
export function taskFor(
  { action, guide }: OperationState,
  { checks: found }: RunState,
  places: Places,
  tenant: string,
): Task | undefined {
  if (!guide) return undefined;
  const check = mendedBy(action);
  if (!check) return { says: { id: `${action}.title` }, why: reasonsOf(action), guide };
  const { finding } = found[check] ?? {};
  if (canHandOver(finding)) return taskOf(check, finding, places, tenant);
  return { says: text(one), why: [text(checks[check].why)], guide };
}

/** An action is worth what its first proof is worth. */
function reasonsOf(action: string): readonly Text[] {
  const proof = Object.hasOwn(provenBy, action) ? provenBy[action as ActionId][0] : undefined;
  return proof ? [text(checks[proof].why)] : [];
}

/** Microsoft’s names for what tokens are for; product names aren’t translated. */
const services: readonly (readonly [RegExp, string])[] = [
  [/graph\./i, 'Microsoft Graph'],
  [/power/i, 'Power Platform'],
  [/integrator/i, 'Dual-write'],
  [/crm|dynamics/i, 'Dynamics 365'],
];

/** Calls name their service; what got no token at all is known by its audience. */
function serviceOf({ values }: ProblemRecord): string {
  const audience = String(values?.['audience'] ?? '');
  const known = services.find(([pattern]) => pattern.test(audience))?.[1];
  return String(values?.['service'] ?? known ?? audience);
}
