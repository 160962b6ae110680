// By what it is known that somebody was on the portal: which signs count, and which of them is the newest.
import { Problem } from '@portico/contract/problems';
import { expect, test } from 'vitest';
import { lastVisit } from './portal-visits.ts';
import type { Row, Targets } from './targets.ts';

const contact = '11111111-1111-4111-8111-111111111111';
const site = { createdOn: '2026-11-20T00:00:00Z' };
const column = 'adx_identity_lastsuccessfullogin';

interface Told {
  readonly signIn?: string;
  readonly taken?: string;
  readonly ordered?: string;
  readonly without?: boolean;
  readonly people?: readonly string[];
}

function visit({ signIn, taken, ordered, without = false, people = [contact] }: Told) {
  const tables: Readonly<Record<string, readonly Row[]>> = {
    contacts: [
      { contactid: contact, firstname: 'Cora', lastname: 'Lind', statecode: 0, [column]: signIn ?? null },
    ],
    adx_invitations: [
      { _adx_invitecontact_value: contact, statecode: 0, statuscode: 1, modifiedon: '2026-11-29T00:00:00Z' },
      ...(taken
        ? [{ _adx_invitecontact_value: contact, statecode: 1, statuscode: 756150001, modifiedon: taken }]
        : []),
    ],
    salesorders: ordered ? [{ _msdyn_contactperson_value: contact, createdon: ordered }] : [],
  };
  const rows: Targets['rows'] = ({ set, $select }) =>
    without && $select?.includes(column)
      ? Promise.reject(new Problem('upstream-refused'))
      : Promise.resolve(tables[set] ?? []);
  const chosen = people.map((id) => ({ contact: id, role: contact }));
  const now = () => new Date('2026-11-30T00:00:00Z');
  return lastVisit({ answers: { 'first-users': { people: chosen } }, rows, now }, site);
}

test.each([
  ['they signed in', { signIn: '2026-11-26T10:00:00Z' }, 'sign-in'],
  ['they took their invitation', { taken: '2026-11-25T10:00:00Z' }, 'invitation'],
  ['they ordered', { ordered: '2026-11-27T10:00:00Z' }, 'order'],
  ['the newest counts', { signIn: '2026-11-26T10:00:00Z', taken: '2026-11-25T10:00:00Z' }, 'sign-in'],
  ['contacts that keep no sign-in', { without: true, taken: '2026-11-25T10:00:00Z' }, 'invitation'],
])('%s', async (_, told, by) => {
  expect(await visit(told)).toMatchObject({ by, name: 'Cora Lind' });
});

test.each([
  ['its last change is when it was taken', '2026-11-25T10:00:00Z'],
  ['it keeps the date of its making', '2026-11-21T10:00:00Z'],
])('a taken invitation tells that somebody was here, whether %s', async (_, taken) => {
  expect(await visit({ taken })).toEqual({ by: 'invitation', name: 'Cora Lind', at: taken });
});

test.each([
  ['nobody was', {}],
  ['it was another site, before this one was made', { signIn: '2026-11-19T10:00:00Z' }],
  ['nobody is chosen', { people: [], ordered: '2026-11-27T10:00:00Z' }],
])('%s: nothing is known', async (_, told) => {
  expect(await visit(told)).toBeUndefined();
});
