import { type JudgeCase, link } from './judge-case.ts';

const refused = { link, refused: { code: 'token-refused' } };
const counted = (count: number, missing: number, first: readonly unknown[] = []) => ({
  link,
  count,
  missing,
  first,
});
const sequences = (...formats: readonly string[]) => ({
  value: formats.map((format, index) => ({ company: `c${index}`, format })),
});
const numbered = (prefix: string, seen: object) => ({ link, prefix, numbering: link, ...seen });
const settings = { on: true, drafts: 0, apps: link, products: link };
const listed = (currency: string, ...names: readonly string[]) => ({ currency, names });

export const orderCases = {
  'unit-symbols': [
    {
      when: 'each has its own',
      facts: { units: [unit('Each', 'ea'), unit('Box', 'box')], link },
      state: 'ok',
      says: 'unit-symbols.ok',
    },
    { when: 'there are no units', facts: { units: [], link }, state: 'ok', says: 'unit-symbols.ok' },
    {
      when: 'one is shared, in other letters',
      facts: { units: [unit('Each', 'ea'), unit('Piece', 'EA'), unit('Box', 'box')], link },
      state: 'blocked',
      says: 'unit-symbols.twice',
      owner: 'environment-admin',
    },
    {
      when: 'one is empty',
      facts: { units: [unit('Each', 'ea'), unit('Primary Unit', ''), unit('Another', '')], link },
      state: 'warn',
      says: 'unit-symbols.none',
      owner: 'environment-admin',
    },
    {
      when: 'one is shared and one is empty',
      facts: { units: [unit('Each', 'ea'), unit('Piece', 'ea'), unit('Primary Unit', '')], link },
      state: 'blocked',
      says: 'unit-symbols.twice',
    },
  ],
  'sales-units-set': [
    { when: 'all have one', facts: counted(1110, 0), state: 'ok', says: 'sales-units-set.ok' },
    {
      when: 'one has none',
      facts: counted(1110, 1, [{ company: 'usmf', number: 'D0007' }]),
      state: 'blocked',
      says: 'sales-units-set.missing',
      owner: 'finance-operations-admin',
    },
    {
      when: 'no product is to be seen',
      facts: counted(0, 0),
      state: 'warn',
      says: 'sales-units-set.nothing',
      owner: 'finance-operations-admin',
    },
    {
      when: 'they can’t be read',
      facts: refused,
      state: 'unknown',
      says: 'sales-units-set.unread',
      owner: 'finance-operations-admin',
    },
  ],
  'products-matched': [
    { when: 'all are', facts: { count: 0, names: [], link }, state: 'ok', says: 'products-matched.ok' },
    {
      when: 'some carry neither',
      facts: { count: 12, names: ['Classic chair'], link },
      state: 'blocked',
      says: 'products-matched.loose',
      owner: 'environment-admin',
    },
  ],
  'products-active': [
    { when: 'it is set and nothing is a draft', facts: settings, state: 'ok', says: 'products-active.ok' },
    {
      when: 'it isn’t set',
      facts: { ...settings, on: false },
      state: 'blocked',
      says: 'products-active.draft',
      owner: 'environment-admin',
    },
    {
      when: 'it isn’t set, and drafts are there already',
      facts: { ...settings, on: false, drafts: 5000 },
      state: 'blocked',
      says: 'products-active.draft',
    },
    {
      when: 'it is set, but drafts of before are there',
      facts: { ...settings, drafts: 3 },
      state: 'warn',
      says: 'products-active.waiting',
      owner: 'environment-admin',
    },
  ],
  'pricing-settings': [
    {
      when: 'as dual-write wants them',
      facts: { systemPricing: true, discountPerUnit: false, link },
      state: 'ok',
      says: 'pricing-settings.ok',
    },
    {
      when: 'as the price master sets them',
      facts: { systemPricing: false, discountPerUnit: true, link },
      state: 'warn',
      says: 'pricing-settings.master',
      owner: 'finance-operations-admin',
    },
    {
      when: 'no system pricing, by line item',
      facts: { systemPricing: false, discountPerUnit: false, link },
      state: 'blocked',
      says: 'pricing-settings.wrong',
      owner: 'environment-admin',
    },
    {
      when: 'system pricing, per unit',
      facts: { systemPricing: true, discountPerUnit: true, link },
      state: 'blocked',
      says: 'pricing-settings.wrong',
    },
  ],
  'order-settings-set': [
    { when: 'all have them', facts: counted(1110, 0), state: 'ok', says: 'order-settings-set.ok' },
    {
      when: 'one has none',
      facts: counted(1110, 1, [{ company: 'demf', item: 'D0002' }]),
      state: 'blocked',
      says: 'order-settings-set.missing',
      owner: 'finance-operations-admin',
    },
    {
      when: 'none is to be seen',
      facts: counted(0, 0),
      state: 'warn',
      says: 'order-settings-set.nothing',
      owner: 'finance-operations-admin',
    },
    {
      when: 'they can’t be read',
      facts: refused,
      state: 'unknown',
      says: 'order-settings-set.unread',
      owner: 'finance-operations-admin',
    },
  ],
  'number-sequences-distinct': [
    {
      when: 'one leaves room for the same letters',
      facts: numbered('ORD', sequences('SO-#####', '######', 'OR&-####')),
      state: 'blocked',
      says: 'number-sequences-distinct.same',
      owner: 'environment-admin',
    },
    {
      when: 'one has the same letters',
      facts: numbered('ORD', sequences('SO-#####', 'ord-#####')),
      state: 'blocked',
      says: 'number-sequences-distinct.same',
    },
    {
      when: 'Dataverse has no prefix at all',
      facts: numbered('', sequences('######')),
      state: 'blocked',
      says: 'number-sequences-distinct.same',
    },
    {
      when: 'all differ',
      facts: numbered('ORD', sequences('SO-#####', '######', 'OR')),
      state: 'ok',
      says: 'number-sequences-distinct.ok',
    },
    {
      when: 'no sequence for orders is named',
      facts: numbered('ORD', sequences()),
      state: 'warn',
      says: 'number-sequences-distinct.unnamed',
      owner: 'finance-operations-admin',
    },
    {
      when: 'they can’t be read',
      facts: numbered('ORD', refused),
      state: 'unknown',
      says: 'number-sequences-distinct.unread',
      owner: 'finance-operations-admin',
    },
  ],
  'price-lists-present': [
    {
      when: 'one for each',
      facts: { listed: [listed('EUR', 'Standard')], customers: 0, currencies: [], link },
      state: 'ok',
      says: 'price-lists-present.ok',
    },
    {
      when: 'nobody needs one yet',
      facts: { listed: [], customers: 0, currencies: [], link },
      state: 'ok',
      says: 'price-lists-present.nobody',
    },
    {
      when: 'several for one currency',
      facts: { listed: [listed('EUR', 'A', 'B', 'C')], customers: 0, currencies: [], link },
      state: 'warn',
      says: 'price-lists-present.several',
      owner: 'environment-admin',
    },
    {
      when: 'none for a currency that customers have, and several for another',
      facts: { listed: [listed('EUR', 'A', 'B')], customers: 4, currencies: ['GBP'], link },
      state: 'warn',
      says: 'price-lists-present.missing',
      owner: 'environment-admin',
    },
  ],
  'accounts-are-customers': [
    {
      when: 'all are',
      facts: { count: 0, first: [], link },
      state: 'ok',
      says: 'accounts-are-customers.ok',
    },
    {
      when: 'some aren’t',
      facts: { count: 2, first: [{ name: 'Litware', number: 'US-002' }], link },
      state: 'warn',
      says: 'accounts-are-customers.others',
      owner: 'environment-admin',
    },
  ],
} satisfies Record<string, readonly JudgeCase[]>;

function unit(name: string, symbol: string) {
  return { name, symbol };
}
