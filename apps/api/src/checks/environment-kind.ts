import { type Message, msg, text } from '@portico/plan/text';
import { defineCheck } from './define-check.ts';
import { hubOf } from './hub-of.ts';

const fit = msg({
  id: 'environment-kind.ok',
  defaultMessage: '{name} is a {sku} environment: it can hold a production site.',
});
const odd = msg({
  id: 'environment-kind.odd',
  defaultMessage: '{name} is a {sku} environment, a kind that Portico doesn’t know.',
});
const lookUp = msg({
  id: 'environment-kind.odd.remedy',
  defaultMessage:
    'In the Power Platform admin centre, open the environment and read its “Type”; ask Microsoft whether it may hold a production site.',
});
const choose = msg({
  id: 'environment-kind.remedy.choose',
  defaultMessage: 'Choose a production or sandbox environment that is linked to finance and operations.',
});

/** What each kind means, and what can be done about it besides choosing another environment. */
const unfit: Readonly<Record<string, { says: Message; cause: Message; remedy?: Message }>> = {
  Default: {
    says: msg({
      id: 'environment-kind.default',
      defaultMessage: '{name} is the tenant’s default environment.',
    }),
    cause: msg({
      id: 'environment-kind.default.cause',
      defaultMessage:
        'Everybody in the tenant may make things there, and it can’t be copied or reset like others: Microsoft discourages customer-facing sites in it.',
    }),
  },
  Developer: {
    says: msg({ id: 'environment-kind.developer', defaultMessage: '{name} is a developer environment.' }),
    cause: msg({
      id: 'environment-kind.developer.cause',
      defaultMessage:
        'A site in a developer environment can never be converted to production, nor made public.',
    }),
  },
  Trial: {
    says: msg({ id: 'environment-kind.trial', defaultMessage: '{name} is a trial environment.' }),
    cause: msg({
      id: 'environment-kind.trial.cause',
      defaultMessage:
        'It ends after 30 days and takes everything with it; a site in it lives 30 days instead of 90.',
    }),
    remedy: msg({
      id: 'environment-kind.remedy.convert',
      defaultMessage:
        'Or keep this one: in the Power Platform admin centre, open the environment and select “Convert to production”. The tenant needs 1 GB of free database storage for it.',
    }),
  },
};

/**
 * Default, developer or trial. Soft: Microsoft creates the site in any of them, so a try is possible; only the way to
 * production is closed (developer), short (trial) or discouraged (default). Whoever goes on says why.
 */
export default defineCheck({
  title: msg({
    id: 'environment-kind.title',
    defaultMessage: 'The kind of environment fits a production site',
  }),
  why: msg({
    id: 'environment-kind.why',
    defaultMessage: 'Not every kind of environment can hold a site that stays.',
  }),
  owner: 'environment-admin',
  after: [],
  observe: async ({ environment, cloud }) => {
    const { name: id, properties } = await environment();
    return {
      name: properties.displayName ?? id,
      sku: properties.environmentSku ?? '?',
      link: hubOf(cloud, id),
    };
  },
  judge: ({ name, sku, link }) => {
    if (/^(Production|Sandbox)$/.test(sku)) return { state: 'ok', says: text(fit, { name, sku }) };
    const kind = unfit[sku];
    const owner = 'environment-admin';
    if (!kind)
      return {
        state: 'blocked',
        says: text(odd, { name, sku }),
        remedy: { owner, steps: [text(lookUp), text(choose)], link },
      };
    const steps = [text(choose), ...(kind.remedy ? [text(kind.remedy)] : [])];
    return {
      state: 'blocked',
      says: text(kind.says, { name }),
      cause: text(kind.cause),
      remedy: { owner, steps, link },
    };
  },
});
