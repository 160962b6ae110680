// The first users through the API: chosen from lists, invited once, added to later; and where their links may be seen.
import { plan } from '@portico/contract/plan';
import type { routes } from '@portico/contract/routes';
import type { Client } from '@portico/http/client';
import { gate } from '@portico/plan/gate';
import { environments } from '@portico/twin/scenarios/contoso/ids';
import { production } from '@portico/twin/scenarios/contoso/production';
import { addPortalUsers, chosen } from '@portico/twin/test-support/portal-users';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { stateOfEvents } from '../plan/load-run.ts';
import { patiently } from '../test-support/patiently.ts';
import { newRun, type Rehearsal, rehearse } from '../test-support/rehearse.ts';

let rehearsal: Rehearsal;
let api: Client<typeof routes>;
let run: string;
const [cora, dev] = chosen.people;

beforeAll(async () => {
  rehearsal = await rehearse({ scenario: 'site-exists', speed: 100_000 });
  const { world } = rehearsal.twin;
  // Waits are short, and yet no invitation ends meanwhile.
  world.clock.speed = 1;
  for (const { maps } of world.state.dualWrite.links)
    for (const map of maps) Object.assign(map, { state: 4, pid: map.pid ?? world.id() });
  addPortalUsers(world);
  api = await rehearsal.as();
  run = await newRun(api, environments.production);
  const maps = { master: 'finance-operations', initialSync: false, choices: {} };
  await api.answerStep({ run, step: 'table-maps', body: maps });
  const site = { name: 'Contoso orders', subdomain: 'contoso-orders', language: 1033 };
  await api.answerStep({ run, step: 'portal-site', body: site });
  await api.runChecks({ run, body: {} });
});
afterAll(() => rehearsal[Symbol.asyncDispose]());

const state = async () => stateOfEvents((await api.getRun({ run })).events, new Date());
const step = async () => gate(plan, await state())['first-users'];
const look = () => api.runChecks({ run, body: { step: 'first-users' } });
const decide = async (people: readonly object[]) => {
  await api.answerStep({ run, step: 'first-users', body: { people } });
  await look();
};
const list = async (kind: string, search?: string) =>
  (await api.listChoices({ kind, run, ...(search === undefined ? {} : { search }) })).choices;
const rows = (set: string) => production(rehearsal.twin.world.state).organization.tables[set] ?? [];

async function inviteThem(): Promise<void> {
  const body = { driver: 'automatic', key: randomUUID() } as const;
  const { operation } = await api.startAction({ run, action: 'invite-users', body });
  const ended = await patiently('everybody is invited', async () => {
    const { events } = await api.getRun({ run });
    return events.find(({ event }) => event.type === 'operation-finished' && event.operation === operation)
      ?.event;
  });
  expect(ended).toMatchObject({ outcome: 'done' });
}

test('contacts, customers and web roles are found by words; who hasn’t signed in has a role that nobody is given', async () => {
  const labels = async (kind: string, search?: string) =>
    (await list(kind, search)).map(({ label }) => label);
  expect(await labels('contacts')).toEqual(['Cora Lind', 'Dev Rao']);
  expect(await labels('contacts', 'lin c')).toEqual(['Cora Lind']);
  expect(await labels('contacts', 'US-C002')).toEqual(['Dev Rao']);
  // A quote is a letter, and no end of a text.
  expect(await labels('contacts', "o'x') or (statecode eq 0")).toEqual([]);
  expect(await labels('accounts', 'litware')).toEqual(['Litware (US-002)']);
  const roles = await list('web-roles');
  expect(roles.map(({ label, fitness }) => [label, fitness])).toEqual([
    ['Administrator', 1],
    ['Customer representative', 1],
    ['Authorized users', 1],
    ['Unauthorized users', 0],
  ]);
  expect((await list('contacts'))[0]?.facts).toEqual({
    number: 'US-C001',
    company: 'USMF',
    customer: 'Fourth Coffee (US-001)',
    email: 'cora@customer.example',
  });
});

test('a person twice, too many people, or anything but ids is refused', async () => {
  const one = { contact: randomUUID(), role: randomUUID() };
  for (const people of [
    [one, { ...one, contact: one.contact.toUpperCase() }],
    Array.from({ length: 31 }, () => ({ ...one, contact: randomUUID() })),
    [{ ...one, role: 'x' }],
    [{ ...one, name: 'Cora' }],
  ])
    await expect(api.answerStep({ run, step: 'first-users', body: { people } })).rejects.toMatchObject({
      status: 400,
    });
});

test('nobody yet is a decision that is passed with a reason, and then can’t be taken for done', async () => {
  await decide([]);
  expect(await step()).toMatchObject({ status: 'your-turn', passable: false });
  const found = (await state()).checks['users-chosen']?.at ?? '';
  const given = { reason: 'The customer names them after the training.', days: 14, found };
  await api.overrideCheck({ run, check: 'users-chosen', body: given });
  await look();
  expect(await step()).toMatchObject({ status: 'unverified', passable: true });
});

test('one is invited, then another; what was done for the first stays as it is', async () => {
  await decide([cora ?? {}]);
  expect(await step()).toMatchObject({ reasons: [], passable: false });
  await inviteThem();
  expect(await step()).toMatchObject({ status: 'completed', passable: true });

  await decide(chosen.people);
  expect(await step()).toMatchObject({ reasons: [], passable: false });
  await inviteThem();
  expect(await step()).toMatchObject({ status: 'completed', passable: true });
  const invited = rows('adx_invitations').map((row) => row['_adx_invitecontact_value']);
  expect(invited).toEqual(chosen.people.map(({ contact }) => contact));
}, 120_000);

test('a link is told to who asks for it, and stands in no event: reports are made of nothing else', async () => {
  const codes = rows('adx_invitations').map((row) => String(row['adx_invitationcode']));
  const links = await Promise.all(chosen.people.map(({ contact }) => list('invitation', contact)));
  expect(links.flat().map(({ value }) => value)).toEqual(
    codes.map(
      (code) =>
        `http://contoso-orders.portals.twin.localhost:${rehearsal.twin.port}/register/?invitationCode=${code}`,
    ),
  );
  const told = JSON.stringify((await api.getRun({ run })).events);
  expect(codes.filter((code) => told.includes(code))).toEqual([]);
  // Of somebody whom nobody chose in this set-up it tells nothing.
  await expect(list('invitation', randomUUID())).rejects.toMatchObject({ status: 404 });
});

test('a link that was used is shown no more, and the check says who has signed up', async () => {
  for (const row of rows('adx_invitations'))
    if (row['_adx_invitecontact_value'] === dev?.contact)
      Object.assign(row, { statecode: 1, statuscode: 756150001 });
  expect(await list('invitation', dev?.contact)).toEqual([]);
  await look();
  expect((await state()).checks['users-invited']?.finding).toMatchObject({
    state: 'ok',
    facts: { people: [{ state: 'open' }, { state: 'signed-up' }] },
  });
});
