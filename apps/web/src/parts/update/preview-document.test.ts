import { expect, test } from 'vitest';
import { documentOf } from './preview-document.ts';

const words = { form: 'Form: ', list: 'List: ', data: 'Data', picture: 'A "picture" <b>: ', own: 'Own' };
const drawn = { title: 'A & <b>', path: '/', html: '<p>t</p>', css: 'p{}', lang: 'da-DK' };

test('a document loads nothing, takes its own styles only, and says what is missing', () => {
  const made = documentOf(drawn, words, 'abc');
  expect(made).toContain(`content="default-src 'none'; img-src data:; style-src 'nonce-abc'"`);
  expect(made).toContain('<style nonce="abc">p{}</style>');
  expect(made).toContain('<title>A &#38; &#60;b></title>');
  expect(made).toContain('content: "A \\22 picture\\22  \\3c b>:" " " attr(data-name)');
  expect(made).toMatch(/^<!doctype html><html lang="da-DK"><head>/);
  expect(documentOf({ ...drawn, lang: 'x" onload="' }, words, 'abc')).toContain('<html><head>');
  expect(documentOf(drawn, words, undefined)).toContain("style-src 'unsafe-inline'");
});
