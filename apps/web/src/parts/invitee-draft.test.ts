import type { Choice } from '@portico/contract/routes';
import { expect, test } from 'vitest';
import { asDraft, chosenOf, customersFor, decisionOf, keptAs, lacksOf } from './invitee-draft.ts';
import { isSuggested, roleWords } from './web-role-words.ts';

const cora: Choice = {
  value: 'c1',
  label: 'Cora Lind',
  fitness: 2,
  facts: { number: 'US-C001', company: 'USMF', customer: 'Fourth Coffee (US-001)', email: '' },
};
const dev: Choice = { ...cora, value: 'c2', label: 'Dev Rao', facts: { number: 'US-C002', customer: '' } };

test('who is chosen keeps what the list says of them, and has no role yet', () => {
  expect(chosenOf(cora)).toEqual({
    contact: 'c1',
    role: '',
    name: 'Cora Lind',
    about: 'Fourth Coffee (US-001) · US-C001 · USMF',
    company: 'USMF',
    homeless: false,
  });
  expect(chosenOf(dev).homeless).toBe(true);
});

test('what tells people of one name apart is said, and so is what of it is missing', () => {
  expect([lacksOf(cora), lacksOf(dev)]).toEqual([['email'], ['customer', 'email']]);
  const known = { ...dev, facts: { ...cora.facts, email: 'dev@contoso.example' } };
  expect(lacksOf(known)).toEqual([]);
  expect(chosenOf(known).about).toBe('Fourth Coffee (US-001) · dev@contoso.example · US-C001 · USMF');
});

test('customers of the contact’s own company come first, each part by name', () => {
  const account = (label: string, company: string): Choice => ({
    value: label,
    label,
    fitness: 1,
    facts: { company },
  });
  const all = [account('Aero', 'DEMF'), account('Zenith', 'USMF'), account('Litware', 'USMF')];
  const names = (company: string) => customersFor({ company }, all).map(({ label }) => label);
  expect(names('USMF')).toEqual(['Litware', 'Zenith', 'Aero']);
  expect(names('')).toEqual(['Aero', 'Litware', 'Zenith']);
});

test('what is sent is ids alone, and a draft that is another shape is none', () => {
  const people = [chosenOf(cora), { ...chosenOf(dev), role: 'r1', account: 'a1' }];
  expect(decisionOf(people)).toEqual({
    people: [
      { contact: 'c1', role: '' },
      { contact: 'c2', role: 'r1', account: 'a1' },
    ],
  });
  expect(asDraft(people)).toEqual(people);
  expect(asDraft({ people })).toBeUndefined();
  expect(asDraft([{ contact: 'c1' }])).toBeUndefined();
});

test('who was decided on is named by what was found, else by the list, else by their id', () => {
  const people = [
    { contact: 'c1', role: 'r1' },
    { contact: 'c2', role: 'r1', account: 'a1' },
    { contact: 'c3', role: 'r1' },
  ];
  const found = {
    people: [{ contact: 'c1', name: 'Cora L.', needs: [{ need: 'customer', state: 'missing' }] }],
  } as const;
  const kept = keptAs(people, found, [cora, dev]);
  expect(kept.map(({ name, homeless }) => [name, homeless])).toEqual([
    ['Cora L.', true],
    ['Dev Rao', true],
    ['c3', false],
  ]);
  // Naming them decides nothing.
  expect(decisionOf(kept)).toEqual({ people });
});

test('the template’s roles are known by their names, and no other is spoken for', () => {
  const ids = [
    'Administrators',
    ' customer representative',
    'Authorised users',
    'Buyers',
    'Unauthorized users',
  ];
  expect(ids.map((name) => roleWords(name).id)).toEqual([
    'web.role.administrator',
    'web.role.representative',
    'web.role.authorized',
    'web.role.own',
    'web.role.own',
  ]);
  // Only who orders and sees nothing else is suggested; who has not signed in never is.
  expect(ids.filter(isSuggested)).toEqual(['Authorised users']);
});
