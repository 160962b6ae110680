import { msg, text } from '@portico/plan/text';
import { defineCheck } from './define-check.ts';

const same = msg({
  id: 'organization-matches.ok',
  defaultMessage: 'Dataverse is the organization that the environment names.',
});
const other = msg({
  id: 'organization-matches.other',
  defaultMessage: 'The environment names organization {platform}, but Dataverse answers as {dataverse}.',
});
const cause = msg({
  id: 'organization-matches.cause',
  defaultMessage: 'The environment was copied, restored or reset, and its record is behind.',
});
const wait = msg({
  id: 'organization-matches.remedy',
  defaultMessage:
    'Wait for the copy or restore to end; if it ended hours ago, ask Microsoft support to mend the environment’s record.',
});

/** The organization that answers is the one the site would be created for. */
export default defineCheck({
  title: msg({
    id: 'organization-matches.title',
    defaultMessage: 'Dataverse is the organization that the environment names',
  }),
  why: msg({
    id: 'organization-matches.why',
    defaultMessage:
      'The site is created for an organization by its id; a wrong id would create it elsewhere.',
  }),
  owner: 'microsoft',
  after: ['environment-user'],
  observe: async ({ environment, dataverse }) => {
    const [{ properties }, client] = await Promise.all([environment(), dataverse()]);
    const { OrganizationId } = await client.whoAmI({});
    return { platform: properties.linkedEnvironmentMetadata?.resourceId ?? '', dataverse: OrganizationId };
  },
  judge: ({ platform, dataverse }) =>
    platform.toLowerCase() === dataverse.toLowerCase()
      ? { state: 'ok', says: text(same) }
      : {
          state: 'blocked',
          says: text(other, { platform, dataverse }),
          cause: text(cause),
          remedy: { owner: 'microsoft', steps: [text(wait)] },
        },
});
