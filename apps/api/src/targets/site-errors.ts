import type { Trouble } from '@portico/plan/action';
import type { Owner } from '@portico/plan/finding';
import { type Message, msg, text } from '@portico/plan/text';
import { compileForm, plain, readForm } from '../dual-write/playbook/form.ts';

/** One thing that Microsoft says when a site isn’t created, on its page or as the answer to a call. */
export interface SiteError {
  /** It never changes its meaning. */
  readonly id: string;
  /** Below learn.microsoft.com. */
  readonly source: string;
  /** The page describes the case and gives no words for it, or an API’s words are concluded from it. */
  readonly standing?: 'inferred';
  /** As in the playbook of dual-write; the first one is what people are shown to compare with. */
  readonly forms: readonly string[];
  readonly cause: Message;
  readonly owner: Owner;
  readonly steps: readonly Message[];
}

const admin = 'power-pages/admin';
const legacy = 'power-apps/maker/portals/create-common-problems';

const seeAccess = msg({
  id: 'site-error.step.access',
  defaultMessage:
    'Check the step “Access” of this set-up: it says which role is missing and who gives it. It must be given directly, not by a group and not for some hours.',
});
const handOver = msg({
  id: 'site-error.step.hand-over',
  defaultMessage: 'Or hand the task over to somebody who holds it.',
});

