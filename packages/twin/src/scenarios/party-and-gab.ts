import type { State } from '../world.ts';
import { installed } from './contoso/installed.ts';
import { contoso } from './contoso.ts';

/**
 * Party and global address book are installed and applied: customers refer to parties, contact persons go by
 * `Contacts V2`, and both maps called CDS Contacts V2 are still listed, though nobody may run them now.
 */
export const partyAndGab = (): State => ({
  ...installed(contoso(), 'Dynamics365GABParty_Anchor', 23_000),
  scenario: 'party-and-gab',
});
