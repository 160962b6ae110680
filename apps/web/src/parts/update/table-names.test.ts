import { createIntl } from 'react-intl';
import { describe, expect, it } from 'vitest';
import { countOfTable, countsInWords, tableName } from './table-names.ts';

const intl = createIntl({ locale: 'en', messages: {}, onError: () => undefined });

describe('kinds of records in words', () => {
  it('are what the Portal Management app calls them', () => {
    expect(tableName(intl, 'adx_webpage')).toBe('Web pages');
    expect(countOfTable(intl, 'adx_webpage', 1)).toBe('1 web page');
    expect(countOfTable(intl, 'adx_entitypermission', 3)).toBe('3 table permissions');
    expect(tableName(intl, 'adx_unheardof')).toBe('Other records (unheardof)');
  });

  it('name the largest, and the rest as a number', () => {
    expect(countsInWords(intl, { adx_webpage: 2, adx_contentsnippet: 14 })).toBe(
      '14 content snippets and 2 web pages',
    );
    expect(countsInWords(intl, { adx_webpage: 2, adx_contentsnippet: 14, adx_webfile: 1 })).toBe(
      '14 content snippets, 2 web pages, and 1 web file',
    );
    expect(
      countsInWords(intl, { adx_webpage: 2, adx_contentsnippet: 14, adx_webfile: 1, adx_sitesetting: 1 }),
    ).toBe('14 content snippets, 2 web pages, and 2 more');
  });
});
