import { webRoleIds } from '../scenarios/contoso/portal.ts';
import { production } from '../scenarios/contoso/production.ts';
import { guid, type World } from '../world.ts';

const ids = { cora: guid(600), dev: guid(601) } as const;
const accounts = { fourthCoffee: guid(440), litware: guid(441) } as const;
const usmf = guid(320);

interface Chosen {
  readonly contact: string;
  readonly role: string;
  readonly account?: string;
}

/** Whom somebody chose to be invited: a contact whose customer is known, and one for whom it was chosen. */
export const chosen: { readonly people: Chosen[] } = {
  people: [
    { contact: ids.cora, role: webRoleIds['Customer representative'] },
    { contact: ids.dev, role: webRoleIds['Authorized users'], account: accounts.litware },
  ],
};

/**
 * Two contact persons of customers, whom finance and operations has under the same numbers: with what people fill in
 * (company and number), and without what their customer accounts know.
 */
export function addPortalUsers({ state }: World): void {
  const { tables } = production(state).organization;
  const contact = (contactid: string, firstname: string, lastname: string, number: string) => ({
    contactid,
    firstname,
    lastname,
    emailaddress1: `${firstname.toLowerCase()}@customer.example`,
    msdyn_contactpersonid: number,
    msdyn_sellable: false,
    _msdyn_company_value: usmf,
    _parentcustomerid_value: contactid === ids.cora ? accounts.fourthCoffee : null,
    statecode: 0,
    statuscode: 1,
    versionnumber: 1400,
  });
  (tables['contacts'] ??= []).push(
    contact(ids.cora, 'Cora', 'Lind', 'US-C001'),
    contact(ids.dev, 'Dev', 'Rao', 'US-C002'),
  );
  for (const account of tables['accounts'] ?? []) account['address1_country'] = 'US';
}

/** What a person does in Power Pages Management: fills in what is empty, gives the roles, makes the invitations. */
export function inviteByHand(world: World, people: readonly Chosen[] = chosen.people): void {
  const { tables } = production(world.state).organization;
  const [priceList] = tables['pricelevels'] ?? [];
  for (const { contact, role, account } of people) {
    const row = tables['contacts']?.find(({ contactid }) => contactid === contact) ?? {};
    row['_parentcustomerid_value'] ??= account;
    row['address1_country'] = 'US';
    row['_transactioncurrencyid_value'] = priceList?.['_transactioncurrencyid_value'];
    row['_defaultpricelevelid_value'] = priceList?.['pricelevelid'];
    tables['adx_webrole_contactset']?.push({ adx_webroleid: role, contactid: contact });
    tables['adx_invitations']?.push({
      adx_invitationid: world.id(),
      _adx_invitecontact_value: contact,
      statecode: 0,
      statuscode: 1,
    });
  }
}

/** One of them has ordered, and finance and operations has the order. */
export function addOrder({ state }: World): void {
  const number = 'ORD-01001';
  (production(state).organization.tables['salesorders'] ??= []).push({
    salesorderid: guid(650),
    ordernumber: number,
    msdyn_salesordernumber: number,
    _msdyn_contactperson_value: ids.cora,
    createdon: '2026-11-20T10:00:00Z',
    statecode: 0,
    statuscode: 1,
    versionnumber: 1500,
  });
  for (const { tables } of state.finance.environments)
    (tables['SalesOrderHeaderCDSEntity'] ??= { rows: [], alike: [] }).rows.push({
      dataAreaId: 'usmf',
      SalesOrderNumber: number,
    });
}
