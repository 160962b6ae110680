import { expect, test } from 'vitest';
import type { Known } from './known-map.ts';
import { resolveMaps } from './resolve-maps.ts';

const guide = [
  'accounts - Customers V3',
  'contacts - Customers V3',
  'products - CDS released distinct products',
  'salesorders - CDS sales order headers',
  'salesorderdetails - CDS sales order lines',
];
const newer = [
  'salesorders - Dynamics 365 Sales order headers',
  'salesorderdetails - Dynamics 365 Sales order lines',
];
const features = 'msdyn_supplychainfeaturestates - Dynamics 365 Sales feature management states';
const book = 'msdyn_contactforparties - Contacts V2';
const persons = 'contacts - CDS Contacts V2';

/** A map as the gateway lists it; the id is its name unless said otherwise. */
function map(name: string, more: Partial<Known> = {}): Known {
  const [dataverse = '', finance = ''] = name.split(' - ');
  const id = more.id ?? name;
  return {
    id,
    pid: null,
    name,
    dataverse,
    finance,
    description: '',
    version: '1.0.0.5',
    author: 'Microsoft',
    state: 'not-running',
    versions: [{ id, version: '1.0.0.5', author: 'Microsoft', shipped: true }],
    ...more,
  };
}
const maps = (names: readonly string[]): readonly Known[] => names.map((name) => map(name));
const running = { state: 'running', pid: 'p' } as const;
const own = (id: string) => [{ id, version: '1.0.0.6', author: 'Adatum', shipped: false }];
const vendors = map(persons, { id: 'vendors', description: 'Vendor contacts' });

interface Variant {
  readonly when: string;
  readonly there: readonly Known[];
  readonly choices?: Readonly<Record<string, string>>;
  /** Ids that are used, of the five and then of what runs beside them; `-` is a question. */
  readonly used: readonly string[];
  readonly reasons?: Readonly<Record<string, string>>;
  /** Ids that must not run. */
  readonly apart?: readonly string[];
}

const [accounts = '', contacts = '', products = '', headers = '', lines = ''] = guide;
const [newHeaders = '', newLines = ''] = newer;
const first = [accounts, contacts, products];

