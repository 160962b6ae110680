import { msg } from '@portico/plan/text';
import { type Entry, pages } from './entry.ts';
import { jobHistory, splitLoad } from './steps.ts';

const fewerLookups = [
  msg({
    id: 'playbook.too-many-lookups.ten',
    defaultMessage:
      'Delete optional lookups from the map until ten are left, save it, and start it with initial synchronisation.',
  }),
  msg({
    id: 'playbook.too-many-lookups.rest',
    defaultMessage: 'Do the same with the lookups that were left out, ten at a time.',
  }),
  msg({
    id: 'playbook.too-many-lookups.all',
    defaultMessage: 'Put all of them back, and start the map without initial synchronisation.',
  }),
] as const;

/** What the copying of a company’s rows says as a whole. */
export const copyingRows: readonly Entry[] = [
  {
    id: 'import-framework-down',
    source: pages.initialSync,
    forms: ['(400) Bad Request … AX export encountered an error'],
    cause: msg({
      id: 'playbook.import-framework-down',
      defaultMessage:
        'The data import/export framework of finance and operations doesn’t run, and the copy needs it.',
    }),
    owner: 'finance-operations-admin',
    steps: [
      msg({
        id: 'playbook.import-framework-down.restart',
        defaultMessage:
          'Restart the service “Microsoft Dynamics 365 Data import export framework” on a machine of your own; elsewhere restart the services of the environment.',
      }),
      jobHistory,
    ],
  },
  {
    id: 'finance-application-broken',
    source: pages.initialSync,
    forms: ['(403) Forbidden … AX export encountered an error'],
    cause: msg({
      id: 'playbook.finance-application-broken',
      defaultMessage: 'Finance and operations doesn’t know dual-write’s app any more, or not rightly.',
    }),
    owner: 'finance-operations-admin',
    steps: [
      msg({
        id: 'playbook.finance-application-broken.again',
        defaultMessage:
          'Open “Microsoft Entra applications” in finance and operations, delete dual-write’s row (DtAppID), and add it again.',
      }),
    ],
  },
  {
    id: 'finance-export',
    source: pages.initialSync,
    general: true,
    forms: ['AX export encountered an error'],
    cause: msg({
      id: 'playbook.finance-export',
      defaultMessage: 'Finance and operations couldn’t hand out the rows.',
    }),
    owner: 'finance-operations-admin',
    steps: [jobHistory],
  },
  {
    id: 'too-many-lookups',
    source: pages.initialSync,
    forms: ['5 Attempts to get data from … failed', '5 Attempts to get data from'],
    cause: msg({
      id: 'playbook.too-many-lookups',
      defaultMessage: 'The map has more than ten lookups, and Dataverse doesn’t answer a query with so many.',
    }),
    owner: 'finance-operations-admin',
    steps: fewerLookups,
  },
  {
    id: 'number-locale',
    source: pages.initialSync,
    forms: [
      "Can't convert the literal '<literal…>' to the expected type",
      "Can't convert the literal '<literal…>' to the expected type '<type>'",
    ],
    cause: msg({
      id: 'playbook.number-locale',
      defaultMessage: 'Finance and operations writes numbers in a way that Dataverse doesn’t read.',
    }),
    owner: 'finance-operations-admin',
    steps: [
      msg({
        id: 'playbook.number-locale.en-us',
        defaultMessage: 'Open Data management, “Source data formats”, and set “Language locale” to en-us.',
      }),
    ],
  },
  {
    id: 'double-quotes',
    source: pages.guidance,
    forms: ['MalformedLineException', 'can not be parsed using the current Delimiters'],
    cause: msg({
      id: 'playbook.double-quotes',
      defaultMessage: 'A row holds double quotes, and the file it is copied with breaks there.',
    }),
    owner: 'you',
    steps: [
      msg({
        id: 'playbook.double-quotes.remove',
        defaultMessage: 'Find the rows with double quotes in a text, and take the quotes out.',
      }),
      jobHistory,
    ],
  },
  {
    id: 'copy-timed-out',
    source: pages.guidance,
    standing: 'inferred',
    forms: [
      'the operation has timed out',
      'The operation was canceled due to timeout',
      'A task was canceled',
      'execution timeout expired',
      'export timed out',
      'import timed out',
    ],
    cause: msg({
      id: 'playbook.copy-timed-out',
      defaultMessage:
        'Copying took too long: finance and operations must have written the rows within 24 hours, and before platform update 37 must hand them out within five minutes.',
    }),
    owner: 'finance-operations-admin',
    steps: [jobHistory, splitLoad],
  },
  {
    id: 'too-many-rows',
    source: pages.guidance,
    standing: 'inferred',
    forms: [
      'limit of 500000',
      'limit of 500,000',
      '500k rows per execution',
      'exceeds 500000',
      'exceeds 500,000',
    ],
    cause: msg({
      id: 'playbook.too-many-rows',
      defaultMessage: 'A company has more rows than one copy takes: 500,000.',
    }),
    owner: 'finance-operations-admin',
    steps: [splitLoad],
  },
];
