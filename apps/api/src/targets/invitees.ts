import type { InviteeReadiness } from '@portico/contract/findings';
import { accountColumns, contactColumns, neededBy } from './invitee-needs.ts';
import type { Row, Targets } from './targets.ts';
import { textOf } from './text-of.ts';
import { idsIn } from './rows.ts';

/** Somebody who was chosen, as their contact stands now. */
export interface Invitee extends Omit<InviteeReadiness, 'role'> {
  /** The web role's id. */
  readonly role: string;
  /** The code of their company; empty where they have none. */
  readonly company: string;
  readonly number: string;
  /** What is to be written into the contact, as Dataverse takes it; never over anything. */
  readonly fills: Readonly<Record<string, string>>;
  /** The version of the contact that this was read from. */
  readonly etag: string;
}

type Reaches = Pick<Targets, 'answers' | 'rows'>;

/** The people that were chosen, in the order in which they were; each lookup is one question for all. */
export async function readInvitees(targets: Reaches, only?: string): Promise<readonly Invitee[]> {
  const { answers, rows } = targets;
  const decided = (answers['first-users']?.people ?? []).filter(
    ({ contact }) => only === undefined || contact === only,
  );
  const $filter = idsIn(
    'contactid',
    decided.map(({ contact }) => contact),
  );
  if ($filter === undefined) return [];
  const contacts = await rows({ set: 'contacts', $select: contactColumns.join(','), $filter });
  const [accounts, companies, currencies, priceLists] = await Promise.all([
    accountsFor(
      targets,
      contacts,
      decided.flatMap(({ account }) => account ?? []),
    ),
    named(rows, 'cdm_companies', 'cdm_companyid', 'cdm_companycode'),
    named(rows, 'transactioncurrencies', 'transactioncurrencyid', 'isocurrencycode'),
    rows({
      set: 'pricelevels',
      $select: 'pricelevelid,name,_transactioncurrencyid_value',
      $filter: 'statecode eq 0',
    }),
  ]);
  return decided.map(({ contact: id, role, account }): Invitee => {
    const contact = contacts.find((row) => isSame(row['contactid'], id) && row['statecode'] === 0);
    const nobody = { contact: id, role: role.toLowerCase(), name: '', company: '', number: '', etag: '' };
    if (!contact) return { ...nobody, needs: [], fills: {} };
    const sources = { account: accountOf(contact, accounts, account), companies, currencies, priceLists };
    return {
      ...nobody,
      name: nameOf(contact) || textOf(contact['msdyn_contactpersonid']) || id,
      company: companies.get(textOf(contact['_msdyn_company_value'])) ?? '',
      number: textOf(contact['msdyn_contactpersonid']).trim(),
      etag: textOf(contact['@odata.etag']),
      ...neededBy(contact, sources),
    };
  });
}

export const nameOf = (contact: Row): string =>
  `${textOf(contact['firstname'])} ${textOf(contact['lastname'])}`.trim();

const isSame = (one: unknown, other: string): boolean => textOf(one).toLowerCase() === other.toLowerCase();

/** Accounts that contacts name or that were chosen for them, and those that name a contact as their primary one. */
async function accountsFor(
  { rows }: Reaches,
  contacts: readonly Row[],
  chosen: readonly string[],
): Promise<readonly Row[]> {
  const parents = contacts.map((row) => textOf(row['_parentcustomerid_value'])).filter((id) => id !== '');
  const open = contacts.filter((row) => !row['_parentcustomerid_value']);
  const filters = [
    idsIn('accountid', [...new Set([...parents, ...chosen])]),
    idsIn(
      '_primarycontactid_value',
      open.map((row) => textOf(row['contactid'])),
    ),
  ].filter((filter) => filter !== undefined);
  if (filters.length === 0) return [];
  return rows({
    set: 'accounts',
    $select: accountColumns.join(','),
    $filter: `customertypecode eq 3 and statecode eq 0 and (${filters.join(' or ')})`,
  });
}

/** What the contact says counts before what was chosen; what accounts say counts where one alone says it. */
function accountOf(contact: Row, accounts: readonly Row[], chosen: string | undefined): Row | undefined {
  const byId = (id: string) => accounts.find((row) => isSame(row['accountid'], id));
  const parent = textOf(contact['_parentcustomerid_value']);
  if (parent) return byId(parent);
  if (chosen) return byId(chosen);
  const primary = accounts.filter((row) => row['_primarycontactid_value'] === contact['contactid']);
  return primary.length === 1 ? primary[0] : undefined;
}

const named = async (rows: Targets['rows'], set: string, id: string, name: string) =>
  new Map((await rows({ set, $select: `${id},${name}` })).map((row) => [textOf(row[id]), textOf(row[name])]));
