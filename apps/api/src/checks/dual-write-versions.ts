import type { Detail } from '@portico/plan/finding';
import { msg, text } from '@portico/plan/text';
import { compareVersions, isVersion } from '../targets/compare-versions.ts';
import {
  type DualWriteSolution,
  dualWriteSolutions,
  installedSolutions,
  notInstalled,
  requiredVersions,
} from '../targets/dual-write-solutions.ts';
import { defineCheck } from './define-check.ts';
import { hubOf } from './hub-of.ts';

/** The newest of which Microsoft's notes speak (separated solutions, what's new); today's are newer. */
const publishedVersions: Partial<Record<DualWriteSolution, string>> = {
  DualWriteCore: '1.0.42.1',
  Dynamics365Company: '2.2.2.5',
  Dynamics365FinanceAndOperationsCommon: '2.2.2.50',
  Dynamics365FinanceExtended: '2.3.1.15',
  Dynamics365SupplyChainExtended: '2.3.4.3',
};

const ok = msg({
  id: 'dual-write-versions.ok',
  defaultMessage: 'The solutions are new enough for the maps.',
});
const old = msg({
  id: 'dual-write-versions.old',
  defaultMessage:
    '{count, plural, one {A solution is} other {# solutions are}} too old: maps that need {count, plural, one {it} other {them}} don’t start.',
});
const cause = msg({
  id: 'dual-write-versions.cause',
  defaultMessage: 'Dual-write compares versions whenever a map starts, and refuses older ones.',
});
const behind = msg({
  id: 'dual-write-versions.behind',
  defaultMessage:
    '{count, plural, one {A solution is} other {# solutions are}} older than the last ones that Microsoft described.',
});
const unread = msg({
  id: 'dual-write-versions.unread',
  defaultMessage:
    'The version of {count, plural, one {a solution} other {# solutions}} can’t be read, so it can’t be verified.',
});
const fine = msg({ id: 'dual-write-versions.fine', defaultMessage: '{name} {version}' });
const short = msg({
  id: 'dual-write-versions.short',
  defaultMessage: '{name} {version}: at least {required} is needed.',
});
const dated = msg({
  id: 'dual-write-versions.dated',
  defaultMessage: '{name} {version}: {published} is out, or a newer one.',
});
const silent = msg({ id: 'dual-write-versions.silent', defaultMessage: '{name}: no version can be read.' });
const open = msg({
  id: 'dual-write-versions.remedy.open',
  defaultMessage: 'In the Power Platform admin centre, open the environment, then “Dynamics 365 apps”.',
});
const update = msg({
  id: 'dual-write-versions.remedy.update',
  defaultMessage:
    'Select each dual-write app that shows “Update available”, choose “Update”, and wait until it shows “Installed”.',
});
const apply = msg({
  id: 'dual-write-versions.remedy.apply',
  defaultMessage:
    'On the dual-write page in finance and operations, choose “Apply solution”, and “Refresh tables” on each map.',
});
const look = msg({
  id: 'dual-write-versions.remedy.look',
  defaultMessage: 'Compare the versions there with those that Microsoft offers.',
});

/**
 * Hard: a map whose solution is below the required version certainly refuses to start. Between that and what was
 * published last nobody outside Microsoft knows what today's finance and operations asks for: that only warns.
 */
export default defineCheck({
  title: msg({ id: 'dual-write-versions.title', defaultMessage: 'The dual-write solutions are new enough' }),
  why: msg({
    id: 'dual-write-versions.why',
    defaultMessage: 'A map doesn’t start when its solution is older than finance and operations asks for.',
  }),
  owner: 'environment-admin',
  after: ['environment-user'],
  observe: async ({ rows, environment, cloud }) => {
    const found = await installedSolutions(rows);
    return {
      installed: [...found].map(([name, version]) => ({ name, version })),
      link: hubOf(cloud, (await environment()).name),
    };
  },
  judge: ({ installed, link }) => {
    if (installed.length === 0) return notInstalled;
    const kinds = { old: 0, unread: 0, behind: 0 };
    const details = dualWriteSolutions.map((name): Detail => {
      const [required, published] = [requiredVersions[name], publishedVersions[name]];
      const version = installed.find((one) => one.name === name)?.version;
      const below = (floor?: string) => floor !== undefined && compareVersions(String(version), floor) < 0;
      if (!isVersion(version)) {
        kinds.unread += 1;
        return { state: 'not-checked', says: text(silent, { name }) };
      }
      if (required !== undefined && below(required)) {
        kinds.old += 1;
        return { state: 'not-found', says: text(short, { name, version, required }) };
      }
      if (published !== undefined && below(published)) {
        kinds.behind += 1;
        return { state: 'probable', says: text(dated, { name, version, published }) };
      }
      return { state: 'proved', says: text(fine, { name, version }) };
    });
    const owner = 'environment-admin' as const;
    const updating = { owner, steps: [text(open), text(update), text(apply)], link };
    if (kinds.old > 0)
      return {
        state: 'blocked',
        todo: true,
        says: text(old, { count: kinds.old }),
        cause: text(cause),
        details,
        remedy: updating,
      };
    if (kinds.unread > 0)
      return {
        state: 'warn',
        says: text(unread, { count: kinds.unread }),
        details,
        remedy: { owner, steps: [text(open), text(look)], link },
      };
    if (kinds.behind > 0)
      return { state: 'warn', says: text(behind, { count: kinds.behind }), details, remedy: updating };
    return { state: 'ok', says: text(ok), details };
  },
});
