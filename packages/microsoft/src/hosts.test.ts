import { Problem } from '@portico/contract/problems';
import { array, assert, boolean, constantFrom, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clouds } from './clouds.ts';
import { hostMatches, parseBase, parseTarget } from './hosts.ts';
import { tricks } from './test-support/ssrf/tricks.ts';
import { twinCloud } from './twin-cloud.ts';

const cloud = clouds.public;
const twin = twinCloud(4100, 60);
const { dataverse, financeOperations, gateway, bap } = cloud.hosts;
const all = [...dataverse, ...financeOperations, ...gateway];

/** True when an address was refused, and by the Problem that is for it. */
function refuses(look: () => unknown): boolean {
  try {
    look();
    return false;
  } catch (error) {
    if (error instanceof Problem && error.code === 'address-not-allowed') return true;
    throw error;
  }
}

describe('addresses from tenant data that are as they should be', () => {
  it.each([
    ['https://org0cd4b2b9.crm4.dynamics.com/', dataverse, 'https://org0cd4b2b9.crm4.dynamics.com'],
    ['https://x.api.crm4.dynamics.com', dataverse, 'https://x.api.crm4.dynamics.com'],
    [
      'https://00000000-0000-0000-0000-000000000001.crm4.dynamics.com/',
      dataverse,
      'https://00000000-0000-0000-0000-000000000001.crm4.dynamics.com',
    ],
    ['https://contoso.crm.dynamics.com/', dataverse, 'https://contoso.crm.dynamics.com'],
    ['https://contoso.crm11.dynamics.com', dataverse, 'https://contoso.crm11.dynamics.com'],
    [
      'https://Contoso-SIT.sandbox.operations.dynamics.com/',
      financeOperations,
      'https://contoso-sit.sandbox.operations.dynamics.com',
    ],
    ['https://alm.sandbox.operations.eu.dynamics.com', financeOperations, undefined],
    ['https://contoso.operations.dynamics.com', financeOperations, undefined],
    ['https://projectmanagementservice.weu-il107.gateway.prod.island.powerapps.com', gateway, undefined],
    ['https://projectmanagementservice.weu.gateway.prod.island.powerapps.com', gateway, undefined],
  ])('%s', (given, patterns, base) => {
    expect(parseBase(cloud, patterns, given)).toBe(base ?? given);
  });

  it.each([
    ['dataverse', 'http://contoso.crm4.twin.localhost:4100/'],
    ['dataverse', 'http://contoso.api.crm4.twin.localhost:4100'],
    ['financeOperations', 'http://contoso.operations.twin.localhost:4100/'],
    ['gateway', 'http://projectmanagementservice.weu-il107.gateway.twin.localhost:4100'],
  ] as const)('of the twin: %s %s', (kind, given) => {
    expect(parseBase(twin, twin.hosts[kind], given)).toBe(given.replace(/\/$/, ''));
  });

  it('each cloud has patterns that its own sample hosts match', () => {
    expect(
      parseBase(clouds['gcc-high'], clouds['gcc-high'].hosts.dataverse, 'https://a.crm.microsoftdynamics.us'),
    ).toBe('https://a.crm.microsoftdynamics.us');
    expect(parseBase(clouds.dod, clouds.dod.hosts.dataverse, 'https://a.crm.appsplatform.us/')).toBe(
      'https://a.crm.appsplatform.us',
    );
    expect(parseBase(clouds.china, clouds.china.hosts.dataverse, 'https://a.crm.dynamics.cn/')).toBe(
      'https://a.crm.dynamics.cn',
    );
  });

  it.each([
    ['crm#', 'crm', true],
    ['crm#', 'crm21', true],
    ['crm#', 'crmx', false],
    ['*', 'a.b', false],
    ['a.*.c', 'a.b.c', true],
    ['a.*.c', 'a..c', false],
    ['*', 'xn--e1awd7f', false],
    ['a#b', 'ab', true],
    ['a#b', 'a1b', true],
    ['ab#ba', 'aba', false],
  ])('pattern %s, host %s: %s', (pattern, host, matches) => {
    expect(hostMatches(pattern, host)).toBe(matches);
  });
});

