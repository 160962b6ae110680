// What Dataverse does with invitations and with web roles of contacts.
import { dataverse } from '@portico/microsoft/services/dataverse';
import { expect, test } from 'vitest';
import { connectTo } from '../../test-support/connect-to.ts';
import { organizationOf } from '../../test-support/environment-addresses.ts';
import { contactOfWebsite, inviteSomebody } from '../../test-support/invite-somebody.ts';
import { startTwin } from '../../twin.ts';

async function open() {
  const twin = await startTwin({ speed: 0, scenario: 'site-exists' });
  return { twin, client: await connectTo(twin, dataverse, { base: organizationOf(twin) }) };
}

test('each invitation has a code of its own; a lookup by another letter case is refused', async () => {
  const { twin, client } = await open();
  await using _ = twin;
  const codes = [await inviteSomebody(twin, []), await inviteSomebody(twin, [])];
  expect(new Set(codes).size).toBe(2);
  expect(codes.every((code) => /^\w{32,200}$/.test(code))).toBe(true);
  const body = { adx_name: 'x', 'adx_invitecontact@odata.bind': `/contacts(${contactOfWebsite})` };
  await expect(client.createRow({ set: 'adx_invitations', body })).rejects.toMatchObject({
    status: 400,
    body: { error: { code: '0x80048d19' } },
  });
});

test.each([
  ['refused', 412],
  ['accepted', 204],
] as const)(
  'the same role a second time is %s: a switch; it shows once, from both sides',
  async (side, status) => {
    const { twin, client } = await open();
    await using _ = twin;
    twin.world.state.switches.associatedAgain = side;
    await inviteSomebody(twin, ['Customer representative']);
    const role = async () =>
      (
        await client.listRows({
          set: 'adx_webroles',
          $select: 'adx_name',
          $expand: 'adx_webrole_contact($select=lastname)',
          $filter: "adx_name eq 'Customer representative'",
        })
      ).value[0];
    const id = String((await role())?.['adx_webroleid']);
    const pair = {
      set: 'adx_webroles',
      id,
      navigation: 'adx_webrole_contact',
      body: { '@odata.id': `https://elsewhere.example/api/data/v9.2/contacts(${contactOfWebsite})` },
    };
    const again = client.associateRow(pair);
    if (status === 204) expect(await again).toBeUndefined();
    else await expect(again).rejects.toMatchObject({ status, body: { error: { code: '0x80040237' } } });
    expect(await role()).toMatchObject({ adx_webrole_contact: [{ lastname: 'Lind' }] });
    const contact = { set: 'contacts', id: contactOfWebsite, $select: 'lastname' };
    expect(
      await client.getRow({ ...contact, $expand: 'adx_webrole_contact($select=adx_name)' }),
    ).toMatchObject({ adx_webrole_contact: [{ adx_name: 'Customer representative' }] });
  },
);

test('what isn’t there can’t be put together, and not every relation is many to many', async () => {
  const { twin, client } = await open();
  await using _ = twin;
  await inviteSomebody(twin, []);
  const nobody = '00000000-0000-4000-8000-000000000000';
  const pair = (set: string, id: string, navigation: string, other: string) =>
    client.associateRow({ set, id, navigation, body: { '@odata.id': other } });
  const known = `/contacts(${contactOfWebsite})`;
  await expect(pair('adx_webroles', nobody, 'adx_webrole_contact', known)).rejects.toMatchObject({
    status: 404,
  });
  await expect(
    pair('contacts', contactOfWebsite, 'adx_webrole_contact', `/adx_webroles(${nobody})`),
  ).rejects.toMatchObject({ status: 404 });
  await expect(pair('contacts', contactOfWebsite, 'parentcustomerid', known)).rejects.toMatchObject({
    status: 404,
  });
});
