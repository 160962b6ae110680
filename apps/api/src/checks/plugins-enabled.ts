import type { Detail } from '@portico/plan/finding';
import { msg, text } from '@portico/plan/text';
import { isInstalled, notInstalled } from '../targets/dual-write-solutions.ts';
import { defineCheck } from './define-check.ts';
import { hubOf } from './hub-of.ts';

/** Both belong to the core solution; dual-write's own health check looks at them too (dual-write, prerequisites). */
const assemblies = ['DualWriteRegistration.Plugins', 'DualWriteRuntime.Plugins'];

const ok = msg({
  id: 'plugins-enabled.ok',
  defaultMessage: 'Both plug-in assemblies of dual-write are there, and all their {count} steps are enabled.',
});
const disabled = msg({
  id: 'plugins-enabled.disabled',
  defaultMessage:
    '{count, plural, one {A step} other {# steps}} of dual-write’s plug-ins {count, plural, one {is} other {are}} disabled.',
});
const missing = msg({
  id: 'plugins-enabled.missing',
  defaultMessage: 'Dual-write’s plug-ins aren’t there as they should be.',
});
const disabledCause = msg({
  id: 'plugins-enabled.disabled.cause',
  defaultMessage:
    'Somebody disabled them, for an import of data perhaps. Changes in Dataverse then go unnoticed.',
});
const missingCause = msg({
  id: 'plugins-enabled.missing.cause',
  defaultMessage: 'The core solution brings them; its installation isn’t whole.',
});
const step = msg({ id: 'plugins-enabled.step', defaultMessage: '{name} is disabled.' });
const absent = msg({ id: 'plugins-enabled.absent', defaultMessage: '{name} isn’t there.' });
const stepless = msg({ id: 'plugins-enabled.stepless', defaultMessage: 'No step is registered for them.' });
const tool = msg({
  id: 'plugins-enabled.remedy.tool',
  defaultMessage: 'Open Microsoft’s Plug-in Registration Tool and connect it to this environment.',
});
const enable = msg({
  id: 'plugins-enabled.remedy.enable',
  defaultMessage:
    'Expand “DualWriteRegistration.Plugins” and “DualWriteRuntime.Plugins”, right-click each step listed above, and select “Enable”.',
});
const open = msg({
  id: 'plugins-enabled.remedy.open',
  defaultMessage:
    'In the Power Platform admin centre, open the environment, then “Dynamics 365 apps”, “Install app”.',
});
const install = msg({
  id: 'plugins-enabled.remedy.install',
  defaultMessage: 'Install the latest “Dual-write core solution”. It takes up to an hour.',
});

/** Hard: without them dual-write hears of no change in Dataverse, and Microsoft's own health check refuses a link. */
export default defineCheck({
  title: msg({ id: 'plugins-enabled.title', defaultMessage: 'Dual-write’s plug-ins are enabled' }),
  why: msg({
    id: 'plugins-enabled.why',
    defaultMessage: 'They are how dual-write hears of an order that is placed on the site.',
  }),
  owner: 'environment-admin',
  after: ['environment-user'],
  observe: async ({ rows, environment, cloud }) => {
    const [installed, types, { name }] = await Promise.all([
      isInstalled(rows, 'DualWriteCore'),
      rows({
        set: 'plugintypes',
        $select: 'plugintypeid,assemblyname',
        // Their whole names begin with a namespace in some versions.
        $filter: assemblies.map((assembly) => `endswith(assemblyname,'${assembly}')`).join(' or '),
      }),
      environment(),
    ]);
    const steps =
      types.length === 0
        ? []
        : await rows({
            set: 'sdkmessageprocessingsteps',
            $select: 'name,statecode',
            $filter: types
              .map((type) => `_plugintypeid_value eq ${String(type['plugintypeid'])}`)
              .join(' or '),
          });
    return {
      installed,
      assemblies: types.map((type) => String(type['assemblyname'])),
      // 0 is enabled.
      steps: steps.map((row) => ({ name: String(row['name']), enabled: row['statecode'] === 0 })),
      link: hubOf(cloud, name),
    };
  },
  judge: ({ installed, assemblies: found, steps, link }) => {
    if (!installed) return notInstalled;
    const lack = assemblies.filter((name) => !found.some((assembly) => assembly.endsWith(name)));
    const off = steps.filter(({ enabled }) => !enabled);
    const details: Detail[] = [
      ...lack.map((name): Detail => ({ state: 'not-found', says: text(absent, { name }) })),
      ...(steps.length === 0 ? [{ state: 'not-found', says: text(stepless) } as const] : []),
      ...off.map(({ name }): Detail => ({ state: 'not-found', says: text(step, { name }) })),
    ];
    if (lack.length > 0 || steps.length === 0)
      return {
        state: 'blocked',
        says: text(missing),
        cause: text(missingCause),
        details,
        remedy: { owner: 'environment-admin', steps: [text(open), text(install)], link },
      };
    if (off.length > 0)
      return {
        state: 'blocked',
        says: text(disabled, { count: off.length }),
        cause: text(disabledCause),
        details,
        remedy: { owner: 'environment-admin', steps: [text(tool), text(enable)], link },
      };
    return { state: 'ok', says: text(ok, { count: steps.length }) };
  },
});
