import { tenants } from '../scenarios/contoso/ids.ts';
import { type Defect, production } from './defect.ts';

export default {
  story: 'The linked finance and operations belongs to another tenant, as after a takeover.',
  set: (state, broken) => {
    const organization = production(state);
    const tenant = broken ? tenants.fabrikam : tenants.contoso;
    if (organization.finance) organization.finance = { ...organization.finance, tenant };
  },
} satisfies Defect;
