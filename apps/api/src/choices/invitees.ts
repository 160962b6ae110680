import { Problem } from '@portico/contract/problems';
import { type Choice, mostChoices } from '@portico/contract/routes';
import { msg } from '@portico/plan/text';
import { nameOf } from '../targets/invitees.ts';
import { invitationsOf } from '../targets/invitations.ts';
import { getSite } from '../targets/portal-site.ts';
import { inText } from '../targets/rows.ts';
import type { Row, Targets } from '../targets/targets.ts';
import { textOf } from '../targets/text-of.ts';
import { webRoles } from '../targets/web-roles.ts';

const strangers = msg({
  id: 'choices.web-role.anonymous',
  defaultMessage: 'It is for people who haven’t signed in, so nobody is given it.',
});

/** Enough to see whether the words were the right ones, and whether there are more: those are found by more words. */
const most = mostChoices + 1;

/** A condition that each of the words stands in one of the columns. */
const found = (columns: readonly string[], search: string): string =>
  search
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => ` and (${columns.map((column) => `contains(${column},'${inText(word)}')`).join(' or ')})`)
    .join('');

const inner = (row: Row, navigation: string): Row => {
  const value = row[navigation];
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
};

/** Active contacts; those with a company and an account number first, for no other ones reach finance and operations. */
export async function contactChoices({ dataverse }: Targets, search: string): Promise<Choice[]> {
  const columns = ['firstname', 'lastname', 'emailaddress1', 'msdyn_contactpersonid'];
  const client = await dataverse();
  const { value } = await client.listRows({
    set: 'contacts',
    $select: ['contactid', ...columns, '_parentcustomerid_value'].join(','),
    $expand: 'parentcustomerid_account($select=name,accountnumber),msdyn_company($select=cdm_companycode)',
    $filter: `statecode eq 0${found(columns, search)}`,
    // As they are shown.
    $orderby: 'firstname,lastname',
    $top: most,
  });
  const choices = value.map((row): Choice => {
    const number = textOf(row['msdyn_contactpersonid']).trim();
    const company = textOf(inner(row, 'msdyn_company')['cdm_companycode']);
    const { name, accountnumber } = inner(row, 'parentcustomerid_account');
    const customer = name ? `${textOf(name)} (${textOf(accountnumber)})` : '';
    return {
      value: textOf(row['contactid']),
      label: nameOf(row) || number || textOf(row['contactid']),
      fitness: company && number ? 2 : 1,
      facts: { number, company, customer, email: textOf(row['emailaddress1']) },
    };
  });
  return choices.sort((a, b) => b.fitness - a.fitness);
}

/** Customers, whose orders a contact may place. */
export async function accountChoices({ dataverse }: Targets, search: string): Promise<Choice[]> {
  const client = await dataverse();
  const { value } = await client.listRows({
    set: 'accounts',
    $select: 'accountid,name,accountnumber',
    $expand: 'msdyn_company($select=cdm_companycode)',
    $filter: `statecode eq 0 and customertypecode eq 3 and accountnumber ne null${found(['name', 'accountnumber'], search)}`,
    $orderby: 'name',
    $top: most,
  });
  return value.map((row) => ({
    value: textOf(row['accountid']),
    label: `${textOf(row['name'])} (${textOf(row['accountnumber'])})`,
    fitness: 1,
    facts: { company: textOf(inner(row, 'msdyn_company')['cdm_companycode']) },
  }));
}

/** The site's web roles, in its own words; who hasn't signed in has one that can't be given. */
export async function roleChoices(targets: Targets): Promise<Choice[]> {
  const roles = await webRoles(targets);
  return roles
    .map(
      ({ id, name, anonymous, everybody }): Choice => ({
        value: id,
        label: name,
        fitness: anonymous ? 0 : 1,
        ...(anonymous ? { reason: { id: strangers.id } } : {}),
        facts: { everybody },
      }),
    )
    .sort((a, b) => b.fitness - a.fitness);
}

/**
 * The link with which a chosen contact signs up, fresh from Dataverse; nothing where no invitation of theirs is open. It
 * opens a door, so it is told to who asks for it and written down nowhere. Its form is that of the portal's own redemption
 * page (community: ulrikke.akerbak.com, send-portal-invitation-to-contact-with-flow).
 */
export async function invitationLink(targets: Targets, contact: string): Promise<Choice[]> {
  const person = targets.answers['first-users']?.people.find(
    (each) => each.contact.toLowerCase() === contact.toLowerCase(),
  );
  if (!person) throw new Problem('not-found');
  const open = (await invitationsOf(targets, [person.contact])).find(({ state }) => state === 'open');
  if (!open) return [];
  const [client, site] = await Promise.all([targets.dataverse(), getSite(targets)]);
  const row = await client
    .getRow({ set: 'adx_invitations', id: open.id, $select: 'adx_invitationcode' })
    .catch(withoutBody);
  const code = textOf(row['adx_invitationcode']);
  if (!code || !site.websiteUrl) return [];
  const link = new URL('/register/', site.websiteUrl);
  link.searchParams.set('invitationCode', code);
  return [{ value: link.href, label: person.contact, fitness: 1 }];
}

/** An answer of another shape is quoted where it is told of: here it would be the code. */
function withoutBody(error: unknown): never {
  if (!(error instanceof Problem) || error.code !== 'upstream-shape') throw error;
  throw new Problem('upstream-shape', { values: { service: 'Dataverse', endpoint: 'getRow' } });
}