describe('addresses that an answer gave', () => {
  const base = cloud.bases.bap;
  it.each([
    ['/providers/x?api-version=1', 'https://api.bap.microsoft.com/providers/x?api-version=1'],
    ['https://api.bap.microsoft.com/a?b=c', 'https://api.bap.microsoft.com/a?b=c'],
    ['https://api.bap.microsoft.com:443/a', 'https://api.bap.microsoft.com/a'],
    ['https://europe.api.bap.microsoft.com/op/1', 'https://europe.api.bap.microsoft.com/op/1'],
    [
      'https://api.bap.microsoft.com/a?$filter=name eq é',
      'https://api.bap.microsoft.com/a?$filter=name%20eq%20%C3%A9',
    ],
    ['/a?$filter=name eq é', 'https://api.bap.microsoft.com/a?$filter=name%20eq%20%C3%A9'],
    ['/／evil.example/', 'https://api.bap.microsoft.com/%EF%BC%8Fevil.example/'],
  ])('%s', (given, target) => {
    expect(parseTarget(cloud, base, bap, given).href).toBe(target);
  });

  it.each([
    '//evil.example/x',
    '/\\evil.example/x',
    '/\t/evil.example',
    'https:evil.example',
    'https://a.b.api.bap.microsoft.com/',
    'https://contoso.crm4.dynamics.com/',
    'http://api.bap.microsoft.com/',
    'javascript:alert(1)',
    'file:///etc/passwd',
    '',
    'operations/1',
  ])('refuses %j', (given) => {
    expect(refuses(() => parseTarget(cloud, base, bap, given))).toBe(true);
  });
});

const goods = [
  'contoso.crm4.dynamics.com',
  'contoso.api.crm.dynamics.com',
  'org0cd4b2b9.crm11.dynamics.com',
  'contoso.operations.dynamics.com',
  'contoso-sit.sandbox.operations.dynamics.com',
  'contoso.axcloud.dynamics.com',
  'contoso.sandbox.operations.eu.dynamics.com',
  'projectmanagementservice.weu-il107.gateway.prod.island.powerapps.com',
];
const evils = [
  'evil.example',
  'localhost',
  'a.localhost',
  '127.0.0.1',
  '0x7f.1',
  '2130706433',
  '0177.0.0.1',
  '[::1]',
  '[::ffff:169.254.169.254]',
  '169.254.169.254',
  '10.0.0.1',
  'metadata.google.internal',
  'xn--dynamcs-c2a.com',
  'evil.example:443',
];

describe('addresses that are not as they should be', () => {
  const variants = new Set(
    goods.flatMap((good) => evils.flatMap((evil) => tricks.map((trick) => trick(good, evil)))),
  );
  for (const evil of evils) variants.add(`https://${evil}/`);

  it('lets none of more than 2,000 dangerous variants through', () => {
    // Some tricks happen to make another real host: `a.` before a two-label pattern, for one.
    const real = (address: string) => all.some((pattern) => hostMatches(pattern, address.slice(8)));
    const dangerous = [...variants].filter((address) => !real(address));
    const through = dangerous.filter((address) => !refuses(() => parseBase(cloud, all, address)));
    expect(through).toEqual([]);
    expect(dangerous.length).toBeGreaterThan(2000);
  });

  it('lets nothing through whose host isn’t exactly what was written', () => {
    let looked = 0;
    const piece = constantFrom(
      ...goods,
      ...evils,
      ...'./\\@:?#%[]&= \t。／с'.split(''),
      '//',
      'https:',
      'http:',
      'xn--',
      '%2e',
      '%40',
      'com',
      '443',
    );
    assert(
      property(array(piece, { minLength: 1, maxLength: 7 }), boolean(), (pieces, prefixed) => {
        const given = `${prefixed ? 'https://' : ''}${pieces.join('')}`;
        looked += 1;
        let base: string;
        try {
          base = parseBase(cloud, all, given);
        } catch (error) {
          return error instanceof Problem && error.code === 'address-not-allowed';
        }
        const url = new URL(base);
        return (
          base === url.origin &&
          url.protocol === 'https:' &&
          url.port === '' &&
          given.toLowerCase().replace(/\/$/, '') === base &&
          /\.(dynamics|powerapps)\.com$/.test(url.hostname)
        );
      }),
      { numRuns: 5000 },
    );
    expect(looked).toBeGreaterThanOrEqual(2000);
  });

  it.each([undefined, null, 7, {}, [], '', 'x'.repeat(10_000), ['https://contoso.crm4.dynamics.com']])(
    'refuses what is no text: %j',
    (given) => {
      expect(refuses(() => parseBase(cloud, all, given))).toBe(true);
    },
  );

  it('plain http reaches names of this machine only, whatever a list says', () => {
    const loose = { ...twin, hosts: { ...twin.hosts, dataverse: ['evil.example', '*.crm4.twin.localhost'] } };
    expect(refuses(() => parseBase(loose, loose.hosts.dataverse, 'http://evil.example:4100'))).toBe(true);
    expect(refuses(() => parseBase(twin, twin.hosts.dataverse, 'http://a.crm4.twin.localhost:4101'))).toBe(
      true,
    );
    expect(refuses(() => parseBase(twin, twin.hosts.dataverse, 'https://a.crm4.twin.localhost:4100'))).toBe(
      true,
    );
  });
});
