import { dataverse } from '@portico/microsoft/services/dataverse';
import type { Twin } from '../twin.ts';
import { connectTo } from './connect-to.ts';
import { organizationOf } from './environment-addresses.ts';

export const contactOfWebsite = 'b1f7d5a0-0d6b-4a53-8a6e-1f3f5f3f0c21';

/** A contact with an invitation and the roles named, as somebody makes them in Dataverse. @returns the code */
export async function inviteSomebody(twin: Twin, roles: readonly string[], until?: string): Promise<string> {
  const client = await connectTo(twin, dataverse, { base: organizationOf(twin) });
  const contact = `/contacts(${contactOfWebsite})`;
  const body = { contactid: contactOfWebsite, firstname: 'Cora', lastname: 'Lind' };
  await client.upsertRow({ set: 'contacts', id: contactOfWebsite, body });
  const { value } = await client.listRows({ set: 'adx_webroles', $select: 'adx_webroleid,adx_name' });
  for (const { adx_webroleid: id, adx_name: name } of value)
    if (roles.includes(String(name)))
      await client.associateRow({
        set: 'adx_webroles',
        id: String(id),
        navigation: 'adx_webrole_contact',
        body: { '@odata.id': contact },
      });
  const made = await client.createRow({
    set: 'adx_invitations',
    body: {
      adx_name: 'Cora Lind',
      adx_type: 756150000,
      'adx_inviteContact@odata.bind': contact,
      ...(until ? { adx_expirydate: until } : {}),
    },
    headers: { prefer: 'return=representation' },
  });
  return String(made?.['adx_invitationcode']);
}
