import type { State } from '../world.ts';
import { changePerson } from './contoso/change-person.ts';
import { people } from './contoso/ids.ts';
import { contoso } from './contoso.ts';

/** The partner’s consultant comes by delegation (GDAP): roles by a group of the partner, no account here. */
export function gdapPartner(): State {
  const state = changePerson(contoso(), people.gita, {
    story:
      'Consultant of the partner Adatum by delegation: Dynamics 365 Administrator and Global Reader by a group.',
    delegated: true,
    roles: [
      { name: 'Dynamics 365 Administrator', held: 'by-group' },
      { name: 'Global Reader', held: 'by-group' },
    ],
  });
  return { ...state, scenario: 'gdap-partner' };
}
