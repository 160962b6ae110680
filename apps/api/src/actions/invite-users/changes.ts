import type { Change } from '@portico/plan/action';
import { msg, text } from '@portico/plan/text';
import type { OpenWork } from './open-work.ts';
import { days } from './invitation.ts';

const fill = msg({
  id: 'invite-users.change.fill',
  defaultMessage:
    'Fill in at {name}, where nothing stands: {need, select, customer {customer account} currency {currency} prices {price list} other {country/region}} {value}',
});
const give = msg({ id: 'invite-users.change.role', defaultMessage: 'Give {name} the web role “{role}”' });
const invite = msg({
  id: 'invite-users.change.invite',
  defaultMessage: 'Make an invitation for {name}, which can be used once within {days} days; nothing is sent',
});

/** Every write, by person: what is there already isn't among them. */
export const changesFor = (work: readonly OpenWork[]): readonly Change[] =>
  work.flatMap(({ person, role, invite: invites }) => {
    const { name } = person;
    const changes = person.needs.flatMap(({ need, state, value = '' }) =>
      state === 'fill' ? [text(fill, { name, need, value })] : [],
    );
    if (role) changes.push(text(give, { name, role: role.name }));
    if (invites) changes.push(text(invite, { name, days }));
    return changes.map((says): Change => ({ system: 'Dataverse', says, undo: 'possible' }));
  });
