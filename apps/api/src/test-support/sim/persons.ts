import { people, tenants } from '@portico/twin/scenarios/contoso/ids';

/** The consultant who sets up, and a colleague who may as well. */
export const alex = { id: people.alex, tenant: tenants.contoso, name: 'Alex' };
export const mona = { id: people.mona, tenant: tenants.contoso, name: 'Mona' };
