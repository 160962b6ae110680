import { guid, type State } from '../world.ts';
import { financeTables } from './contoso/finance-rows.ts';
import { production } from './contoso/production.ts';
import { contoso } from './contoso.ts';

const branches = Array.from({ length: 57 }, (_, index) => ({
  id: `c${100 + index}`,
  name: `Contoso branch ${100 + index}`,
}));

/** Sixty companies are linked: they can live with dual-write, and no initial sync begins. */
export function sixtyCompanies(): State {
  const state = contoso();
  const { tables } = production(state).organization;
  const [first] = tables['cdm_companies'] ?? [];
  for (const [index, { id, name }] of branches.entries()) {
    const row = { cdm_companyid: guid(24_000 + index), cdm_companycode: id.toUpperCase(), cdm_name: name };
    tables['cdm_companies']?.push({ ...first, ...row });
  }
  for (const environment of state.finance.environments) {
    environment.companies.push(...branches);
    const more = financeTables(branches.map(({ id }) => id));
    for (const [entity, { alike }] of Object.entries(more))
      environment.tables[entity]?.alike.push(...alike.filter(({ like }) => like['dataAreaId'] !== undefined));
  }
  for (const link of state.dualWrite.links) {
    link.companies.push(...branches);
    for (const { companies } of link.maps)
      if (!companies.includes('dat')) companies.push(...branches.map(({ id }) => id));
  }
  return { ...state, scenario: 'sixty-companies' };
}
