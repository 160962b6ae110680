import type { Invitee } from './invitees.ts';
import type { Targets } from './targets.ts';

/** Where a contact may be there: as a customer who is a person, or as the contact person of one. */
const collections = [
  ['CustomersV3', 'CustomerAccount'],
  ['CDSContactPersonsV2', 'ContactPersonId'],
] as const;

/** Those of whom finance and operations has no row under their company and number. */
export async function notInFinance(
  { finance }: Pick<Targets, 'finance'>,
  people: readonly Invitee[],
): Promise<readonly Invitee[]> {
  const client = await finance();
  const isThere = async ({ company, number }: Invitee): Promise<boolean> => {
    for (const [collection, column] of collections) {
      const value = number.replaceAll("'", "''");
      const $filter = `dataAreaId eq '${company.toLowerCase()}' and ${column} eq '${value}'`;
      const counted = await client.countRows({ collection, $filter });
      if ((counted?.['@odata.count'] ?? 0) > 0) return true;
    }
    return false;
  };
  const there = await Promise.all(people.map(isThere));
  return people.filter((_, index) => !there[index]);
}
