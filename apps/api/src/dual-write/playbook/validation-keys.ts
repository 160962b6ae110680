import { msg } from '@portico/plan/text';
import { type Entry, pages } from './entry.ts';
import { openKeys, openMap, readWords, refreshTables, saveMap } from './steps.ts';

const mapKeys = msg({
  id: 'playbook.step.map-keys',
  defaultMessage:
    'Map each column of the integration key; of a lookup, the key columns of the table it refers to.',
});
const bothWays = msg({
  id: 'playbook.step.both-ways',
  defaultMessage: 'Set “Sync direction” of each key column to both ways.',
});
const makeKey = msg({
  id: 'playbook.step.make-key',
  defaultMessage:
    'Open the table in the maker portal (make.powerapps.com), “Keys”, and add an alternate key.',
});

/** Project validation: what is wrong with keys. */
export const validationKeys: readonly Entry[] = [
  {
    id: 'dipv1003',
    source: pages.codes,
    forms: ['DIPV1003', 'Integration keys are missing'],
    cause: msg({
      id: 'playbook.dipv1003',
      defaultMessage:
        'The Dataverse table has no integration key, so no row can be found again on the other side.',
    }),
    owner: 'environment-admin',
    steps: [makeKey, refreshTables],
  },
  {
    id: 'dipv1004',
    source: pages.codes,
    forms: ['DIPV1004', 'Integration key field is not bi-directionally mapped'],
    cause: msg({
      id: 'playbook.dipv1004',
      defaultMessage: 'The map goes both ways, but a column of its integration key goes one way only.',
    }),
    owner: 'finance-operations-admin',
    steps: [openMap, bothWays, saveMap],
  },
  {
    id: 'dipv1014',
    source: pages.codes,
    forms: ['DIPV1014'],
    cause: msg({
      id: 'playbook.dipv1014',
      defaultMessage: 'A column of the integration key is not mapped.',
    }),
    owner: 'finance-operations-admin',
    steps: [openKeys, mapKeys, saveMap],
  },
  {
    id: 'dipv1015',
    source: pages.codes,
    forms: ['DIPV1015', 'Mapping is missing for integration key for lookup field'],
    cause: msg({
      id: 'playbook.dipv1015',
      defaultMessage:
        'The integration key holds a lookup, and the key columns of the table behind it are not mapped.',
    }),
    owner: 'finance-operations-admin',
    steps: [openKeys, mapKeys, saveMap],
  },
  {
    id: 'dipv1027',
    source: pages.codes,
    forms: [
      'DIPV1027',
      'Map the integration key associated with the entity lookup field to the destination field',
    ],
    cause: msg({
      id: 'playbook.dipv1027',
      defaultMessage: 'A lookup is written to, and the key columns of the table behind it are not mapped.',
    }),
    owner: 'finance-operations-admin',
    steps: [openMap, mapKeys, saveMap],
  },
  {
    id: 'dipv1028',
    source: pages.codes,
    forms: [
      'DIPV1028',
      'Map the integration key associated with the entity lookup field to the source field',
    ],
    cause: msg({
      id: 'playbook.dipv1028',
      defaultMessage: 'A lookup is read, and the key columns of the table behind it are not mapped.',
    }),
    owner: 'finance-operations-admin',
    steps: [openMap, mapKeys, saveMap],
  },
  {
    id: 'dipv1031',
    source: pages.codes,
    forms: ['DIPV1031', 'Missing default transform for mandatory destination field'],
    cause: msg({
      id: 'playbook.dipv1031',
      defaultMessage: 'A mandatory column is written to without a default value.',
    }),
    owner: 'finance-operations-admin',
    steps: [
      openMap,
      msg({
        id: 'playbook.dipv1031.default',
        defaultMessage: 'Add a transform of type “Default” with a value to that column.',
      }),
      saveMap,
    ],
  },
  {
    id: 'dipv1030',
    source: pages.codes,
    forms: ['DIPV1030', 'Data type mismatch'],
    cause: msg({
      id: 'playbook.dipv1030',
      defaultMessage: 'Two mapped columns have types that don’t fit each other.',
    }),
    owner: 'finance-operations-admin',
    steps: [
      readWords,
      msg({
        id: 'playbook.dipv1030.pair',
        defaultMessage: 'Map columns of fitting types, or change the type of one of them.',
      }),
      refreshTables,
    ],
  },
];