const variants: readonly Variant[] = [
  { when: 'the five alone', there: maps(guide), used: guide, reasons: { accounts: 'name' } },
  {
    when: 'names in other letters',
    there: [map('ACCOUNTS - customers v3', { id: 'a' }), ...maps(guide.slice(1))],
    used: ['a', ...guide.slice(1)],
  },
  { when: 'nothing at all', there: [], used: ['-', '-', '-', '-', '-'], reasons: { products: 'absent' } },
  {
    when: 'one saved twice, neither used',
    there: [...maps(guide), map(accounts, { id: 'twin' })],
    used: ['-', ...guide.slice(1)],
    reasons: { accounts: 'several' },
  },
  {
    when: 'one saved twice, and one of them runs',
    there: [...maps(guide), map(accounts, { id: 'twin', ...running })],
    used: ['twin', ...guide.slice(1)],
    reasons: { accounts: 'running' },
    apart: [accounts],
  },
  {
    when: 'one saved twice, and both run',
    there: [map(accounts, running), ...maps(guide.slice(1)), map(accounts, { id: 'twin', ...running })],
    used: ['-', ...guide.slice(1)],
    reasons: { accounts: 'several' },
  },
  {
    when: 'one saved twice, and one was used before',
    there: [...maps(guide), map(accounts, { id: 'twin', pid: 'p', state: 'stopped' })],
    used: ['twin', ...guide.slice(1)],
    reasons: { accounts: 'used' },
    apart: [accounts],
  },
  {
    when: 'one saved again by a partner',
    there: [...maps(guide), map(accounts, { id: 'twin', versions: own('twin'), author: 'Adatum' })],
    used: guide,
    reasons: { accounts: 'shipped' },
    apart: ['twin'],
  },
  {
    when: 'one saved twice, and chosen by a person',
    there: [...maps(guide), map(accounts, { id: 'twin' })],
    choices: { accounts: 'twin' },
    used: ['twin', ...guide.slice(1)],
    reasons: { accounts: 'chosen' },
    apart: [accounts],
  },
  {
    when: 'chosen by a version that isn’t in use any more',
    there: [...maps(guide), map(accounts, { id: 'now', versions: [...own('now'), ...own('then')] })],
    choices: { accounts: 'then' },
    used: ['now', ...guide.slice(1)],
    apart: [accounts],
  },
  {
    when: 'a choice that is gone',
    there: maps(guide),
    choices: { accounts: 'gone' },
    used: guide,
    reasons: { accounts: 'name' },
  },
  {
    when: 'contact persons of customers and of vendors, without the address book',
    there: [...maps([...guide, persons]), vendors],
    used: guide,
    reasons: { 'contact-persons': 'contact-persons' },
  },
  {
    when: 'contact persons that a person wants',
    there: [...maps([...guide, persons]), vendors],
    choices: { 'contact-persons': persons },
    used: [...guide, persons],
    reasons: { 'contact-persons': 'chosen' },
  },
  {
    when: 'contact persons that run already',
    there: [...maps(guide), map(persons, running), vendors],
    used: [...guide, persons],
  },
  {
    when: 'contact persons that run, and that a person doesn’t want',
    there: [...maps(guide), map(persons, running), vendors],
    choices: { 'contact-persons': 'none' },
    used: guide,
  },
  {
    when: 'the address book',
    there: [...maps([...guide, persons, book]), vendors],
    used: [...guide, book],
    reasons: { 'contact-persons': 'address-book' },
    apart: [persons, 'vendors'],
  },
  {
    when: 'the address book’s map saved twice',
    there: [...maps([...guide, book]), map(book, { id: 'twin' })],
    used: [...guide, '-'],
    reasons: { 'contact-persons': 'several' },
  },
  {
    when: 'the newer order maps, not in use',
    there: maps([...guide, ...newer, features]),
    used: guide,
    reasons: { 'sales-order-header': 'name' },
    apart: newer,
  },
  {
    when: 'the newer order maps alone',
    there: maps([...first, ...newer, features]),
    used: [...first, ...newer, features],
    reasons: { 'sales-order-header': 'newer-orders', 'feature-states': 'feature-states' },
  },
  {
    when: 'the newer order maps, switched on',
    there: [...maps([...guide, ...newer]), map(features, running)],
    used: [...first, ...newer, features],
    apart: [headers, lines],
  },
  {
    when: 'one of the newer order maps runs: the other goes with it',
    there: [...maps([...guide, newLines, features]), map(newHeaders, running)],
    used: [...first, ...newer, features],
    apart: [headers, lines],
  },
  {
    when: 'one of each pair runs',
    there: [
      ...first.map((name) => map(name)),
      map(headers, running),
      map(lines),
      map(newHeaders),
      map(newLines, running),
    ],
    used: guide,
    apart: newer,
  },
  {
    when: 'the newer pair, by choosing one of them',
    there: maps([...guide, ...newer, features]),
    choices: { 'sales-order-details': newLines },
    used: [...first, ...newer, features],
    reasons: { 'sales-order-details': 'chosen' },
    apart: [headers, lines],
  },
  {
    when: 'the newer pair without its switches',
    there: maps([...first, ...newer]),
    used: [...first, ...newer, '-'],
    reasons: { 'feature-states': 'absent' },
  },
];

test.each(variants)('$when', ({ there, choices = {}, used, reasons = {}, apart = [] }) => {
  const plan = resolveMaps(there, choices);
  const all = [...plan.maps, ...plan.beside];
  // What nobody has to choose for is no question.
  const shown = all.filter(({ chosen, reason }) => chosen ?? !reason.endsWith('contact-persons'));
  expect(shown.map(({ chosen }) => chosen?.id ?? '-').toSorted()).toEqual([...used].toSorted());
  for (const [wanted, reason] of Object.entries(reasons))
    expect(all.find((map) => map.wanted === wanted)?.reason).toBe(`maps-resolved.reason.${reason}`);
  expect(plan.apart.map(({ id }) => id).toSorted()).toEqual([...apart].toSorted());
});

test('a map that must not run says whether it does, paused included', () => {
  const there = [...maps([...guide, book]), map(persons, { state: 'paused' }), vendors];
  expect(resolveMaps(there, {}).apart).toMatchObject([
    { id: persons, running: true, reason: 'maps-resolved.reason.apart-address-book' },
    { id: 'vendors', running: false },
  ]);
});
