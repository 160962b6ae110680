import { guid } from '../world.ts';
import { type Defect, setRow } from './defect.ts';

/** What came along from the environment that this one was copied from: two maps ran there. */
const records = [
  { logical: 'account', finance: 'Customers V3' },
  { logical: 'salesorder', finance: 'CDS sales order headers' },
].map(({ logical, finance }, index) => ({
  msdyn_dualwriteruntimeconfigid: guid(30_300 + index),
  msdyn_internalentityname: logical,
  msdyn_externalentityname: finance,
  msdyn_unsecure: JSON.stringify({
    ProjectId: guid(30_310 + index),
    SourceEntityName: logical,
    SourceEnvironmentType: 'CRM',
    DestinationEntityName: finance,
    DestinationEnvironmentType: 'AX',
    EntityMapVersion: { Major: 1, Minor: 0, Build: 0, Revision: 5 },
    FieldMappings: [],
  }),
  statecode: 0,
  statuscode: 1,
  createdon: '2025-01-14T08:00:00Z',
  modifiedon: '2025-01-14T08:00:00Z',
  versionnumber: 700,
}));

export const copiedEnvironment: Defect = {
  story: 'The environment is a copy: records of another dual-write link came along.',
  set: (state, broken) => {
    for (const record of records)
      setRow(state, 'msdyn_dualwriteruntimeconfigs', 'msdyn_dualwriteruntimeconfigid', record, broken);
  },
};
