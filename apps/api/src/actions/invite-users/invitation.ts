import { createHash } from 'node:crypto';
import { invitationsOf, standingOf } from '../../targets/invitations.ts';
import type { Invitee } from '../../targets/invitees.ts';
import { getSite } from '../../targets/portal-site.ts';
import type { Targets } from '../../targets/targets.ts';

/** A link that is good for ever is a door that nobody watches. */
export const days = 30;
const day = 24 * 60 * 60_000;

/** One contact, one redemption (Power Pages, invite-contacts). */
const single = 756150000;

/** Undefined where somebody has an invitation that can be used, or signed up with one: nothing is made then. */
export async function invitationFor(
  targets: Targets,
  { contact, name }: Pick<Invitee, 'contact' | 'name'>,
): Promise<Readonly<Record<string, unknown>> | undefined> {
  const before = await invitationsOf(targets, [contact]);
  const { state } = standingOf(before, contact);
  if (state === 'open' || state === 'signed-up') return undefined;
  const site = await getSite(targets);
  return {
    adx_invitationid: idOf(contact, before.length),
    adx_name: `${site.name ?? ''}: ${name}`.slice(0, 100),
    adx_type: single,
    adx_expirydate: new Date(targets.now().getTime() + days * day).toISOString().replace(/\.\d+/, ''),
    'adx_inviteContact@odata.bind': `/contacts(${contact})`,
  };
}

/**
 * The id that the next invitation of a contact has. Dataverse takes an id of ours and refuses it a second time, so that
 * even a write that arrives late can't make a second invitation.
 */
function idOf(contact: string, before: number): string {
  const hex = createHash('sha256')
    .update(`portico invitation ${contact.toLowerCase()} ${before}`)
    .digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