/** What is written down, and what is concluded; what isn’t here is shown as it came. */
export const siteErrors: readonly SiteError[] = [
  {
    id: 'site-no-permission',
    source: `${admin}/control-site-creation`,
    forms: [
      "You don't have permissions to create a site in this environment",
      "You don't have appropriate permissions to create a portal in this environment",
    ],
    cause: msg({
      id: 'site-error.no-permission',
      defaultMessage:
        'Whoever is signed in there isn’t System Administrator of this environment directly, or the tenant keeps the creation of sites to its administrators.',
    }),
    owner: 'environment-admin',
    steps: [seeAccess, handOver],
  },
  {
    id: 'site-no-application',
    source: `${admin}/known-issues`,
    forms: [
      "You don't have required permissions to create Azure Active Directory applications",
      "You don't have permission to create Azure Active Directory",
    ],
    cause: msg({
      id: 'site-error.no-application',
      defaultMessage:
        'The package Power Pages Core of this environment is old: with it, whoever creates a site must be allowed to register applications in Microsoft Entra.',
    }),
    owner: 'environment-admin',
    steps: [
      msg({
        id: 'site-error.no-application.update',
        defaultMessage:
          'In the Power Platform admin centre, open the environment, “Dynamics 365 apps”, and update “Power Pages Core”.',
      }),
      msg({
        id: 'site-error.no-application.allow',
        defaultMessage:
          'Or ask a tenant administrator to create the site, or to allow “App registrations” in Microsoft Entra.',
      }),
    ],
  },
  {
    id: 'site-data-not-ready',
    source: legacy,
    forms: ["Your data isn't quite ready"],
    cause: msg({
      id: 'site-error.data-not-ready',
      defaultMessage:
        'Microsoft is still building the environment’s database, or the page shows an old state.',
    }),
    owner: 'microsoft',
    steps: [
      msg({
        id: 'site-error.data-not-ready.reload',
        defaultMessage: 'Wait some minutes, and reload the page.',
      }),
    ],
  },
  {
    id: 'site-maximum',
    source: `${admin}/create-additional-sites`,
    forms: ['maximum number of sites'],
    cause: msg({
      id: 'site-error.maximum',
      defaultMessage:
        'This environment has a site of this template already, and Microsoft allows one. A site that was deleted a moment ago may still count.',
    }),
    owner: 'you',
    steps: [
      msg({
        id: 'site-error.maximum.use',
        defaultMessage: 'Check again: if the site is in Microsoft’s list, “Use this site” goes on with it.',
      }),
      msg({
        id: 'site-error.maximum.delete',
        defaultMessage: 'Or delete it in Power Pages, and start again when it is gone from the list.',
      }),
    ],
  },
  {
    id: 'site-address-taken',
    source: `${admin}/change-base-url`,
    standing: 'inferred',
    forms: [
      'with the given subdomain already exists',
      'subdomain … already exists',
      'subdomain … taken',
      'subdomain … not available',
      'subdomain … in use',
      'SubdomainConflict',
      'web address … not available',
    ],
    cause: msg({
      id: 'site-error.address-taken',
      defaultMessage:
        'Somebody has this address: addresses are shared by all of Microsoft’s customers. One that was given back stays reserved for up to an hour.',
    }),
    owner: 'you',
    steps: [
      msg({
        id: 'site-error.address-taken.other',
        defaultMessage:
          'Choose another address, and start again. If it was yours and you have just deleted its site, wait an hour.',
      }),
    ],
  },
  {
    id: 'site-address-refused',
    source: `${admin}/change-base-url`,
    standing: 'inferred',
    forms: ['subdomain … not valid', 'subdomain … invalid', 'subdomain … reserved'],
    cause: msg({
      id: 'site-error.address-refused',
      defaultMessage: 'Microsoft doesn’t give this address to anybody.',
    }),
    owner: 'you',
    steps: [
      msg({
        id: 'site-error.address-refused.other',
        defaultMessage: 'Choose another address, of small letters, digits and hyphens, and start again.',
      }),
    ],
  },
  {
    id: 'site-dual-write-missing',
    source: 'dynamics365/supply-chain/sales-marketing/customer-portal-setup',
    standing: 'inferred',
    forms: [
      'solution … missing: <solution>',
      'missing dependencies',
      'missing prerequisite',
      'dual-write … not installed',
    ],
    cause: msg({
      id: 'site-error.dual-write-missing',
      defaultMessage:
        'A solution that the Customer Portal builds on isn’t installed: Microsoft creates it only where dual-write is.',
    }),
    owner: 'environment-admin',
    steps: [
      msg({
        id: 'site-error.dual-write-missing.install',
        defaultMessage: 'Check the step “Dual-write”, and install what it says is missing. Then start again.',
      }),
    ],
  },
  {
    id: 'site-language-off',
    source: 'power-pages/configure/enable-multiple-language-support',
    standing: 'inferred',
    forms: ['language … not enabled', 'language … not provisioned'],
    cause: msg({
      id: 'site-error.language-off',
      defaultMessage: 'The language isn’t turned on in this environment.',
    }),
    owner: 'environment-admin',
    steps: [
      msg({
        id: 'site-error.language-off.turn-on',
        defaultMessage:
          'In the Power Platform admin centre, open the environment, then “Settings”, “Product”, “Languages”, and turn it on; or choose another language.',
      }),
    ],
  },
  {
    id: 'site-no-access',
    source: `${admin}/update-solution`,
    forms: ["You don't have the permissions to access this portal's environment"],
    cause: msg({
      id: 'site-error.no-access',
      defaultMessage:
        'Whoever is signed in there isn’t a user of this environment, or only with access mode “Read”.',
    }),
    owner: 'environment-admin',
    steps: [seeAccess],
  },
  {
    id: 'site-not-shown',
    source: 'power-pages/known-issues',
    standing: 'inferred',
    forms: ['The website could not be provisioned'],
    cause: msg({
      id: 'site-error.not-shown',
      defaultMessage: 'Microsoft began to create the site and gave up.',
    }),
    owner: 'microsoft',
    steps: [
      msg({
        id: 'site-error.not-shown.again',
        defaultMessage:
          'Delete it in Power Pages if it is still in the list, and start again. If it fails again, ask Microsoft’s support with the words and ids you see.',
      }),
    ],
  },
];

/** A rollout holds a lock: the one code whose message was seen to be empty (power-platform-skills). */
const locked = msg({
  id: 'site-error.locked',
  defaultMessage: 'Microsoft is changing something in this environment. Wait some minutes, and start again.',
});

const compiled = siteErrors.map((entry) => ({ entry, forms: entry.forms.map(compileForm) }));

/** @returns the id of the sentence that says why a site wasn’t created; undefined where nobody has written it down */
export function siteErrorCause({
  code,
  message = '',
}: {
  readonly code?: string | undefined;
  readonly message?: string | undefined;
}): string | undefined {
  if (code === 'D006') return locked.id;
  const words = plain(`${code ?? ''} ${message}`);
  return compiled.find(({ forms }) => forms.some((form) => readForm(form, words) !== undefined))?.entry.cause
    .id;
}

/** What people may meet on Microsoft’s page: only words that Microsoft has written down, for they compare them. */
export const siteTroubles: readonly Trouble[] = siteErrors
  .filter(({ standing }) => standing === undefined)
  .map(({ forms, cause, owner, steps }) => ({
    says: forms,
    cause: text(cause),
    who: owner,
    steps: steps.map((step) => text(step)),
  }));
