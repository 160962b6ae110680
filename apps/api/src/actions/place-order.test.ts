// One order from the portal to finance and operations, and what each thing that is broken makes the checks say.
import { type CheckId, plan } from '@portico/contract/plan';
import { emptyRun, reduce } from '@portico/plan/reduce';
import { production } from '@portico/twin/scenarios/contoso/production';
import { environments } from '@portico/twin/scenarios/contoso/ids';
import { placeOrder, productsFor } from '@portico/twin/services/portal/place-order';
import { contactNamed } from '@portico/twin/services/portal/portal-user';
import { chosen } from '@portico/twin/test-support/portal-users';
import { readyToOrder, signedUp } from '@portico/twin/test-support/ready-to-order';
import type { World } from '@portico/twin/world';
import type { Row } from '@portico/twin/world/rows';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { patiently } from '../test-support/patiently.ts';
import { newRun, type Rehearsal, rehearse } from '../test-support/rehearse.ts';

const smoke = [
  'site-sign-in',
  'web-roles-assigned',
  'order-permissions',
  'contacts-ready',
  'products-active',
  'order-prices',
  'order-wizard',
] as const satisfies readonly CheckId[];

let rehearsal: Rehearsal;
let api: Awaited<ReturnType<Rehearsal['as']>>;
let run: string;
const world = (): World => rehearsal.twin.world;
const tables = (): Record<string, Row[]> => production(world().state).organization.tables;

beforeAll(async () => {
  rehearsal = await rehearse({ speed: 600 });
  readyToOrder(world());
  api = await rehearsal.as();
  run = await newRun(api, environments.production);
  const portal = { name: 'Contoso orders', subdomain: 'contoso-orders', language: 1033 };
  await api.answerStep({ run, step: 'portal-site', body: portal });
  await api.answerStep({ run, step: 'first-users', body: chosen });
  await api.runChecks({ run, body: {} });
}, 120_000);
afterAll(() => rehearsal[Symbol.asyncDispose]());

/** What these checks say now. */
async function looked(ids: readonly CheckId[]): Promise<Readonly<Record<string, string | undefined>>> {
  await api.runChecks({ run, body: { checks: [...ids] } });
  const { events } = await api.getRun({ run });
  const { checks } = events.reduce((so, each) => reduce(plan, so, each), emptyRun);
  return Object.fromEntries(ids.map((id) => [id, checks[id]?.finding?.state]));
}

/** Somebody who has signed up orders one of the first thing there is. */
function order(): string {
  const [site] = world().state.platform.sites;
  const user = site && contactNamed(world(), site, signedUp[0] ?? '');
  if (!user) throw new Error('The portal has its first user.');
  const product = String(productsFor(world(), site, user)[0]?.['productid']);
  const placed = placeOrder(world(), site, user, {
    product,
    quantity: 1,
    receipt: '',
    address: 'Main Street 1',
  });
  return 'number' in placed ? placed.number : `refused: ${placed.error}`;
}

test('why Portico places no order is said as it is', async () => {
  const { drivers } = await api.reviewAction({ run, action: 'place-order' });
  expect(drivers.automatic).toEqual({ available: false, problem: { code: 'customers-only' } });
});

test('all that an order needs is there', async () => {
  expect(await looked(smoke)).toEqual(Object.fromEntries(smoke.map((id) => [id, 'ok'])));
});

const contact = () => tables()['contacts']?.find(({ contactid }) => contactid === signedUp[0]) ?? {};

/** Breaks one thing, and answers how it is mended. */
const setAll =
  (set: string, column: string, value: unknown, where: (row: Row) => boolean = () => true) =>
  () => {
    const rows = (tables()[set] ?? []).filter(where);
    const before = rows.map((row) => row[column]);
    for (const row of rows) row[column] = value;
    return () => rows.forEach((row, index) => (row[column] = before[index]));
  };

