import { expect, test } from 'vitest';
import { subdomain } from './answers.ts';
import { suggestAddresses } from './suggest-addresses.ts';

test('other addresses, none of them one that is known to be taken', () => {
  expect(suggestAddresses('contoso')).toEqual(['contoso-orders', 'contoso-portal', 'contoso-customers']);
  expect(suggestAddresses('contoso', ['contoso-portal'])).not.toContain('contoso-portal');
  expect(suggestAddresses('contoso-orders')).not.toContain('contoso-orders-orders');
});

test.each(['abc', 'x'.repeat(50), `${'x'.repeat(39)}-yyyyyyyyyy`, 'a-b'])(
  'for %s all are by the rules',
  (taken) => {
    const found = suggestAddresses(taken);
    expect(found.length).toBe(3);
    for (const each of found) expect([each, subdomain.safeParse(each).success]).toEqual([each, true]);
  },
);
