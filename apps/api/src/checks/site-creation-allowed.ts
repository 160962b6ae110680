import { Problem } from '@portico/contract/problems';
import { msg, text } from '@portico/plan/text';
import { defineCheck } from './define-check.ts';

const allowed = msg({
  id: 'site-creation-allowed.ok',
  defaultMessage: 'The tenant lets people who aren’t administrators create sites.',
});
const closed = msg({
  id: 'site-creation-allowed.closed',
  defaultMessage: 'Only administrators may create sites in this tenant.',
});
const cause = msg({
  id: 'site-creation-allowed.cause',
  defaultMessage: 'The tenant setting “disablePortalsCreationByNonAdminUsers” is on.',
});
const role = msg({
  id: 'site-creation-allowed.remedy.role',
  defaultMessage: 'If you are Power Platform or Dynamics 365 administrator by direct assignment, go on.',
});
const ask = msg({
  id: 'site-creation-allowed.remedy.ask',
  defaultMessage:
    'Otherwise ask a tenant administrator to create the site with you, or to turn the setting off.',
});

/** The tenant's setting for site creation by people who aren't administrators. Null means allowed. */
export default defineCheck({
  title: msg({ id: 'site-creation-allowed.title', defaultMessage: 'The tenant lets you create a site' }),
  why: msg({
    id: 'site-creation-allowed.why',
    defaultMessage: 'A tenant can keep the creation of sites to its administrators.',
  }),
  owner: 'tenant-admin',
  after: [],
  observe: async ({ bap }) => {
    const settings = await bap.listTenantSettings({});
    // It is always there, true or false (recorded answers): without it nothing was said about it.
    if (settings.disablePortalsCreationByNonAdminUsers === undefined)
      throw new Problem('upstream-shape', { detail: 'tenant settings without the one for sites' });
    return settings;
  },
  judge: ({ disablePortalsCreationByNonAdminUsers: off }) =>
    off === true
      ? {
          state: 'warn',
          says: text(closed),
          cause: text(cause),
          remedy: { owner: 'tenant-admin', steps: [text(role), text(ask)] },
        }
      : { state: 'ok', says: text(allowed) },
});
