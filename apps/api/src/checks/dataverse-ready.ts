import { msg, text } from '@portico/plan/text';
import { defineCheck } from './define-check.ts';

const ready = msg({
  id: 'dataverse-ready.ok',
  defaultMessage: '{name} has Dataverse, is enabled and can hold a production site.',
});
const none = msg({ id: 'dataverse-ready.none', defaultMessage: '{name} has no Dataverse database.' });
const noneRemedy = msg({
  id: 'dataverse-ready.none.remedy',
  defaultMessage: 'Choose the environment that finance and operations is linked to.',
});
const off = msg({
  id: 'dataverse-ready.off',
  defaultMessage: '{name} can’t be used now: Microsoft says “{state}”.',
});
const offCause = msg({
  id: 'dataverse-ready.off.cause',
  defaultMessage: 'The environment is in administration mode, disabled, or still being set up.',
});
const offRemedy = msg({
  id: 'dataverse-ready.off.remedy',
  defaultMessage:
    'Open the environment in the Power Platform admin centre, turn administration mode off, and wait until it says “Ready”.',
});
const unfit = msg({
  id: 'dataverse-ready.unfit',
  defaultMessage: '{name} is a {sku} environment: it can’t hold a production site.',
});
const unfitRemedy = msg({
  id: 'dataverse-ready.unfit.remedy',
  defaultMessage: 'Choose a production or sandbox environment.',
});

/** Dataverse is there, answers people, and its kind of environment may hold a site. */
export default defineCheck({
  title: msg({ id: 'dataverse-ready.title', defaultMessage: 'The environment has Dataverse and is ready' }),
  why: msg({
    id: 'dataverse-ready.why',
    defaultMessage: 'The site and the tables it shows live in Dataverse.',
  }),
  owner: 'environment-admin',
  after: [],
  observe: async ({ environment, cloud }) => {
    const { name: id, properties } = await environment();
    const { linkedEnvironmentMetadata: dataverse, states } = properties;
    return {
      name: properties.displayName ?? id,
      sku: properties.environmentSku ?? '',
      link: `${cloud.pages.adminCentre}/environments/environment/${id}/hub`,
      present: Boolean(dataverse?.instanceUrl),
      // The first of these that isn't as it should be; all are Microsoft's own words.
      state: [
        [properties.provisioningState, 'Succeeded'],
        [states?.runtime?.id, 'Enabled'],
        [dataverse?.instanceState, 'Ready'],
      ].find(([is, should]) => is !== should)?.[0],
      off:
        properties.provisioningState !== 'Succeeded' ||
        states?.runtime?.id !== 'Enabled' ||
        dataverse?.instanceState !== 'Ready',
    };
  },
  judge: ({ name, sku, link, present, state, off: isOff }) => {
    const stop = (
      says: typeof none | typeof off | typeof unfit,
      remedy: Parameters<typeof text>[0],
      cause?: Parameters<typeof text>[0],
    ) =>
      ({
        state: 'blocked',
        says: text(says, { name, sku, state: state ?? '?' }),
        ...(cause ? { cause: text(cause) } : {}),
        remedy: { owner: 'environment-admin', steps: [text(remedy)], link },
      }) as const;
    if (!present) return stop(none, noneRemedy);
    if (isOff) return stop(off, offRemedy, offCause);
    if (/^(Default|Developer|Trial)$/.test(sku)) return stop(unfit, unfitRemedy);
    return { state: 'ok', says: text(ready, { name }) };
  },
});
