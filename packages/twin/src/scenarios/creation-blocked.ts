import type { State } from '../world.ts';
import { changePerson } from './contoso/change-person.ts';
import { people, tenants } from './contoso/ids.ts';
import { contoso } from './contoso.ts';

/** The tenant keeps site creation to administrators, and the consultant is one by a security group only. */
export function creationBlocked(): State {
  const state = changePerson(contoso(), people.alex, {
    story: 'Consultant: System Administrator directly, administrator of the tenant by a security group only.',
    roles: [
      { name: 'System Administrator', held: 'directly' },
      { name: 'Power Platform Administrator', held: 'by-group' },
    ],
  });
  state.platform.settings[tenants.contoso] = { disablePortalsCreationByNonAdminUsers: true };
  return { ...state, scenario: 'creation-blocked' };
}
