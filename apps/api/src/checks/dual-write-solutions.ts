import type { Detail } from '@portico/plan/finding';
import { msg, text } from '@portico/plan/text';
import { appSolutions, dualWriteApps } from '../targets/dual-write-apps.ts';
import { defineCheck } from './define-check.ts';
import { hubOf } from './hub-of.ts';

const all = msg({
  id: 'dual-write-solutions.ok',
  defaultMessage: 'All dual-write solutions that the portal needs are installed.',
});
const missing = msg({
  id: 'dual-write-solutions.missing',
  defaultMessage:
    '{count, plural, one {A dual-write solution is} other {# dual-write solutions are}} missing.',
});
const one = msg({ id: 'dual-write-solutions.one', defaultMessage: '{name}, version {version}' });
const lacking = msg({ id: 'dual-write-solutions.lacking', defaultMessage: '{name} isn’t installed.' });
const cause = msg({
  id: 'dual-write-solutions.cause',
  defaultMessage: 'Without them Microsoft doesn’t create the site, and shows an error instead.',
});
const open = msg({
  id: 'dual-write-solutions.remedy.open',
  defaultMessage:
    'In the Power Platform admin centre, open the environment, then “Dynamics 365 apps”, “Install app”.',
});
const install = msg({
  id: 'dual-write-solutions.remedy.install',
  defaultMessage:
    'Install {count, plural, one {{names}. It takes up to an hour} other {these, one after the other: {names}. Each takes up to an hour}}.',
});

/** The solutions that carry the five maps. Versions are shown as installed, not as the catalogue has them. */
export default defineCheck({
  title: msg({ id: 'dual-write-solutions.title', defaultMessage: 'The dual-write solutions are installed' }),
  why: msg({
    id: 'dual-write-solutions.why',
    defaultMessage: 'They bring the table maps, and the site’s template depends on them.',
  }),
  owner: 'environment-admin',
  after: ['environment-user'],
  observe: async ({ rows, environment, cloud }) => {
    const found = await appSolutions(rows);
    return {
      installed: [...found].map(([name, version]) => ({ name, version: String(version) })),
      link: hubOf(cloud, (await environment()).name),
    };
  },
  judge: ({ installed, link }) => {
    const versionOf = (names: readonly string[]) =>
      installed.find(({ name }) => names.includes(name))?.version;
    const lack = dualWriteApps.filter(({ solutions }) => versionOf(solutions) === undefined);
    const details: Detail[] = dualWriteApps.map(({ solutions, shown: name }) => {
      const version = versionOf(solutions);
      return version
        ? { state: 'proved', says: text(one, { name, version }) }
        : { state: 'not-found', says: text(lacking, { name }) };
    });
    if (lack.length === 0) return { state: 'ok', says: text(all), details };
    return {
      state: 'blocked',
      todo: true,
      says: text(missing, { count: lack.length }),
      cause: text(cause),
      details,
      remedy: {
        owner: 'environment-admin',
        steps: [
          text(open),
          text(install, { count: lack.length, names: lack.map(({ shown }) => shown).join(', ') }),
        ],
        link,
      },
    };
  },
});
