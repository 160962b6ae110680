import type { PortalUser } from './portal-user.ts';

/** What a page of the site may be for. */
export type Right = 'order' | 'own-orders' | 'account-orders' | 'all-orders' | 'account' | 'contacts';

/**
 * What the template's roles are for (Supply Chain Management documentation, customer-portal-user-admin), by their names.
 * In the real one, table permissions say it.
 */
const rights: Readonly<Record<string, readonly Right[]>> = {
  Administrator: ['order', 'all-orders', 'account', 'contacts'],
  'Customer representative': ['order', 'account-orders', 'account', 'contacts'],
  'Authorized users': ['order', 'own-orders'],
};

/** All that somebody's roles give them; nothing for who isn't signed in, or holds no role. */
export const rightsOf = (user: PortalUser | undefined): ReadonlySet<Right> =>
  new Set((user?.roles ?? []).flatMap((role) => rights[String(role['adx_name'])] ?? []));
