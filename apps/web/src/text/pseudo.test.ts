import { describe, expect, it } from 'vitest';
import { chooseLocale } from './create-intl.ts';
import { pseudo } from './pseudo.ts';

describe('pseudo', () => {
  it('leaves arguments and tags alone', () => {
    expect(pseudo('Open {page} <b>now</b>')).toBe(`${pseudo('Open ')}{page} <b>${pseudo('now')}</b>`);
  });

  it('changes the words inside a plural, and neither its head nor its selectors', () => {
    expect(pseudo('{n, plural, one {# map} other {# maps}}')).toBe(
      `{n, plural, one {# ${pseudo('map')}} other {# ${pseudo('maps')}}}`,
    );
  });

  it('makes words longer', () => {
    expect(pseudo('Table maps').length).toBeGreaterThan('Table maps'.length);
  });
});

describe('chooseLocale', () => {
  it('takes the address first, then the browser, then English', () => {
    expect(chooseLocale('?locale=en-XA', ['de'])).toBe('en-XA');
    expect(chooseLocale('', ['xx', 'en-GB'])).toBe('en-GB');
    expect(chooseLocale('?locale=%%%', [])).toBe('en');
    expect(chooseLocale('', ['not a tag'])).toBe('en');
  });
});
