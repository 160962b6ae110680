import type { Website } from '@portico/microsoft/services/websites';
import { invitationsOf } from './invitations.ts';
import { nameOf } from './invitees.ts';
import { read, valueOf } from './read.ts';
import { idsIn } from './rows.ts';
import { createdAt } from './site-clock.ts';
import type { Targets } from './targets.ts';
import { testOrders } from './test-orders.ts';
import { textOf } from './text-of.ts';

/** That one of the first users was on the portal, as Dataverse has it. */
export interface PortalVisit {
  /** By which we know: they signed in, took their invitation, or ordered. */
  readonly by: 'sign-in' | 'invitation' | 'order';
  readonly name: string;
  /** ISO 8601. Of an invitation it is when its row last changed. */
  readonly at: string;
}

/** What `lastVisit` reaches. */
type Reaches = Pick<Targets, 'answers' | 'rows' | 'now'>;

/**
 * The newest sign that a first user was on the site, since it was made: whoever was has seen its pages, which of a
 * private site nobody else does. When they last signed in is written only where Authentication/LoginTrackingEnabled is
 * on (configure/configure-site-settings), which it isn't by default. That a row of a taken invitation last changed when
 * it was taken is assumed, and orders are placed by who is signed in.
 */
export async function lastVisit(
  targets: Reaches,
  site: Pick<Website, 'createdOn'>,
): Promise<PortalVisit | undefined> {
  const chosen = (targets.answers['first-users']?.people ?? []).map(({ contact }) => contact);
  const $filter = idsIn('contactid', chosen);
  if ($filter === undefined) return undefined;
  const column = 'adx_identity_lastsuccessfullogin';
  const [contacts, signIns, invitations, { orders }] = await Promise.all([
    targets.rows({ set: 'contacts', $select: 'contactid,firstname,lastname', $filter }),
    // An environment whose contacts lack the column says nothing of sign-ins, and of the others all the same.
    read(targets.rows({ set: 'contacts', $select: `contactid,${column}`, $filter }), ['upstream-refused']),
    invitationsOf(targets, chosen),
    testOrders(targets),
  ]);
  const named = (id: string) =>
    nameOf(contacts.find((row) => textOf(row['contactid']).toLowerCase() === id.toLowerCase()) ?? {});
  const since = createdAt(site) ?? 0;
  const visits: readonly PortalVisit[] = [
    ...orders.map(({ name, at }) => ({ by: 'order' as const, name, at })),
    ...(valueOf(signIns) ?? []).map((row) => ({
      by: 'sign-in' as const,
      name: named(textOf(row['contactid'])),
      at: textOf(row[column]),
    })),
    ...invitations.map(({ contact, changedAt }) => ({
      by: 'invitation' as const,
      name: named(contact),
      at: changedAt ?? '',
    })),
  ];
  return visits
    .filter(({ at }) => Date.parse(at) >= since)
    .toSorted((one, other) => Date.parse(other.at) - Date.parse(one.at))[0];
}
