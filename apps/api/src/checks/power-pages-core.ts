import { msg, text } from '@portico/plan/text';
import { compareVersions, isVersion } from '../targets/compare-versions.ts';
import { solutionsNamed } from '../targets/solutions-named.ts';
import { defineCheck } from './define-check.ts';
import { hubOf } from './hub-of.ts';

/**
 * With an older one site creation ended with “You don't have permission to create Azure Active Directory”. One page of
 * Microsoft's says 1.0.2409, another 1.1.2605 (power-pages-docs, known issues): we take the stricter.
 */
const least = '1.1.2605';
/** The anchor of the package, and the solution that others depend on. */
const names = ['PowerPages_Core', 'PowerPages_CoreBase'];

const ok = msg({ id: 'power-pages-core.ok', defaultMessage: 'Power Pages Core {version} is installed.' });
const old = msg({
  id: 'power-pages-core.old',
  defaultMessage: 'Power Pages Core {version} is installed; {least} or newer is safer.',
});
const cause = msg({
  id: 'power-pages-core.cause',
  defaultMessage:
    'With older ones, creating a site can end with “You don’t have permission to create Azure Active Directory”.',
});
const absent = msg({
  id: 'power-pages-core.absent',
  defaultMessage: 'No version of Power Pages Core can be read, so it can’t be verified.',
});
const absentCause = msg({
  id: 'power-pages-core.absent.cause',
  defaultMessage: 'Where no site was created before, it isn’t there yet; the first site brings it along.',
});
const unproved = msg({
  id: 'power-pages-core.unproved',
  defaultMessage: 'What the first site will bring along can’t be known beforehand.',
});
const open = msg({
  id: 'power-pages-core.remedy.open',
  defaultMessage: 'In the Power Platform admin centre, open the environment, then “Dynamics 365 apps”.',
});
const update = msg({
  id: 'power-pages-core.remedy.update',
  defaultMessage: 'Find “Power Pages Core”, choose “Update”, and wait until it shows “Installed”.',
});
const look = msg({
  id: 'power-pages-core.remedy.look',
  defaultMessage:
    'See whether “Power Pages Core” is in the list; if the site can’t be created, install it there.',
});

/** Advice: the two pages disagree, and Microsoft updates this package by itself. Said in case a site then fails. */
export default defineCheck({
  title: msg({ id: 'power-pages-core.title', defaultMessage: 'Power Pages Core is up to date' }),
  why: msg({
    id: 'power-pages-core.why',
    defaultMessage: 'It registers the site’s application when the site is created.',
  }),
  owner: 'environment-admin',
  after: ['environment-user'],
  observe: async ({ rows, environment, cloud }) => {
    const found = await solutionsNamed(rows, names);
    return {
      versions: [...found.values()],
      link: hubOf(cloud, (await environment()).name),
    };
  },
  judge: ({ versions, link }) => {
    const owner = 'environment-admin' as const;
    const [version] = versions.filter(isVersion).toSorted(compareVersions);
    if (version === undefined)
      return {
        state: 'warn',
        says: text(absent),
        cause: text(absentCause),
        details: [{ state: 'not-checked', says: text(unproved) }],
        remedy: { owner, steps: [text(open), text(look)], link },
      };
    if (compareVersions(version, least) >= 0) return { state: 'ok', says: text(ok, { version }) };
    return {
      state: 'warn',
      says: text(old, { version, least }),
      cause: text(cause),
      remedy: { owner, steps: [text(open), text(update)], link },
    };
  },
});
