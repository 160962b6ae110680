import { msg } from '@portico/plan/text';
import { type Entry, pages } from './entry.ts';
import {
  appUsers,
  askMicrosoft,
  cleanDataverse,
  cleanFinance,
  readWords,
  resetLink,
  teamRoles,
} from './steps.ts';

const addCompany = msg({
  id: 'playbook.step.add-company',
  defaultMessage: 'Create the missing company there with the same code, or take it out of the link.',
});
const askFlight = msg({
  id: 'playbook.step.ask-flight',
  defaultMessage:
    'Or ask Microsoft support to let dual-write make its connections anew (AdhocConnectionCreationEnabled).',
});

/** Codes of dual-write’s health check, and of linking. */
export const health: readonly Entry[] = [
  {
    id: 'dwdvev1001',
    source: pages.health,
    forms: ['DWDVEV1001'],
    cause: msg({
      id: 'playbook.dwdvev1001',
      defaultMessage: 'The connection to Dataverse that dual-write works with is gone.',
    }),
    owner: 'environment-admin',
    steps: [readWords, resetLink, askFlight],
  },
  {
    id: 'dwfoev1001',
    source: pages.health,
    forms: ['DWFOEV1001'],
    cause: msg({
      id: 'playbook.dwfoev1001',
      defaultMessage: 'The connection to finance and operations that dual-write works with is gone.',
    }),
    owner: 'environment-admin',
    steps: [readWords, resetLink, askFlight],
  },
  {
    id: 'dwdvev1002',
    source: pages.health,
    forms: ['DWDVEV1002'],
    cause: msg({
      id: 'playbook.dwdvev1002',
      defaultMessage: 'Dual-write uses an old connector to Dataverse that this region doesn’t have.',
    }),
    owner: 'microsoft',
    steps: [
      msg({
        id: 'playbook.dwdvev1002.ask',
        defaultMessage: 'Ask Microsoft support to switch to the present connector (UseCDS2Connector).',
      }),
    ],
  },
  {
    id: 'dwdvev1003',
    source: pages.health,
    forms: ['DWDVEV1003'],
    cause: msg({
      id: 'playbook.dwdvev1003',
      defaultMessage: 'A company of the link isn’t in Dataverse.',
    }),
    owner: 'environment-admin',
    steps: [readWords, addCompany, resetLink],
  },
  {
    id: 'dwfoev1003',
    source: pages.health,
    forms: ['DWFOEV1003'],
    cause: msg({
      id: 'playbook.dwfoev1003',
      defaultMessage: 'A company of the link isn’t in finance and operations.',
    }),
    owner: 'finance-operations-admin',
    steps: [readWords, addCompany, resetLink],
  },
  {
    id: 'dwdvev1004',
    source: pages.health,
    forms: ['DWDVEV1004'],
    cause: msg({
      id: 'playbook.dwdvev1004',
      defaultMessage: 'Dataverse still holds dual-write settings of a former link.',
    }),
    owner: 'environment-admin',
    steps: [cleanDataverse],
  },
  {
    id: 'dwfoev1004',
    source: pages.health,
    forms: ['DWFOEV1004'],
    cause: msg({
      id: 'playbook.dwfoev1004',
      defaultMessage: 'Finance and operations still holds dual-write settings of a former link.',
    }),
    owner: 'finance-operations-admin',
    steps: [cleanFinance],
  },
  {
    id: 'dwfoev1005',
    source: pages.health,
    forms: ['DWFOEV1005'],
    cause: msg({
      id: 'playbook.dwfoev1005',
      defaultMessage: 'The link has no connection to finance and operations.',
    }),
    owner: 'microsoft',
    steps: [
      msg({
        id: 'playbook.dwfoev1005.ask',
        defaultMessage:
          'Ask Microsoft support to let dual-write call finance and operations directly (BypassApiHubConnector).',
      }),
    ],
  },
  {
    id: 'dwfoev1006',
    source: pages.health,
    forms: ['DWFOEV1006'],
    cause: msg({
      id: 'playbook.dwfoev1006',
      defaultMessage:
        'The default team of a business unit was renamed after linking; it must be called as its business unit.',
    }),
    owner: 'environment-admin',
    steps: [
      msg({
        id: 'playbook.dwfoev1006.rename',
        defaultMessage:
          'Find out how the default team of the root business unit is called now; the support request needs it.',
      }),
      askMicrosoft,
      resetLink,
    ],
  },
  {
    id: 'dwdvev1007',
    source: pages.health,
    forms: ['DWDVEV1007'],
    cause: msg({
      id: 'playbook.dwdvev1007',
      defaultMessage:
        'A company has no default owning team in Dataverse, so its rows would belong to nobody.',
    }),
    owner: 'environment-admin',
    steps: [
      msg({
        id: 'playbook.dwdvev1007.team',
        defaultMessage:
          'Open the table “Company” in the maker portal and fill “Default owning team” for every linked company.',
      }),
      teamRoles,
    ],
  },
  {
    id: 'dw9003-dataverse',
    source: pages.prerequisites,
    forms: ['Failed to connect to CRM'],
    cause: msg({
      id: 'playbook.dw9003-dataverse',
      defaultMessage: 'Dual-write may not enter Dataverse: its application users lack something (DW9003).',
    }),
    owner: 'environment-admin',
    steps: [appUsers],
  },
  {
    id: 'dw9003-finance',
    source: pages.prerequisites,
    forms: ['Failed to connect to AX'],
    cause: msg({
      id: 'playbook.dw9003-finance',
      defaultMessage:
        'Dual-write may not enter finance and operations: its applications aren’t registered there (DW9003).',
    }),
    owner: 'finance-operations-admin',
    steps: [appUsers],
  },
  {
    id: 'dw9003',
    source: pages.prerequisites,
    general: true,
    forms: ['DW9003'],
    cause: msg({
      id: 'playbook.dw9003',
      defaultMessage: 'Dual-write may not enter one of the two sides.',
    }),
    owner: 'environment-admin',
    steps: [readWords, appUsers],
  },
];
