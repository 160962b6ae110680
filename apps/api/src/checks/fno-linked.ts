import type { FindingFacts } from '@portico/contract/findings';
import { msg, text } from '@portico/plan/text';
import { defineCheck } from './define-check.ts';

const linked = msg({ id: 'fno-linked.ok', defaultMessage: 'Both sides name each other: {host}.' });
const none = msg({
  id: 'fno-linked.none',
  defaultMessage: 'This environment isn’t linked to finance and operations.',
});
const apart = msg({
  id: 'fno-linked.apart',
  defaultMessage: 'The two sides disagree: Power Platform says {platform}, Dataverse says {dataverse}.',
});
const unheard = msg({
  id: 'fno-linked.unheard',
  defaultMessage: 'Power Platform names {platform}, but Dataverse knows of no link.',
});
const oneSided = msg({
  id: 'fno-linked.one-sided',
  defaultMessage: 'Dataverse names {dataverse}; Power Platform doesn’t say which environment is linked.',
});
const cause = msg({
  id: 'fno-linked.cause',
  defaultMessage:
    'The environments were never linked, or one of them was copied or reset after it was linked.',
});
const link = msg({
  id: 'fno-linked.remedy.link',
  defaultMessage:
    'In Lifecycle Services, open the finance and operations environment, then “Power Platform integration”, and set it up with this environment.',
});
const choose = msg({
  id: 'fno-linked.remedy.choose',
  defaultMessage: 'Or choose the environment that is linked already.',
});
const look = msg({
  id: 'fno-linked.remedy.look',
  defaultMessage: 'Compare the address with the one that your people open for finance and operations.',
});

const hostOf = (url: string | null | undefined) => (url ? URL.parse(url)?.host : undefined);

/** The environment and finance and operations name each other; read from both sides. */
export default defineCheck({
  title: msg({
    id: 'fno-linked.title',
    defaultMessage: 'The environment is linked to finance and operations',
  }),
  why: msg({
    id: 'fno-linked.why',
    defaultMessage: 'Orders placed on the site reach the warehouse through this link.',
  }),
  owner: 'tenant-admin',
  after: ['dataverse-ready'],
  observe: async ({ environment, dataverse }) => {
    const [platform, client] = await Promise.all([environment(), dataverse()]);
    const seen = await client.findFinanceOperations({});
    const { properties } = platform;
    return {
      platform: hostOf(properties.linkedAppMetadata?.url),
      dataverse: hostOf(seen?.Url),
      drawn: {
        name: properties.displayName ?? platform.name,
        url: properties.linkedEnvironmentMetadata?.instanceUrl ?? '',
      },
    };
  },
  judge: ({ platform, dataverse, drawn }) => {
    const facts: FindingFacts['fno-linked'] = {
      environment: drawn,
      ...(platform ? { platformSays: platform } : {}),
      ...(dataverse ? { dataverseSays: dataverse } : {}),
    };
    if (platform && platform === dataverse)
      return { state: 'ok', says: text(linked, { host: platform }), facts };
    if (dataverse && !platform)
      return {
        state: 'warn',
        says: text(oneSided, { dataverse }),
        remedy: { owner: 'you', steps: [text(look)] },
        facts,
      };
    return {
      state: 'blocked',
      says: platform
        ? dataverse
          ? text(apart, { platform, dataverse })
          : text(unheard, { platform })
        : text(none),
      cause: text(cause),
      remedy: { owner: 'tenant-admin', steps: [text(link), text(choose)], link: 'https://lcs.dynamics.com' },
      facts,
    };
  },
});
