import { type Message, msg, text } from '@portico/plan/text';
import { defineCheck } from './define-check.ts';
import { hubOf } from './hub-of.ts';

const ready = msg({ id: 'dataverse-ready.ok', defaultMessage: '{name} has Dataverse, and it is ready.' });
const none = msg({ id: 'dataverse-ready.none', defaultMessage: '{name} has no Dataverse database.' });
const noneCause = msg({
  id: 'dataverse-ready.none.cause',
  defaultMessage: 'It was created without a database, or the database is still to come.',
});
const noneRemedy = msg({
  id: 'dataverse-ready.none.remedy',
  defaultMessage: 'Choose the environment that finance and operations is linked to.',
});
const create = msg({
  id: 'dataverse-ready.none.create',
  defaultMessage:
    'If it is this one: in the Power Platform admin centre, open the environment, select “Add Dataverse”, and set “Enable Dynamics 365 apps” to “Yes”. It can’t be set later.',
});
const busy = msg({
  id: 'dataverse-ready.busy',
  defaultMessage: 'Microsoft is still setting {name} up: it says “{state}”.',
});
const busyRemedy = msg({
  id: 'dataverse-ready.busy.remedy',
  defaultMessage:
    'Wait until the environment says “Ready” in the Power Platform admin centre, then check again.',
});
const off = msg({
  id: 'dataverse-ready.off',
  defaultMessage: '{name} can’t be used now: Microsoft says “{state}”.',
});
const offCause = msg({
  id: 'dataverse-ready.off.cause',
  defaultMessage: 'The environment is disabled, being deleted, or could not be set up.',
});
const offOpen = msg({
  id: 'dataverse-ready.off.open',
  defaultMessage:
    'In the Power Platform admin centre, open the environment and read its state; “History” says what was done to it last.',
});
const offRemedy = msg({
  id: 'dataverse-ready.off.remedy',
  defaultMessage: 'Enable it there, or choose another environment.',
});

/** Dataverse is there and has been set up. Administration mode is a check of its own: there it still answers. */
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
    const { linkedEnvironmentMetadata: dataverse, states, provisioningState } = properties;
    return {
      name: properties.displayName ?? id,
      link: hubOf(cloud, id),
      present: Boolean(dataverse?.instanceUrl),
      provisioning: provisioningState ?? '?',
      runtime: states?.runtime?.id ?? '?',
      instance: dataverse?.instanceState ?? '?',
    };
  },
  judge: ({ name, link, present, provisioning, runtime, instance }) => {
    const stop = (says: Message, state: string, cause: Message | undefined, ...steps: readonly Message[]) =>
      ({
        state: 'blocked',
        says: text(says, { name, state }),
        ...(cause ? { cause: text(cause) } : {}),
        remedy: {
          owner: says === busy ? 'microsoft' : 'environment-admin',
          steps: steps.map((step) => text(step)),
          link,
        },
      }) as const;
    // `LinkedDatabaseProvisioning` and its like; the others that Microsoft’s own clients know are ends.
    if (/provisioning$/i.test(provisioning)) return stop(busy, provisioning, undefined, busyRemedy);
    if (!present) return stop(none, '', noneCause, noneRemedy, create);
    // The first that isn’t as it should be, in Microsoft’s own words.
    const wrong = [
      /^Succeeded$/.test(provisioning) || provisioning,
      /^(Enabled|AdminMode)$/.test(runtime) || runtime,
      /^Ready$/.test(instance) || instance,
    ].find((each) => each !== true);
    if (wrong !== undefined) return stop(off, wrong, offCause, offOpen, offRemedy);
    return { state: 'ok', says: text(ready, { name }) };
  },
});
