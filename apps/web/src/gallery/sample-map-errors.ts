import type { ErrorGroup, ErrorSample, MapState } from '@portico/contract/findings';

const ids = {
  request: '7d2f4c1e-5b0a-4b7e-9a63-0f6c1f0f2b11',
  activity: '0b8e6a52-93d4-4b8f-8f0e-2a1c7d5e9f40',
};
const job = (company: string) => `DWM-4f1c6a2e-8f5d-4d0a-a6f8-${company}-import`;
const lookup = (company: string, record: string, value: string): ErrorSample => ({
  company,
  record,
  field: 'CustomerGroupId',
  value,
  job: job(company),
  ...ids,
  message: `Couldn't resolve the guid for the field: msdyn_customergroupid.msdyn_groupid. The lookup value was not found: ${value}. Try this URL(s) to check if the reference data exists: https://contoso.crm4.dynamics.com/api/data/v9.0/msdyn_customergroups?$select=msdyn_groupid&$filter=msdyn_groupid eq '${value}'`,
});

const lookups: ErrorGroup = {
  id: 'lookup-missing',
  count: 7,
  companies: ['USMF', 'DEMF'],
  cause: { id: 'playbook.lookup-missing', values: { field: 'msdyn_customergroupid.msdyn_groupid' } },
  remedy: {
    owner: 'you',
    steps: [
      { id: 'playbook.step.start-first' },
      { id: 'playbook.lookup-missing.row' },
      { id: 'playbook.lookup-missing.itself' },
    ],
  },
  needs: {
    set: 'msdyn_customergroups',
    name: 'Customer groups (msdyn_customergroups)',
    state: 'not-running',
  },
  samples: [
    lookup('USMF', 'US-027', '80'),
    lookup('USMF', 'US-028', '80'),
    lookup('USMF', 'US-031', '90'),
    lookup('DEMF', 'DE-001', '10'),
    lookup('DEMF', 'DE-004', '10'),
  ],
};

const privilege: ErrorGroup = {
  id: 'team-lacks-privilege',
  count: 2,
  companies: ['GBSI'],
  cause: {
    id: 'playbook.team-lacks-privilege',
    values: { team: 'a1d8c8cf-2a0c-4b2f-8a4e-7bb0a0b1f3d2', privilege: 'Readmsdyn_shipvia' },
  },
  remedy: { owner: 'environment-admin', steps: [{ id: 'playbook.step.team-roles' }] },
  samples: [
    {
      company: 'GBSI',
      record: 'GB-014',
      job: job('GBSI'),
      ...ids,
      message:
        'Principal team (Id=a1d8c8cf-2a0c-4b2f-8a4e-7bb0a0b1f3d2, type=9), is missing prvReadmsdyn_shipvia privilege (Id=9c329413) on OTC=10411.',
    },
  ],
};

const unknown: ErrorGroup = {
  id: 'write failed for entity customers v3',
  count: 1,
  companies: ['USMF'],
  samples: [
    {
      company: 'USMF',
      record: 'US-099',
      field: 'CreditRating',
      job: job('USMF'),
      ...ids,
      message:
        'Write failed for entity Customers V3: infolog error 4711 of an extension that nobody here knows.',
    },
  ],
};

const framework: ErrorGroup = {
  id: 'import-framework-down',
  count: 3,
  companies: ['USMF', 'DEMF', 'GBSI'],
  cause: { id: 'playbook.import-framework-down', values: {} },
  remedy: {
    owner: 'finance-operations-admin',
    steps: [{ id: 'playbook.import-framework-down.restart' }, { id: 'playbook.step.job-history' }],
  },
  samples: [
    {
      company: 'USMF',
      job: job('USMF'),
      ...ids,
      message:
        '([Bad Request], The remote server returned an error: (400) Bad Request.), AX export encountered an error',
    },
  ],
};

const map = (id: string, name: string, more: Partial<MapState>): MapState => ({
  id,
  name,
  wanted: true,
  state: 'stopped',
  companies: [],
  ...more,
});

/** Maps that failed for one cause, for several, for one that nobody knows, and one that hangs in its job. */
export const failedMaps: readonly MapState[] = [
  map('e1', 'Customers V3 (accounts)', {
    error: lookups.samples[0]?.message ?? '',
    errors: [lookups, privilege, unknown],
    companies: [
      { company: 'USMF', state: 'Warning', rows: 310, errors: 46, unseen: 41, job: job('USMF') },
      { company: 'DEMF', state: 'Warning', rows: 12, errors: 2, job: job('DEMF') },
      { company: 'GBSI', state: 'Warning', rows: 4, errors: 2, job: job('GBSI') },
    ],
  }),
  map('e2', 'CDS sales order headers (salesorders)', {
    error: framework.samples[0]?.message ?? '',
    errors: [framework],
  }),
  map('e3', 'CDS released distinct products (products)', {
    state: 'initial-sync',
    companies: [{ company: 'USMF', state: 'Exporting', rows: 0, errors: 0, job: job('USMF') }],
  }),
];

/** The request itself was refused, in words that no list has. */
export const unknownError: readonly MapState[] = [
  map('e4', 'CDS sales order lines (salesorderdetails)', {
    error: 'Something new.',
    errors: [{ ...unknown, companies: [], samples: [{ message: 'Something new.', ...ids }] }],
  }),
];
