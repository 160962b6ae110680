import type { Defect } from './defect.ts';

const [number, company] = ['accountnumber', 'msdyn_company.cdm_companycode'];

/** Names aren't unique: what somebody chose who had no account numbers in Dataverse. */
export const integrationKeyChanged: Defect = {
  story: 'Accounts are matched by their names.',
  set: ({ dualWrite }, broken) => {
    for (const { maps } of dualWrite.links)
      for (const map of maps)
        if (map.dataverse.name === 'accounts') map.keys = [broken ? 'name' : number, company];
  },
};
