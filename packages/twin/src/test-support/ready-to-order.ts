import { runMaps } from '../dual-write/run-maps.ts';
import { sequenceOf } from '../dual-write/sequences.ts';
import { settleDualWrite } from '../dual-write/settle.ts';
import { days } from '../platform/durations.ts';
import { addPortal } from '../scenarios/contoso/portal.ts';
import { production } from '../scenarios/contoso/production.ts';
import type { World } from '../world.ts';
import { fiveMaps } from './five-maps.ts';
import { addPortalUsers, chosen, inviteByHand } from './portal-users.ts';

/**
 * Everything that an order needs, as weeks of work leave it: the maps run, the portal is public, and two contacts have
 * signed up. What people know of a customer is there on both sides.
 */
export function readyToOrder(world: World): void {
  const { state, clock } = world;
  const [link] = state.dualWrite.links;
  if (!link) throw new Error('Contoso has a link.');
  const named = link.maps.filter(({ name }) => fiveMaps.includes(name));
  const all = new Set(named.flatMap((map) => sequenceOf(link, map)));
  runMaps(
    world,
    link,
    [...all].map((map) => ({ map, initialSync: true, master: 'AX' as const })),
  );
  clock.jump(days);
  settleDualWrite(world);
  addPortal(state, clock.now());
  for (const site of state.platform.sites) site.visibility = 'public';
  addPortalUsers(world);
  inviteByHand(world);
  for (const row of production(state).organization.tables['adx_invitations'] ?? [])
    row['_adx_redeemedcontact_value'] = row['_adx_invitecontact_value'];
}

/** The contacts who have signed up, in the order in which they were chosen. */
export const signedUp = chosen.people.map(({ contact }) => contact);
