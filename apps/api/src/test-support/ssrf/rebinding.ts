import { pick } from '@portico/microsoft/test-support/ssrf/variants';
import type { Place } from './place.ts';
import { ownHosts } from './tenant.ts';

/** Addresses at which the good services of this world are. */
export const goodAddresses = ['52.1.0.1', '20.190.160.7', '2603:1030::1', '2a01:111::7'] as const;

/** Addresses that no name of a cloud may lead to, by the registries of IANA and the clouds' own. */
const inner = [
  '0.0.0.0 10.0.0.1 10.255.255.255 100.64.0.1 100.100.100.200 127.0.0.1 127.0.0.2 127.255.255.254 169.254.169.254',
  '169.254.170.2 169.254.0.1 172.16.0.1 172.31.255.254 192.0.0.192 192.0.2.1 192.88.99.1 192.168.0.1 192.168.255.255',
  '198.18.0.1 198.19.255.255 198.51.100.7 203.0.113.7 224.0.0.1 239.255.255.250 240.0.0.1 255.255.255.255 168.63.129.16',
  ':: ::1 ::7f00:1 ::127.0.0.1 ::ffff:127.0.0.1 ::ffff:10.0.0.1 ::ffff:a9fe:a9fe ::ffff:0:127.0.0.1 ::ffff:52.1.0.1',
  '64:ff9b::127.0.0.1 64:ff9b::a9fe:a9fe 64:ff9b:1::a00:1 100::1 100:0:0:1::1 2001::1 2001:0:7f00:1::1 2001:2::1',
  '2001:10::1 2001:20::1 2001:db8::1 2002:7f00:1::1 2002:a9fe:a9fe::1 3fff::1 5f00::1 fc00::1 fd00::1 fd00:ec2::254',
  'fe80::1 fe80::5efe:7f00:1 fec0::1 ff02::1 ff05::1:3 4000::1 8000::1 e000::1',
].flatMap((line) => line.split(' '));

/** An address as chance writes it, from the closed blocks. */
function innerAddress(chance: () => number): string {
  const byte = () => Math.floor(chance() * 256);
  return pick(chance, [
    pick(chance, inner),
    pick(chance, inner),
    `10.${byte()}.${byte()}.${byte()}`,
    `127.${byte()}.${byte()}.${byte()}`,
    `169.254.${byte()}.${byte()}`,
    `172.${16 + (byte() % 16)}.${byte()}.${byte()}`,
    `192.168.${byte()}.${byte()}`,
    `100.${64 + (byte() % 64)}.${byte()}.${byte()}`,
    `::ffff:${byte()}.${byte()}.${byte()}.${byte()}`,
    `64:ff9b::${byte()}.${byte()}.${byte()}.${byte()}`,
    `fd${byte().toString(16).padStart(2, '0')}::${byte().toString(16)}`,
    `fe80::${byte().toString(16)}`,
  ]);
}

/** `7 a,b;c`: the seventh name; its first look answers a and b, every later one c. */
const read = (given: string) => {
  const [number = '', looks = ''] = given.split(' ');
  return { number, looks: looks.split(';').map((look) => look.split(',').filter(Boolean)) };
};

const hostFor = (own: string, number: string) => own.replace(/^[^.]+/, `n${number}`);

/** A good name whose owner, or whose resolver, turns bad: at once, later, or with one of several records. */
export const rebinding: Place = {
  name: 'names that lead inside',
  allows: (estate, host) => {
    const { bap, dataverse } = ownHosts(estate);
    return (
      host === bap || (estate.zones.dataverse.test(host) && host.endsWith(dataverse.replace(/^[^.]+/, '')))
    );
  },
  goods: (estate) =>
    [goodAddresses.join(), ...goodAddresses].map((addresses, index) => {
      const given = `good${index} ${addresses};${goodAddresses.toReversed().join()}`;
      return { given, host: hostFor(ownHosts(estate).dataverse, `good${index}`), path: '/solutions' };
    }),
  variant: (_estate, chance, number) => {
    const bad = () => innerAddress(chance);
    const good = () => pick(chance, goodAddresses);
    const looks = pick(chance, [
      () => bad(),
      () => `${good()},${bad()}`,
      () => `${bad()},${good()}`,
      () => `${good()},${good()},${bad()},${good()}`,
      () => `${good()};${bad()}`,
      () => `${good()},${good()};${good()},${bad()}`,
      () => `${bad()},${bad()},${bad()}`,
      () => ``,
    ])();
    return `${number} ${looks}`;
  },
  resolves: (given, look) => {
    const { looks } = read(given);
    return looks[Math.min(look, looks.length - 1)] ?? [];
  },
  tell: (estate, given) => ({
    closing: true,
    instanceUrl: `${estate.cloud.scheme}//${hostFor(ownHosts(estate).dataverse, read(given).number)}`,
  }),
  follow: async ({ targets }) => {
    const client = await targets.dataverse();
    await client.whoAmI({});
    await client.listRows({ set: 'solutions' });
  },
};
