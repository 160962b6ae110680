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
const noneCause = msg({
  id: 'fno-linked.none.cause',
  defaultMessage: 'The environments were never linked, or the link was taken away.',
});
const cause = msg({
  id: 'fno-linked.cause',
  defaultMessage: 'One of the two was copied, restored or reset after they were linked.',
});
const link = msg({
  id: 'fno-linked.remedy.link',
  defaultMessage:
    'In Lifecycle Services, open your project and the finance and operations environment; under “Power Platform integration” select “Setup” and choose this environment. It takes up to an hour.',
});
const unified = msg({
  id: 'fno-linked.remedy.unified',
  defaultMessage:
    'If finance and operations is to be created in the Power Platform admin centre instead: open the environment, “Dynamics 365 apps”, “Install app”, “Dynamics 365 Finance and Operations Provisioning App”.',
});
const which = msg({
  id: 'fno-linked.remedy.which',
  defaultMessage:
    'Find out which address is right: it is the one that your people open for finance and operations.',
});
const again = msg({
  id: 'fno-linked.remedy.again',
  defaultMessage:
    'In Lifecycle Services, open that finance and operations environment, “Power Platform integration”, and read which environment it names. If it names another one, choose that one here.',
});
const reset = msg({
  id: 'fno-linked.remedy.reset',
  defaultMessage:
    'If it names this one: in finance and operations open “Data management”, “Dual-write”, and select “Reset link”; if the two still disagree after a day, ask Microsoft support to mend the record.',
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
  after: ['environment-user'],
  observe: async ({ environment, dataverse, cloud }) => {
    const [platform, client] = await Promise.all([environment(), dataverse()]);
    const seen = await client.findFinanceOperations({});
    const { properties } = platform;
    return {
      platform: hostOf(properties.linkedAppMetadata?.url),
      dataverse: hostOf(seen?.Url),
      link: cloud.pages.lifecycleServices,
      drawn: {
        name: properties.displayName ?? platform.name,
        url: properties.linkedEnvironmentMetadata?.instanceUrl ?? '',
      },
    };
  },
  judge: ({ platform, dataverse, drawn, link: page }) => {
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
    const never = !platform && !dataverse;
    const steps = never ? [link, unified, choose] : [which, again, reset];
    return {
      state: 'blocked',
      says: platform
        ? dataverse
          ? text(apart, { platform, dataverse })
          : text(unheard, { platform })
        : text(none),
      cause: text(never ? noneCause : cause),
      remedy: {
        owner: 'tenant-admin',
        steps: steps.map((step) => text(step)),
        ...(page ? { link: page } : {}),
      },
      facts,
    };
  },
});
