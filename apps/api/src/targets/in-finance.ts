import type { Invitee } from './invitees.ts';
import { inText } from './rows.ts';
import type { Targets } from './targets.ts';

/** Where a contact may be there: as a customer who is a person, or as the contact person of one. */
const collections = [
  ['CustomersV3', 'CustomerAccount'],
  ['CDSContactPersonsV2', 'ContactPersonId'],
] as const;

/** Whether finance and operations has a row like that. */
export async function isInFinance(
  { finance }: Pick<Targets, 'finance'>,
  collection: string,
  $filter: string,
): Promise<boolean> {
  const counted = await (await finance()).countRows({ collection, $filter });
  return (counted?.['@odata.count'] ?? 0) > 0;
}

/** Those of whom finance and operations has no row under their company and number. */
export async function notInFinance(
  targets: Pick<Targets, 'finance'>,
  people: readonly Invitee[],
): Promise<readonly Invitee[]> {
  const isThere = async ({ company, number }: Invitee): Promise<boolean> => {
    for (const [collection, column] of collections) {
      const $filter = `dataAreaId eq '${company.toLowerCase()}' and ${column} eq '${inText(number)}'`;
      if (await isInFinance(targets, collection, $filter)) return true;
    }
    return false;
  };
  const there = await Promise.all(people.map(isThere));
  return people.filter((_, index) => !there[index]);
}
