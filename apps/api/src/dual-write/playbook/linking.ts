import { msg } from '@portico/plan/text';
import { type Entry, pages } from './entry.ts';
import { askMicrosoft, readWords, resetLink } from './steps.ts';

const privateWindow = msg({
  id: 'playbook.step.private-window',
  defaultMessage: 'Open it in a private window, and allow third-party cookies there.',
});

/** What linking and opening dual-write say. */
export const linking: readonly Entry[] = [
  {
    id: 'company-twice',
    source: pages.setup,
    forms: ['Saving connection set failed … An item with the same key has already been added'],
    cause: msg({
      id: 'playbook.company-twice',
      defaultMessage: 'Two companies in Dataverse have the same name, or one has none.',
    }),
    owner: 'environment-admin',
    steps: [
      msg({
        id: 'playbook.company-twice.clean',
        defaultMessage:
          'Open the table “Company” (cdm_company): remove the double rows, and name those without a name.',
      }),
    ],
  },
  {
    id: 'linker-without-licence',
    source: pages.setup,
    forms: ['Failed to setup dual write environment … 403 (Forbidden)'],
    cause: msg({
      id: 'playbook.linker-without-licence',
      defaultMessage: 'Whoever linked has no Power Apps licence, and so may not make the two connections.',
    }),
    owner: 'licence-admin',
    steps: [
      msg({
        id: 'playbook.linker-without-licence.assign',
        defaultMessage:
          'Assign this person a Power Apps licence in the Microsoft 365 admin center, and link again.',
      }),
    ],
  },
  {
    id: 'consent-for-dual-write',
    source: pages.setup,
    forms: ['Response status code does not indicate success: 404 (Not Found)'],
    cause: msg({
      id: 'playbook.consent-for-dual-write',
      defaultMessage:
        'The organization hasn’t consented to dual-write’s app 33976c19-1db5-4c02-810e-c243db79efde.',
    }),
    owner: 'tenant-admin',
    steps: [
      msg({
        id: 'playbook.consent-for-dual-write.look',
        defaultMessage: 'Look for this id under “Enterprise applications” in the Entra admin center.',
      }),
      msg({
        id: 'playbook.consent-for-dual-write.give',
        defaultMessage:
          'If it is missing, repeat the consent of dual-write’s prerequisites, or bring the dual-write packages up to date.',
      }),
    ],
  },
  {
    id: 'cookies-blocked',
    source: pages.module,
    forms: ['login.microsoftonline.com refused to connect'],
    cause: msg({
      id: 'playbook.cookies-blocked',
      defaultMessage:
        'The browser keeps back the cookies of dual-write’s page inside finance and operations.',
    }),
    owner: 'you',
    steps: [privateWindow],
  },
  {
    id: 'finance-not-discoverable',
    source: pages.setup,
    forms: [
      'environment <host> is not discoverable',
      'Finance and operations apps environment … is not discoverable',
    ],
    cause: msg({
      id: 'playbook.finance-not-discoverable',
      defaultMessage:
        'You are signed in to another organization than the finance and operations environment’s, or it is an old one that was never updated.',
    }),
    owner: 'finance-operations-admin',
    steps: [
      msg({
        id: 'playbook.finance-not-discoverable.account',
        defaultMessage: 'Sign in with an account of the same organization, not as a guest.',
      }),
      msg({
        id: 'playbook.finance-not-discoverable.update',
        defaultMessage: 'If that is so already, install any update of finance and operations.',
      }),
    ],
  },
  {
    id: 'not-who-linked',
    source: pages.module,
    forms: ['Response status code does not indicate success: 401 (Unauthorized)'],
    cause: msg({
      id: 'playbook.not-who-linked',
      defaultMessage: 'Only the person who linked the two environments may add a map.',
    }),
    owner: 'finance-operations-admin',
    steps: [
      msg({
        id: 'playbook.not-who-linked.ask',
        defaultMessage:
          'Ask this person to add the map; running and watching it is open to every system administrator.',
      }),
    ],
  },
  {
    id: 'token-exchange',
    source: pages.module,
    forms: ['403 (tokenexchange)'],
    cause: msg({
      id: 'playbook.token-exchange',
      defaultMessage:
        'You aren’t system administrator on both sides, or Dataverse was reset while it was linked.',
    }),
    owner: 'environment-admin',
    steps: [
      msg({
        id: 'playbook.token-exchange.roles',
        defaultMessage:
          'Hold “System administrator” in finance and operations and “System Administrator” in Dataverse.',
      }),
      msg({
        id: 'playbook.token-exchange.linker',
        defaultMessage: 'To add a map, sign in as the person who linked the environments.',
      }),
      resetLink,
    ],
  },
  {
    id: 'dataverse-unavailable',
    source: pages.module,
    forms: ['Error from token exchange: User is not allowed to access connection'],
    cause: msg({
      id: 'playbook.dataverse-unavailable',
      defaultMessage:
        'The linked Dataverse environment can’t be reached: it is off, in administration mode, or gone.',
    }),
    owner: 'environment-admin',
    steps: [
      msg({
        id: 'playbook.dataverse-unavailable.state',
        defaultMessage: 'Look at the environment’s state in the Power Platform admin center.',
      }),
      askMicrosoft,
    ],
  },
  {
    id: 'former-organization',
    source: pages.liveSync,
    forms: [
      'SecureConfig Organization (<former>) does not match actual CRM Organization (<present>)',
      'SecureConfig Organization',
    ],
    cause: msg({
      id: 'playbook.former-organization',
      defaultMessage:
        'Dataverse was copied or restored, and still holds dual-write settings of the environment it came from.',
    }),
    owner: 'environment-admin',
    steps: [
      msg({
        id: 'playbook.former-organization.delete',
        defaultMessage:
          'Delete all rows of “DualWrite Runtime Configuration” (msdyn_dualwriteruntimeconfig) in Dataverse.',
      }),
      resetLink,
    ],
  },
  {
    id: 'database-not-synchronised',
    source: pages.upgrades,
    forms: ['Cannot select a record in Dual write project sync (DualWriteProjectConfiguration)'],
    cause: msg({
      id: 'playbook.database-not-synchronised',
      defaultMessage:
        'The database of finance and operations doesn’t have the tables of the version it runs.',
    }),
    owner: 'finance-operations-admin',
    steps: [
      readWords,
      msg({
        id: 'playbook.database-not-synchronised.full',
        defaultMessage: 'Do a full database synchronisation, and repeat the step of the upgrade that failed.',
      }),
    ],
  },
];