describe('what is broken is named', () => {
  test.each<[string, () => () => void, CheckId]>([
    [
      'the sign-in page',
      setAll('adx_sitesettings', 'adx_value', 'false', (row) =>
        String(row['adx_name']).endsWith('LoginEnabled'),
      ),
      'site-sign-in',
    ],
    [
      'a web role',
      () => {
        const pairs = tables()['adx_webrole_contactset']?.splice(0) ?? [];
        return () => tables()['adx_webrole_contactset']?.push(...pairs);
      },
      'web-roles-assigned',
    ],
    ['a table permission', setAll('adx_entitypermissions', 'adx_create', false), 'order-permissions'],
    [
      'a field of a contact',
      () => {
        const row = contact();
        const { address1_country: before } = row;
        row['address1_country'] = null;
        return () => Object.assign(row, { address1_country: before });
      },
      'contacts-ready',
    ],
    ['the state of products', setAll('products', 'statecode', 2), 'products-active'],
    ['a price list', setAll('pricelevels', 'statecode', 1), 'order-prices'],
    ['the wizard', setAll('adx_webformmetadatas', 'adx_setvalueonsave', false), 'order-wizard'],
  ])('%s', async (_, breaks, id) => {
    const mend = breaks();
    const found = await looked(smoke);
    mend();
    const objecting = Object.entries(found).filter(([, state]) => state !== 'ok');
    expect(objecting.map(([each]) => each)).toEqual([id]);
  });
});

async function whilePrivate<T>(look: () => Promise<T>): Promise<T> {
  const sites = world().state.platform.sites;
  for (const site of sites) site.visibility = 'private';
  const found = await look();
  for (const site of sites) site.visibility = 'public';
  return found;
}

/** What is said of the pages of a site that only colleagues may see. */
const privately = () => whilePrivate(() => looked(['site-home', 'site-sign-in']));

test('the sign-in of the organization is told of where it stands before the portal', async () => {
  const steps = async () =>
    (await api.reviewAction({ run, action: 'place-order' })).drivers.guided.guide.steps.map(({ id }) => id);
  expect(await whilePrivate(steps)).toContain('place-order.guide.gate');
  expect(await steps()).not.toContain('place-order.guide.gate');
});

test('of a private site nobody has seen the pages while nobody was there', async () => {
  expect(await privately()).toEqual({ 'site-home': 'unknown', 'site-sign-in': 'unknown' });
});

test('an order that stays in Dataverse is no proof; the next one is followed to the end', async () => {
  expect(await looked(['order-arrived'])).toEqual({ 'order-arrived': 'blocked' });
  const maps = world().state.dualWrite.links.flatMap(({ maps: all }) =>
    all.filter(({ name }) => name.startsWith('salesorder')),
  );
  for (const map of maps) map.state = 1;
  expect(order()).toMatch(/^ORD-/);
  expect(await looked(['order-arrived'])).toEqual({ 'order-arrived': 'blocked' });
  for (const map of maps) map.state = 4;

  const { operation } = await api.startAction({
    run,
    action: 'place-order',
    body: { driver: 'guided', key: randomUUID() },
  });
  const events = async () => (await api.getRun({ run })).events.map(({ event }) => event);
  await patiently('it is watched for', async () =>
    (await events()).some((event) => event.type === 'operation-waiting' && event.operation === operation),
  );
  const number = order();
  const ended = await patiently(
    'it is followed',
    async () =>
      (await events()).find((event) => event.type === 'operation-finished' && event.operation === operation),
    60_000,
  );
  expect(ended).toMatchObject({ outcome: 'done' });
  expect(await looked(['order-arrived'])).toEqual({ 'order-arrived': 'ok' });
  const told = (await events()).find(
    (event) => event.type === 'operation-said' && event.operation === operation,
  );
  expect(told).toMatchObject({ says: { id: 'place-order.found', values: { name: 'Cora Lind', number } } });
}, 120_000);

test('who ordered was on its pages', async () => {
  expect(await privately()).toEqual({ 'site-home': 'ok', 'site-sign-in': 'ok' });
});
