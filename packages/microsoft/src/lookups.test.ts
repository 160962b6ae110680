import { describe, expect, it } from 'vitest';
import { isPublicUnicast } from './addresses.ts';
import { loopbackLookup, publicLookup, type Resolver } from './lookups.ts';

const internal = [
  '0.0.0.0 10.1.2.3 100.64.0.1 100.127.255.255 127.0.0.1 169.254.169.254 172.16.0.1 172.31.255.255',
  '192.168.1.1 192.0.0.192 192.0.2.1 198.18.0.1 198.51.100.1 203.0.113.1 224.0.0.1 240.0.0.1 255.255.255.255',
  '168.63.129.16 :: ::1 ::ffff:10.0.0.1 ::ffff:52.1.1.1 ::7f00:1 fe80::1 fec0::1 fc00::1 fd00:ec2::254 ff02::1',
  '64:ff9b::7f00:1 100::1 2001::1 2001:db8::1 2002:7f00:1::1 3fff::1',
].flatMap((line) => line.split(' '));

describe('addresses', () => {
  it.each(internal)('%s is not public', (address) => expect(isPublicUnicast(address)).toBe(false));
  it.each(['52.1.1.1', '20.190.160.1', '172.32.0.1', '100.128.0.1', '2603:1030::1', '2a01:111::1'])(
    '%s is public',
    (address) => expect(isPublicUnicast(address)).toBe(true),
  );
});

/** Asks a lookup as node's sockets do, and answers the addresses or the code of the refusal. */
const ask = (look: ReturnType<typeof publicLookup>, host: string, all: boolean) =>
  new Promise((resolve) => {
    look(host, { all }, (error, found) => resolve(error ? error.code : found));
  });

const answering =
  (...addresses: string[]): Resolver =>
  (_host, _options, done) =>
    done(
      null,
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    );

describe('names of a real cloud', () => {
  it('go to public addresses', async () => {
    expect(await ask(publicLookup(answering('52.1.1.1')), 'a.crm.dynamics.com', false)).toBe('52.1.1.1');
    expect(await ask(publicLookup(answering('52.1.1.1')), 'a.crm.dynamics.com', true)).toEqual([
      { address: '52.1.1.1', family: 4 },
    ]);
  });
  it.each(internal)('go nowhere when one of their addresses is %s', async (address) => {
    expect(await ask(publicLookup(answering('52.1.1.1', address)), 'a.crm.dynamics.com', true)).toBe(
      'EADDRESSREFUSED',
    );
  });
  it('go nowhere when there is none', async () =>
    expect(await ask(publicLookup(answering()), 'a.crm.dynamics.com', false)).toBe('EADDRESSREFUSED'));
});

describe('names of this machine', () => {
  it.each(['localhost', 'bap.twin.localhost', 'a.b.localhost'])('%s is loopback', async (host) => {
    expect(await ask(loopbackLookup, host, false)).toBe('127.0.0.1');
    expect(await ask(loopbackLookup, host, true)).toEqual([{ address: '127.0.0.1', family: 4 }]);
  });
  it.each(['example.com', 'notlocalhost', 'localhost.example.com'])('%s is not', async (host) =>
    expect(await ask(loopbackLookup, host, false)).toBe('EADDRESSREFUSED'),
  );
});
