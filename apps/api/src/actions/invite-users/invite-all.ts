import { Problem } from '@portico/contract/problems';
import type { Verbs } from '@portico/plan/action';
import { msg, text } from '@portico/plan/text';
import { notInFinance } from '../../targets/in-finance.ts';
import { type Invitee, readInvitees } from '../../targets/invitees.ts';
import { lasting, read } from '../../targets/read.ts';
import type { Targets } from '../../targets/targets.ts';
import { rolesGiven, webRoles } from '../../targets/web-roles.ts';
import { invitationFor } from './invitation.ts';

const syncing = msg({
  id: 'invite-users.syncing',
  defaultMessage:
    '{names}: not in finance and operations yet. If that lasts, see that the contacts map runs, and save the contact in Dataverse once more.',
});
const ready = msg({
  id: 'invite-users.ready',
  defaultMessage: '{name} is filled in, and known on both sides.',
});
const invited = msg({ id: 'invite-users.invited', defaultMessage: '{name} is invited.' });

/** First all contacts, then who can be invited: nobody is, before finance and operations knows them. */
export async function inviteAll(targets: Targets, verbs: Verbs): Promise<void> {
  const people = await verbs.once('people', async () =>
    (await readInvitees(targets)).map(({ contact, name }) => ({ contact, name })),
  );
  for (const { contact } of people) await fillIn(targets, verbs, contact);
  await untilSynced(targets, verbs);
  for (const { contact, name } of people) {
    await verbs.say(`ready ${contact}`, text(ready, { name }));
    await giveRole(targets, verbs, contact);
    await verbs.once(`invite ${contact}`, async ({ write }) => {
      const body = await invitationFor(targets, { contact, name });
      if (!body) return null;
      const client = await targets.dataverse();
      await write(() => client.createRow({ set: 'adx_invitations', body }).catch(unlessThere));
      return null;
    });
    await verbs.say(`invited ${contact}`, text(invited, { name }));
  }
}

async function fillIn(targets: Targets, verbs: Verbs, contact: string): Promise<void> {
  await verbs.once(`fill ${contact}`, async ({ write }) => {
    const person = await find(targets, contact);
    if (Object.keys(person.fills).length === 0) return null;
    const client = await targets.dataverse();
    // By the version that was read: what somebody has saved since is never written over.
    const headers = { 'if-match': person.etag };
    await write(() =>
      client.upsertRow({ set: 'contacts', id: contact, body: person.fills, headers }).catch(ifStale),
    );
    return null;
  });
}

async function giveRole(targets: Targets, verbs: Verbs, contact: string): Promise<void> {
  await verbs.once(`role ${contact}`, async ({ write }) => {
    const { role } = await find(targets, contact);
    const [given, roles] = await Promise.all([rolesGiven(targets, [contact]), webRoles(targets)]);
    const known = roles.find(({ id, anonymous }) => id === role && !anonymous);
    if (!known) throw new Problem('not-found', { values: { missing: 'web role' } });
    if (known.everybody || given.get(contact.toLowerCase())?.includes(role)) return null;
    const client = await targets.dataverse();
    const other = await targets.dataversePage(`api/data/v9.2/contacts(${contact})`);
    const pair = { set: 'adx_webroles', id: role, navigation: 'adx_webrole_contact' };
    await write(() => client.associateRow({ ...pair, body: { '@odata.id': other } }).catch(unlessThere));
    return null;
  });
}

/** Waits while somebody isn't on the other side; who may not look there goes on, and the check says so. */
async function untilSynced(targets: Targets, verbs: Verbs): Promise<void> {
  for (let count = Infinity; count > 0; ) {
    const before = count;
    const absent = await verbs.once(`absent before ${before}`, () => absentOf(targets));
    if (absent.length === 0) return;
    const names = absent.map(({ name }) => name).join(', ');
    count = await verbs.until(
      `fewer than ${before} absent`,
      { says: text(syncing, { names }), for: 'person', every: 20, usually: 60 },
      async () => {
        const { length } = await absentOf(targets);
        return length < absent.length ? length : undefined;
      },
    );
  }
}

async function absentOf(targets: Targets): Promise<readonly { readonly name: string }[]> {
  const people = await readInvitees(targets);
  const seen = await read(notInFinance(targets, people), lasting);
  return 'value' in seen ? seen.value.map(({ name }) => ({ name })) : [];
}

async function find(targets: Targets, contact: string): Promise<Invitee> {
  const [person] = await readInvitees(targets, contact);
  if (!person?.name) throw new Problem('not-found', { values: { missing: 'contact' } });
  return person;
}

const isConflict = (error: unknown): error is Problem =>
  error instanceof Problem && error.code === 'upstream-refused' && error.upstream?.status === 412;

/** Somebody was quicker with the very same: that is as good. */
function unlessThere(error: unknown): undefined {
  if (!isConflict(error)) throw error;
}

/** Somebody saved the contact since it was read: look again, and fill in what is still empty. */
function ifStale(error: unknown): never {
  if (!isConflict(error)) throw error;
  throw new Problem('upstream-unavailable', { detail: 'the contact was saved meanwhile', cause: error });
}
