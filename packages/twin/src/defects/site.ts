import { environments } from '../scenarios/contoso/ids.ts';
import type { State } from '../world.ts';
import type { Site } from '../world/platform.ts';
import { type Defect, rowsOf, swap } from './defect.ts';

/** A Customer Portal that isn’t as the template gives it. */
const site = (story: string, set: (site: Site, broken: boolean, state: State) => void): Defect => ({
  story,
  about: 'site',
  set: (state, broken) => {
    for (const each of state.platform.sites)
      if (each.environment === environments.production && each.template === 'CustomerPortal')
        set(each, broken, state);
  },
});

/** A row of its configuration with another value. */
const row = (
  story: string,
  [set, key, names]: readonly [set: string, key: string, names: readonly string[]],
  column: string,
  values: { readonly right: unknown; readonly wrong: unknown },
): Defect => ({
  story,
  about: 'site',
  set: (state, broken) => {
    for (const name of names) swap(rowsOf(state, set, { [key]: name }), column, values, broken);
  },
});

const setting = (story: string, names: readonly string[], right: string, wrong: string): Defect =>
  row(
    story,
    ['adx_sitesettings', 'adx_name', names.map((name) => `Authentication/Registration/${name}`)],
    'adx_value',
    { right, wrong },
  );

export const siteStopped = site('The site was stopped.', (each, broken) => {
  each.stopped = broken;
});

export const sitePackageFailed = site(
  'The installation of the site’s package has failed.',
  (each, broken) => {
    if (broken) each.packageState = 'InstallFailed';
    else delete each.packageState;
  },
);

export const siteEnhanced = site('The site is on the enhanced data model.', (each, broken, state) => {
  // One that was really moved there stays.
  if (rowsOf(state, 'powerpagesites', { powerpagesiteid: each.websiteRecordId }).length > 0) return;
  if (broken) each.dataModel = 'Enhanced';
  else delete each.dataModel;
});

export const siteLanguageOther = site('The site speaks German, and English was decided.', (each, broken) => {
  if (each.language === (broken ? 1033 : 1031)) each.language = broken ? 1031 : 1033;
});

export const siteHomeMissing = row(
  'Somebody has deactivated the site’s home page.',
  ['adx_webpages', 'adx_partialurl', ['/']],
  'statecode',
  { right: 0, wrong: 1 },
);

export const siteSignInOff = setting(
  'All ways to sign in to the site are turned off.',
  ['LocalLoginEnabled', 'ExternalLoginEnabled'],
  'true',
  'false',
);

export const siteRegistrationOpen = setting(
  'Anybody may register at the site.',
  ['OpenRegistrationEnabled'],
  'false',
  'true',
);
