import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compare, type Extraction, extractMessages, pseudo, pseudoCatalogue } from './messages.ts';
import { root } from './repository.ts';

const folder = `node_modules/.cache/messages-test-${process.pid}`;
const sources = {
  'fno-linked.ts': `
    import { msg } from '@portico/plan/text';
    export const title = msg({ id: 'fno-linked.title', defaultMessage: 'Linked to {name}' });
    export const maps = msg({ id: 'fno-linked.maps', defaultMessage: '{n, plural, one {# map} other {# maps}}' });`,
  'step.tsx': `
    import { defineMessages, FormattedMessage, useIntl } from 'react-intl';
    const own = defineMessages({ next: { id: 'step.next', defaultMessage: 'Next' } });
    export function Step() {
      const intl = useIntl();
      const hint = intl.formatMessage({ id: 'step.hint', defaultMessage: 'One <b>sentence</b>.' });
      return <FormattedMessage id="step.title" defaultMessage="Don't stop" values={{ hint, own }} />;
    }`,
  'text/render.ts': `export const render = (intl, id) => intl.formatMessage({ id });`,
  'twice.ts': `
    export const a = msg({ id: 'twice.title', defaultMessage: 'One' });
    export const b = msg({ id: 'twice.title', defaultMessage: 'Two' });`,
  'faulty.ts': `
    export const a = msg({ id: 'faulty.none' });
    export const b = msg({ defaultMessage: 'Without id' });
    export const c = msg({ id: 'FaultyTitle', defaultMessage: 'Odd id' });
    export const d = msg({ id: key, defaultMessage: 'Computed' });
    export const e = msg({ id: 'faulty.text', defaultMessage: text });`,
  'broken.ts': `export const a = msg({ id: 'broken.brace', defaultMessage: 'Hello {name' });`,
};

beforeAll(() => {
  mkdirSync(join(root, folder, 'text'), { recursive: true });
  for (const [file, source] of Object.entries(sources)) writeFileSync(join(root, folder, file), source);
});
afterAll(() => rmSync(join(root, folder), { recursive: true, force: true }));

const extract = (...files: (keyof typeof sources)[]): Promise<Extraction> =>
  extractMessages(files.map((file) => `${folder}/${file}`));

test('msg and all forms of react-intl are found, sorted by id', async () => {
  expect(await extract('step.tsx', 'text/render.ts', 'fno-linked.ts')).toEqual({
    faults: [],
    catalogue: {
      'fno-linked.maps': '{n, plural, one {# map} other {# maps}}',
      'fno-linked.title': 'Linked to {name}',
      'step.hint': 'One <b>sentence</b>.',
      'step.next': 'Next',
      'step.title': "Don't stop",
    },
  });
});

test('one id with two texts is a fault', async () => {
  const { faults } = await extract('twice.ts');
  expect(faults).toEqual(['The message "twice.title" has two different texts; grep for its id.']);
});

test('what cannot be read or has no id or text is a fault with its place', async () => {
  const { faults } = await extract('faulty.ts');
  expect(faults.map((fault) => fault.slice(folder.length)).sort()).toEqual([
    '/faulty.ts:2 The message "faulty.none" has no defaultMessage.',
    '/faulty.ts:3 The message "Without id" has no id.',
    '/faulty.ts:4 The id "FaultyTitle" is not of the form fno-linked.title.',
    '/faulty.ts:5 `id` must be a string literal to be extracted.',
    '/faulty.ts:6 `defaultMessage` must be a string literal to be extracted.',
  ]);
});

test('a message that is not ICU is a fault', async () => {
  const { faults } = await extract('broken.ts');
  expect(faults.join()).toContain('not well-formed ICU');
});

test('compare names what is new, gone and changed', () => {
  expect(compare({ 'a.a': '1', 'b.b': '2', 'd.d': '4' }, { 'a.a': '1', 'b.b': 'two', 'c.c': '3' })).toEqual([
    'b.b has another text in the code',
    'c.c is not in the catalogue',
    'd.d is in the catalogue, but nothing says it any more',
  ]);
});

test.each([
  ['Next', '[Ñééẋţ]'],
  ['', '[]'],
  ['Linked to {name}.', '[Ļîîñķééđ ţöö {name}.]'],
  ['{n, plural, one {# map} other {# maps}}', '[{n, plural, one {# ɱààþ} other {# ɱààþš}}]'],
  ['{n,plural,=0{no}other{{n, number} of {all}}}', '[{n,plural,=0{ñöö}other{{n, number} ööƒ {all}}}]'],
  ['{at, date, ::dMMMM} on', '[{at, date, ::dMMMM} ööñ]'],
  [
    '{who, select, you {You {n, plural, one {a} other {b}}} other {x}}',
    '[{who, select, you {Ýööûû {n, plural, one {àà} other {ƀ}}} other {ẋ}}]',
  ],
  ['A <b>bold</b> <br/>', '[Àà <b>ƀööļđ</b> <br/>]'],
  ["Don't {x}", "[Đööñ'ţ {x}]"],
  ["'{kept}' {x}", "['{kept}' {x}]"],
  ['a < b', '[àà < ƀ]'],
])('pseudo of %s', (message, expected) => {
  expect(pseudo(message)).toBe(expected);
});

test.each(['Hello {name', 'Hello name}', '{n, plural, one {a}'])('%s is refused', (message) => {
  expect(() => pseudo(message)).toThrow(/well formed|too many/);
});

test('pseudo English is about 40 % longer', () => {
  const text =
    'Dual-write keeps the tables of both systems the same, so that every order reaches the warehouse.';
  const { 'a.b': longer = '' } = pseudoCatalogue({ 'a.b': text });
  expect(longer.length / text.length).toBeGreaterThan(1.25);
  expect(longer.length / text.length).toBeLessThan(1.55);
});
