import { expect, test } from 'vitest';
import type { GatewayMap, MapVersion } from './gateway.ts';
import { betterVersion } from './map-version.ts';

const microsofts = (version: string): MapVersion => ({
  id: version,
  version,
  author: 'Microsoft',
  shipped: true,
});
const partners = (version: string): MapVersion => ({
  id: version,
  version,
  author: 'Adatum',
  shipped: false,
});

/** The first version is in use. */
const better = (versions: readonly MapVersion[], more: Partial<Pick<GatewayMap, 'pid' | 'state'>> = {}) =>
  betterVersion({ id: versions[0]?.id ?? '', pid: null, state: 'not-running', versions, ...more });

const shipped = ['1.0.0.5', '1.0.0.10', '1.0.0.9'].map(microsofts);

test('the newest of Microsoft’s, by number and not by letter', () => {
  expect(better(shipped)).toMatchObject({ id: '1.0.0.10', taken: true });
  expect(better(shipped.toReversed())).toMatchObject({ id: '1.0.0.10' });
});

test.each([
  ['it is the newest', [microsofts('1.0.0.10'), microsofts('1.0.0.9')]],
  ['it is the only one', [microsofts('1.0.0.5')]],
  ['it is a partner’s, which somebody chose', [partners('1.0.0.2'), ...shipped]],
  ['what is newer is parked', [microsofts('1.0.0.5'), microsofts('9.9.9.9')]],
  ['what is newer is a partner’s', [microsofts('1.0.0.5'), partners('1.0.0.6')]],
])('nothing better: %s', (_, versions) => {
  expect(better(versions)).toBeUndefined();
});

test.each([
  [
    'with Microsoft’s beside it',
    [partners('9.9.9.9'), partners('1.0.0.6'), microsofts('1.0.0.5')],
    '1.0.0.5',
  ],
  ['with a partner’s alone beside it', [partners('9.9.9.9'), partners('1.0.0.6')], '1.0.0.6'],
])('a parked version is never left in use, %s', (_, versions, wanted) => {
  expect(better(versions, { pid: 'p', state: 'stopped' })).toMatchObject({ id: wanted, taken: true });
});

test.each(['running', 'initial-sync', 'resuming', 'paused'] as const)(
  'nothing is switched while it is %s',
  (state) => {
    expect(better(shipped, { pid: 'p', state })).toMatchObject({ taken: false });
    expect(better([partners('9.9.9.9'), ...shipped], { pid: 'p', state })).toMatchObject({ taken: false });
  },
);

test('one that was used keeps its version, and the newer one is named', () => {
  expect(better(shipped, { pid: 'p', state: 'stopped' })).toMatchObject({ id: '1.0.0.10', taken: false });
});
