import { holds } from '../../platform/rights.ts';
import type { Persona } from '../../world/directory.ts';
import type { FinanceOperations } from '../../world/finance-operations.ts';
import { companies } from './companies.ts';
import { finance, tenants } from './ids.ts';

/** The finance and operations slice. Guests can't work with dual-write there, so none is an administrator. */
export const contosoFinance = (people: readonly Persona[]): FinanceOperations => ({
  environments: [
    {
      id: finance.id,
      host: finance.host,
      tenant: tenants.contoso,
      companies: [...companies],
      administrators: people
        .filter((person) => person.tenant === tenants.contoso && !person.home)
        .filter((person) => holds(person, 'System Administrator'))
        .map(({ id }) => id),
      securityOfficers: [],
    },
  ],
});
