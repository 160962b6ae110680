import { msg, text } from '@portico/plan/text';
import { defineCheck } from './define-check.ts';
import { hubOf } from './hub-of.ts';

const open = msg({ id: 'administration-mode.ok', defaultMessage: '{name} is open to its people.' });
const closed = msg({
  id: 'administration-mode.on',
  defaultMessage: '{name} is in administration mode: only its administrators can sign in.',
});
const cause = msg({
  id: 'administration-mode.cause',
  defaultMessage:
    'Somebody turned it on to work undisturbed, or the environment was copied or restored: that turns it on as well.',
});
const edit = msg({
  id: 'administration-mode.remedy.edit',
  defaultMessage:
    'In the Power Platform admin centre, select “Environments”, open the environment, and select “Edit” beside “Details”.',
});
const turnOff = msg({
  id: 'administration-mode.remedy.off',
  defaultMessage: 'Turn “Administration mode” from “Enabled” to “Disabled”, and select “Save”.',
});

/** Administration mode; hard, because a site that is created now could be used by nobody, and background work may rest. */
export default defineCheck({
  title: msg({
    id: 'administration-mode.title',
    defaultMessage: 'The environment isn’t in administration mode',
  }),
  why: msg({
    id: 'administration-mode.why',
    defaultMessage: 'In administration mode the site’s people and dual-write are kept out.',
  }),
  owner: 'environment-admin',
  after: ['dataverse-ready'],
  observe: async ({ environment, cloud }) => {
    const { name: id, properties } = await environment();
    return {
      name: properties.displayName ?? id,
      runtime: properties.states?.runtime?.id ?? '?',
      link: hubOf(cloud, id),
    };
  },
  judge: ({ name, runtime, link }) =>
    runtime === 'Enabled'
      ? { state: 'ok', says: text(open, { name }) }
      : {
          state: 'blocked',
          says: text(closed, { name }),
          cause: text(cause),
          remedy: { owner: 'environment-admin', steps: [text(edit), text(turnOff)], link },
        },
});
