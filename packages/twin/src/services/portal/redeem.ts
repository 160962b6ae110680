import type { Organization, Row } from '../../world/dataverse.ts';
import type { World } from '../../world.ts';

/** Status reasons of an invitation (Web API reference, adx_invitation). */
const redeemed = 756150001;
const inactive = 1;

/**
 * Takes an invitation: from then on it can't be taken again, and its contact may sign in. That a code that was used,
 * ran out or was deactivated is refused like one that never was is assumed.
 * @returns the contact's id
 */
export function redeem(world: World, organization: Organization, code: string): string | undefined {
  const now = world.clock.now();
  const found = organization.tables['adx_invitations']?.find(
    (row) => code !== '' && row['adx_invitationcode'] === code && row['statecode'] === 0,
  );
  const contact = found?.['_adx_invitecontact_value'];
  if (!found || typeof contact !== 'string' || hasRunOut(found, now)) return undefined;
  const dated = world.state.switches.takenInvitation === 'dated';
  organization.version += 1;
  Object.assign(found, {
    statecode: inactive,
    statuscode: redeemed,
    adx_redemptions: 1,
    _adx_redeemedcontact_value: contact,
    ...(dated && { modifiedon: now.toISOString().replace(/\.\d+/, '') }),
    versionnumber: organization.version,
  });
  return contact;
}

/** Contacts who have taken an invitation, and may sign in since. */
export const registered = ({ tables }: Organization): readonly Row[] => {
  const taken = (tables['adx_invitations'] ?? []).map((row) => row['_adx_redeemedcontact_value']);
  return (tables['contacts'] ?? []).filter(
    (contact) => taken.includes(contact['contactid']) && contact['statecode'] === 0,
  );
};

function hasRunOut({ adx_expirydate: until }: Row, now: Date): boolean {
  return typeof until === 'string' && Date.parse(until) <= now.getTime();
}
