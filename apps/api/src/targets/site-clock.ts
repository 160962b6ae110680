import type { Website } from '@portico/microsoft/services/websites';

type Read = Pick<
  Website,
  'createdOn' | 'type' | 'status' | 'trialExpiringInDays' | 'suspendedWebsiteDeletingInDays'
>;

/** When a trial ends, in absolute time, ISO 8601. */
export interface TrialClock {
  readonly suspendedOn: string;
  readonly deletedOn: string;
  /** Whole days until it is suspended, or until its host is deleted once it was. */
  readonly left: number;
  readonly suspended: boolean;
  /** Days that Microsoft counts where they don’t fit the documented ones: the dates are by its count then. */
  readonly counted?: number;
}

const day = 86_400_000;
/** Suspended for so many days before the host is deleted (power-pages-docs, admin/lifecycle). */
const grace = 7;

/** Thirty days in a trial environment, ninety elsewhere (admin/lifecycle; older pages say thirty everywhere). */
const documented = (sku: string | undefined): number => (sku === 'Trial' ? 30 : 90);

export const isProduction = ({ type }: Pick<Website, 'type'>): boolean => /^Production/i.test(type ?? '');

/** That it reads like this is inferred from the admin centre’s words: Configured, Suspended, Not configured. */
export const isSuspended = ({ status }: Pick<Website, 'status'>): boolean => /suspended$/i.test(status ?? '');

/**
 * The clock of a trial: documented days from its creation on. Where Microsoft’s own count is more than two days off,
 * its count is what it acts by, and the dates follow it. Undefined where nothing says when it was created or ends.
 */
export function trialClock(site: Read, sku: string | undefined, now: Date): TrialClock | undefined {
  const created = createdAt(site);
  const suspended = isSuspended(site);
  const counted = suspended ? site.suspendedWebsiteDeletingInDays : site.trialExpiringInDays;
  const byRule =
    created === undefined ? undefined : created + (documented(sku) + (suspended ? grace : 0)) * day;
  const byCount = typeof counted === 'number' ? now.getTime() + counted * day : undefined;
  const end = fits(byRule, byCount) ? byRule : byCount;
  if (end === undefined) return undefined;
  const [suspendedOn, deletedOn] = suspended ? [end - grace * day, end] : [end, end + grace * day];
  return {
    suspendedOn: new Date(suspendedOn).toISOString(),
    deletedOn: new Date(deletedOn).toISOString(),
    left: Math.max(0, Math.floor((end - now.getTime()) / day)),
    suspended,
    ...(byRule !== undefined && end !== byRule && typeof counted === 'number' ? { counted } : {}),
  };
}

const fits = (byRule: number | undefined, byCount: number | undefined): boolean =>
  byRule !== undefined && (byCount === undefined || Math.abs(byRule - byCount) <= 2 * day);

/** Milliseconds since 1970. Without a zone, as recorded, it is UTC. */
export function createdAt({ createdOn }: Pick<Website, 'createdOn'>): number | undefined {
  if (!createdOn) return undefined;
  const at = Date.parse(/(Z|[+-]\d\d:?\d\d)$/i.test(createdOn) ? createdOn : `${createdOn}Z`);
  return Number.isNaN(at) ? undefined : at;
}
