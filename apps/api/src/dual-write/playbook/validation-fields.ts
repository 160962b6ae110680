import { msg } from '@portico/plan/text';
import { type Entry, pages } from './entry.ts';
import { openMap, readWords, refreshEntities, refreshTables, saveMap } from './steps.ts';

const removeDouble = msg({
  id: 'playbook.step.remove-double',
  defaultMessage: 'Delete the mapping that stands there twice.',
});
const stale = [refreshEntities, refreshTables] as const;

/** Project validation: what is wrong with mapped columns. */
export const validationFields: readonly Entry[] = [
  {
    id: 'dipv1010',
    source: pages.codes,
    forms: ['DIPV1010', 'Mandatory field in destination entity must be mapped'],
    cause: msg({
      id: 'playbook.dipv1010',
      defaultMessage: 'A column that must have a value is not mapped, so no row could be created.',
    }),
    owner: 'finance-operations-admin',
    steps: [
      openMap,
      msg({
        id: 'playbook.dipv1010.map',
        defaultMessage: 'Map the mandatory column that Microsoft names, or give it a default value.',
      }),
      saveMap,
    ],
  },
  {
    id: 'dipv1011',
    source: pages.codes,
    forms: ['DIPV1011', 'Readonly field in destination entity must not be mapped'],
    cause: msg({
      id: 'playbook.dipv1011',
      defaultMessage: 'A column that can’t be written to is mapped as one that is written.',
    }),
    owner: 'finance-operations-admin',
    steps: [
      openMap,
      msg({
        id: 'playbook.dipv1011.one-way',
        defaultMessage:
          'Let the column that Microsoft names go one way, away from the side where it is read-only.',
      }),
      saveMap,
    ],
  },
  {
    id: 'dipv1012',
    source: pages.codes,
    forms: ['DIPV1012', 'Error occurred while parsing Dataverse entity source filter'],
    cause: msg({
      id: 'playbook.dipv1012',
      defaultMessage:
        'The filter on the Dataverse side can’t be read: its syntax is wrong or it names a column that isn’t there.',
    }),
    owner: 'finance-operations-admin',
    steps: [
      openMap,
      msg({
        id: 'playbook.dipv1012.filter',
        defaultMessage:
          'Select the filter of the Dataverse side and mend it; only columns of the table itself may stand there.',
      }),
      saveMap,
    ],
  },
  {
    id: 'dipv1018',
    source: pages.codes,
    forms: ['DIPV1018', 'Missing source schema'],
    cause: msg({
      id: 'playbook.dipv1018',
      defaultMessage: 'Dual-write has no description of the table that is read.',
    }),
    owner: 'finance-operations-admin',
    steps: stale,
  },
  {
    id: 'dipv1019',
    source: pages.codes,
    forms: ['DIPV1019', 'Export can not be performed on the table due to the missing versionnumber field'],
    cause: msg({
      id: 'playbook.dipv1019',
      defaultMessage:
        'The Dataverse table has no version number, as virtual and elastic tables: dual-write can’t read it.',
    }),
    owner: 'finance-operations-admin',
    steps: [
      msg({
        id: 'playbook.dipv1019.standard',
        defaultMessage: 'Choose a map onto a standard table, or a version of the map that has one.',
      }),
    ],
  },
  {
    id: 'dipv1020',
    source: pages.codes,
    forms: ['DIPV1020', 'Missing destination schema'],
    cause: msg({
      id: 'playbook.dipv1020',
      defaultMessage: 'Dual-write has no description of the table that is written to.',
    }),
    owner: 'finance-operations-admin',
    steps: stale,
  },
  {
    id: 'dipv1021',
    source: pages.codes,
    forms: ['DIPV1021', 'Missing source field in the mapping'],
    cause: msg({
      id: 'playbook.dipv1021',
      defaultMessage: 'A mapping has no column that is read.',
    }),
    owner: 'finance-operations-admin',
    steps: [
      openMap,
      msg({
        id: 'playbook.dipv1021.source',
        defaultMessage: 'Choose the column to read, or use a default value in its place.',
      }),
      saveMap,
    ],
  },
  {
    id: 'dipv1022',
    source: pages.upgrades,
    forms: ['DIPV1022', 'Missing source field in the schema', 'Missing source field <field> in the schema'],
    cause: msg({
      id: 'playbook.dipv1022',
      defaultMessage: 'A column that is read is not in the description that dual-write keeps of its table.',
    }),
    owner: 'finance-operations-admin',
    steps: stale,
  },
  {
    id: 'dipv1023',
    source: pages.codes,
    forms: ['DIPV1023', 'Duplicate source fields'],
    cause: msg({
      id: 'playbook.dipv1023',
      defaultMessage: 'The same column is read twice by mappings that go both ways.',
    }),
    owner: 'finance-operations-admin',
    steps: [openMap, removeDouble, saveMap],
  },
  {
    id: 'dipv1024',
    source: pages.codes,
    forms: ['DIPV1024', 'Missing destination field in the mapping'],
    cause: msg({
      id: 'playbook.dipv1024',
      defaultMessage: 'A mapping has no column that is written to.',
    }),
    owner: 'finance-operations-admin',
    steps: [
      openMap,
      msg({ id: 'playbook.dipv1024.destination', defaultMessage: 'Choose the column to write to.' }),
      saveMap,
    ],
  },
  {
    id: 'dipv1025',
    source: pages.codes,
    forms: [
      'DIPV1025',
      'Missing destination field in the schema',
      'Missing destination field <field> in the schema',
    ],
    cause: msg({
      id: 'playbook.dipv1025',
      defaultMessage:
        'A column that is written to is not in the description that dual-write keeps of its table.',
    }),
    owner: 'finance-operations-admin',
    steps: stale,
  },
  {
    id: 'dipv1026',
    source: pages.codes,
    forms: ['DIPV1026', 'Duplicate destination fields'],
    cause: msg({
      id: 'playbook.dipv1026',
      defaultMessage: 'The same column is written to by two mappings.',
    }),
    owner: 'finance-operations-admin',
    steps: [openMap, removeDouble, saveMap],
  },
  {
    id: 'dipv1029',
    source: pages.codes,
    forms: ['DIPV1029', 'Duplicate value map'],
    cause: msg({
      id: 'playbook.dipv1029',
      defaultMessage: 'Two mappings use the same pair of columns.',
    }),
    owner: 'finance-operations-admin',
    steps: [openMap, removeDouble, saveMap],
  },
  {
    id: 'validation-failed',
    source: pages.codes,
    general: true,
    forms: ['Project validation failed', 'Missing destination field', 'Missing source field'],
    cause: msg({
      id: 'playbook.validation-failed',
      defaultMessage: 'The map doesn’t fit the two tables as they are now.',
    }),
    owner: 'finance-operations-admin',
    steps: [readWords, ...stale],
  },
];
