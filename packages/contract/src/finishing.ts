import type { Finding, Owner } from '@portico/plan/finding';
import type { RunState } from '@portico/plan/reduce';
import type { FindingFacts } from './findings.ts';
import { type CheckId, plan, type StepId } from './plan.ts';

/** What a person may hold, and the check that tells whether they do. */
const rights = {
  user: 'environment-user',
  /** In any way: what comes by a team counts for everything but creating a site. */
  administrator: 'system-administrator',
  'administrator-directly': 'system-administrator',
  'read-write': 'read-write-access',
  'create-sites': 'site-creation-allowed',
  'finance-administrator': 'finance-operations-administrator',
  'at-home': 'home-tenant',
  'tenant-administrator': 'service-administrator',
} as const satisfies Record<string, CheckId>;

export type Right = keyof typeof rights;

/** The rights that a step's work needs, whether or not anybody has looked for them. */
export const rightsFor = (step: StepId): readonly Right[] => needs[step];

/** What the work of a step needs; looking and deciding need nothing but a user (dual-write: troubleshooting; Power Pages: admin-roles). */
const needs: Readonly<Record<StepId, readonly Right[]>> = {
  environment: ['user'],
  access: [],
  // Capacity is read and set aside by administrators of the tenant.
  licensing: ['tenant-administrator'],
  'dual-write': ['user', 'administrator', 'at-home'],
  'table-maps': ['user', 'administrator', 'finance-administrator', 'at-home'],
  // Settings and prices in Dataverse, products and number sequences in finance and operations.
  'order-readiness': ['user', 'administrator', 'finance-administrator'],
  'portal-site': ['user', 'administrator-directly', 'read-write', 'create-sites'],
  // Contacts, web roles and invitations are rows of Dataverse.
  'first-users': ['user', 'administrator', 'read-write'],
  // Somebody who has signed up places it; it is looked for on both sides.
  'test-order': ['user'],
  // Who made the site may, and who administers its environment; which of both isn't known before there is one.
  'go-live': ['user', 'administrator-directly'],
  report: [],
  // Configuration is rows of Dataverse, and the site is restarted.
  update: ['user', 'administrator', 'read-write'],
};

/** Who can finish a step: this person, somebody else, or nobody can tell, because a right couldn't be read. */
export interface Finishing {
  readonly step: StepId;
  readonly can: 'you' | 'somebody' | 'unclear';
  /** Who can do something about what is lacking. */
  readonly who: readonly Owner[];
  /** Checks that say what is lacking, or that couldn't tell. */
  readonly because: readonly CheckId[];
}

type Checks = RunState['checks'];

/**
 * Who can finish which step with the rights that were found. Undefined until every right was looked at once: half an
 * answer would say "you can" for what nobody has looked at.
 */
export function finishing(checks: Checks): readonly Finishing[] | undefined {
  if (Object.values(rights).some((id) => checks[id]?.finding === undefined)) return undefined;
  return plan.steps.map(({ id }) => finishingOf(id, checks));
}

function finishingOf(step: StepId, checks: Checks): Finishing {
  const found = needs[step].map((right) => ({ check: rights[right], has: holds(right, checks) }));
  const lacking = found.filter(({ has }) => has === false);
  const decisive = lacking.length > 0 ? lacking : found.filter(({ has }) => has === undefined);
  const because = decisive.map(({ check }) => check);
  const can = lacking.length > 0 ? 'somebody' : decisive.length > 0 ? 'unclear' : 'you';
  const owners = because.flatMap((check) => ownerOf(checks[check]?.finding) ?? []);
  return { step, can, who: can === 'you' ? [] : [...new Set(owners)], because };
}

/** Undefined: it couldn't be read. A yes with a doubt is no yes. */
function holds(right: Right, checks: Checks): boolean | undefined {
  const finding = checks[rights[right]]?.finding;
  if (!finding || finding.details?.some(({ state }) => state === 'not-checked')) return undefined;
  switch (finding.state) {
    case 'ok':
      return true;
    case 'warn':
    case 'blocked':
      // How the role is held decides: by a team is enough here, and what couldn't be read is no answer.
      if (right !== 'administrator') return false;
      return { 'by-team': true, unclear: undefined, not: false, directly: true }[heldBy(finding)];
    case 'unknown':
    case 'skipped':
    default:
      return undefined;
  }
}

// Facts of this check are of this shape (findings.ts); a finding without them says nothing of it.
const heldBy = ({ facts }: Finding) =>
  (facts as FindingFacts['system-administrator'] | undefined)?.held ?? 'unclear';

const ownerOf = (finding: Finding | undefined): Owner | undefined =>
  finding && 'remedy' in finding ? finding.remedy?.owner : undefined;
