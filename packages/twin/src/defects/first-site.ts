import { deletedSite } from '../scenarios/contoso/dataverse.ts';
import { type Defect, setRow } from './defect.ts';

export default {
  story:
    'There was never a site in this environment: the studio doesn’t offer the Dynamics 365 templates yet.',
  set: (state, broken) => setRow(state, 'powerpagesites', 'powerpagesiteid', { ...deletedSite }, !broken),
} satisfies Defect;
