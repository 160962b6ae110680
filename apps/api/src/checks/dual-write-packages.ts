import { msg, text } from '@portico/plan/text';
import { defineCheck } from './define-check.ts';
import { hubOf } from './hub-of.ts';

/** Packages of dual-write in the catalogue, by unique name. */
const anchors =
  /^(DualWriteCoreAnchor|msdyn_DualWrite\w*Anchor|Dynamics365FinanceAndOperationsAnchor|msdyn_Dynamics365(Finance|SupplyChain)ExtendedAnchor|Dynamics365GABParty_?Anchor|(msdyn_Dynamics365HCM\w*|HCMCommon)Anchor)$/i;
const busyStates =
  /^(Installing|InstallRequested|InstallScheduled|InstallRetrying|Uninstalling|UninstallRequested)$/;
const failedStates = /^(InstallFailed|UninstallFailed)$/;
/** The rest of Microsoft's list; what isn't in it is news to us, and no reason to be calm. */
const calmStates = /^(None|Installed|Uninstalled|TemplateInstalled)$/;

const quiet = msg({
  id: 'dual-write-packages.ok',
  defaultMessage: 'No installation is under way, and none has failed.',
});
const busy = msg({
  id: 'dual-write-packages.busy',
  defaultMessage: '{names} {count, plural, one {is} other {are}} being installed right now.',
});
const failed = msg({
  id: 'dual-write-packages.failed',
  defaultMessage: 'The installation of {names} failed: {reason}',
});
const unheard = msg({
  id: 'dual-write-packages.unheard',
  defaultMessage: 'Microsoft says of {names} that it is “{reason}”; Portico doesn’t know what that means.',
});
const see = msg({
  id: 'dual-write-packages.remedy.see',
  defaultMessage:
    'In the Power Platform admin centre, open the environment, then “Dynamics 365 apps”, and see whether an installation runs.',
});
const busyCause = msg({
  id: 'dual-write-packages.busy.cause',
  defaultMessage: 'An installation takes up to an hour, sometimes longer.',
});
const wait = msg({
  id: 'dual-write-packages.remedy.wait',
  defaultMessage: 'Wait until it has ended, then check again.',
});
const retry = msg({
  id: 'dual-write-packages.remedy.retry',
  defaultMessage:
    'In the Power Platform admin centre, open the environment, then “Dynamics 365 apps”; read the reason there and install again.',
});

/** Packages that are installing or failed. Only `Installed` counts as installed; a failed state does not. */
export default defineCheck({
  title: msg({ id: 'dual-write-packages.title', defaultMessage: 'No dual-write installation is stuck' }),
  why: msg({
    id: 'dual-write-packages.why',
    defaultMessage: 'While a package installs, maps change under your hands.',
  }),
  owner: 'environment-admin',
  after: ['dataverse-ready'],
  observe: async ({ packages, environment, cloud }) => {
    const { name } = await environment();
    const found = await packages(name);
    return {
      packages: found.filter(({ uniqueName }) => anchors.test(uniqueName)),
      link: hubOf(cloud, name),
    };
  },
  judge: ({ packages, link }) => {
    const inState = (pattern: RegExp) => packages.filter(({ state }) => pattern.test(state));
    const namesOf = (some: typeof packages) =>
      some.map((one) => one.applicationName ?? one.uniqueName).join(', ');
    const [broken, running] = [inState(failedStates), inState(busyStates)];
    if (broken.length > 0)
      return {
        state: 'warn',
        says: text(failed, { names: namesOf(broken), reason: broken[0]?.error ?? '?' }),
        remedy: { owner: 'environment-admin', steps: [text(retry)], link },
      };
    if (running.length > 0)
      return {
        state: 'warn',
        says: text(busy, { names: namesOf(running), count: running.length }),
        cause: text(busyCause),
        remedy: { owner: 'microsoft', steps: [text(wait)], link },
      };
    const strange = packages.filter(
      ({ state }) => ![calmStates, busyStates, failedStates].some((known) => known.test(state)),
    );
    if (strange.length > 0)
      return {
        state: 'warn',
        says: text(unheard, { names: namesOf(strange), reason: strange[0]?.state ?? '?' }),
        remedy: { owner: 'environment-admin', steps: [text(see)], link },
      };
    return { state: 'ok', says: text(quiet) };
  },
});
