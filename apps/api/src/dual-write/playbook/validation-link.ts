import { msg } from '@portico/plan/text';
import { type Entry, pages } from './entry.ts';
import { askMicrosoft, readWords, resetLink } from './steps.ts';

const openConnections = msg({
  id: 'playbook.step.open-connections',
  defaultMessage:
    'Open “Connections” of the environment in the maker portal, and mend the two that dual-write uses.',
});
const companyNames = msg({
  id: 'playbook.step.company-names',
  defaultMessage:
    'Give the company its former name again, in finance and operations and as business unit in Dataverse.',
});
const tryAgain = msg({
  id: 'playbook.step.try-again',
  defaultMessage: 'Wait a few minutes and start the map once more; it may pass by itself.',
});

/** Project validation: what is wrong with the link itself. */
export const validationLink: readonly Entry[] = [
  {
    id: 'dipv1000',
    source: pages.codes,
    forms: ['DIPV1000', 'Connection validation failed'],
    cause: msg({
      id: 'playbook.dipv1000',
      defaultMessage: 'The Power Apps connections that dual-write works with are no longer valid.',
    }),
    owner: 'environment-admin',
    steps: [readWords, openConnections, resetLink],
  },
  {
    id: 'dipv1001',
    source: pages.codes,
    forms: ['DIPV1001', 'Exceptions encountered during Dual-write project validation'],
    cause: msg({
      id: 'playbook.dipv1001',
      defaultMessage: 'Something in dual-write itself broke while it looked at the map.',
    }),
    owner: 'microsoft',
    steps: [tryAgain, askMicrosoft],
  },
  {
    id: 'dipv1002',
    source: pages.codes,
    forms: ['DIPV1002', 'Dual-write only supports mapping between cross-company entities'],
    cause: msg({
      id: 'playbook.dipv1002',
      defaultMessage:
        'One side is kept per company and the other for all companies, mostly because cross-company data sharing is on.',
    }),
    owner: 'finance-operations-admin',
    steps: [
      msg({
        id: 'playbook.dipv1002.sharing',
        defaultMessage:
          'Turn off cross-company data sharing for this entity: System administration, “Configure cross-company data sharing”.',
      }),
      msg({ id: 'playbook.dipv1002.other', defaultMessage: 'Or use a map onto another entity.' }),
    ],
  },
  {
    id: 'dipv1005',
    source: pages.codes,
    forms: ['DIPV1005', 'Missing environment info for dataset'],
    cause: msg({
      id: 'playbook.dipv1005',
      defaultMessage: 'The dual-write link is set up wrongly or damaged: it doesn’t know an environment.',
    }),
    owner: 'finance-operations-admin',
    steps: [readWords, resetLink],
  },
  {
    id: 'dipv1006',
    source: pages.codes,
    forms: ['DIPV1006', 'Exceptions encountered during project validation'],
    cause: msg({
      id: 'playbook.dipv1006',
      defaultMessage: 'Something in the data integrator itself broke while it looked at the map.',
    }),
    owner: 'microsoft',
    steps: [tryAgain, askMicrosoft],
  },
  {
    id: 'dipv1007',
    source: pages.codes,
    forms: ['DIPV1007', 'Task has environment that does not exist in the connection set'],
    cause: msg({
      id: 'playbook.dipv1007',
      defaultMessage: 'The map’s project names an environment that isn’t part of the link any more.',
    }),
    owner: 'finance-operations-admin',
    steps: [
      msg({
        id: 'playbook.dipv1007.again',
        defaultMessage: 'Apply the solution again that brought the map, so that it gets a new project.',
      }),
      resetLink,
    ],
  },
  {
    id: 'dipv1008',
    source: pages.codes,
    forms: ['DIPV1008', 'Data partition is not valid'],
    cause: msg({
      id: 'playbook.dipv1008',
      defaultMessage: 'A linked company’s business unit or legal entity was renamed or deleted.',
    }),
    owner: 'environment-admin',
    steps: [companyNames, resetLink],
  },
  {
    id: 'dipv1016',
    source: pages.codes,
    forms: ['DIPV1016', 'Missing Organization mapping for destination entity'],
    cause: msg({
      id: 'playbook.dipv1016',
      defaultMessage:
        'The link doesn’t say which company of one side is which of the other, for the table that is written to.',
    }),
    owner: 'finance-operations-admin',
    steps: [readWords, resetLink],
  },
  {
    id: 'dipv1017',
    source: pages.codes,
    forms: ['DIPV1017', 'Missing Organization mapping for related entity'],
    cause: msg({
      id: 'playbook.dipv1017',
      defaultMessage:
        'The link doesn’t say which company of one side is which of the other, for a table that is referred to.',
    }),
    owner: 'finance-operations-admin',
    steps: [readWords, resetLink],
  },
];
