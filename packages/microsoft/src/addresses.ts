import { BlockList, isIPv4 } from 'node:net';

/** IANA's special-purpose registries, and what clouds put beside them. */
const closed = new BlockList();
for (const [address, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
  // Azure's wire server: a public address that every virtual machine reaches privately.
  ['168.63.129.16', 32],
] as const)
  closed.addSubnet(address, prefix, 'ipv4');
for (const [address, prefix] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  closed.addSubnet(address, prefix, 'ipv6');

/** The only block from which public IPv6 addresses are given out; mapped and translated ones lie outside it. */
const open = new BlockList();
open.addSubnet('2000::', 3, 'ipv6');

/** True for an address that anyone on the internet reaches; false for private, loopback, link-local and the like. */
export const isPublicUnicast = (address: string): boolean =>
  isIPv4(address)
    ? !closed.check(address, 'ipv4')
    : open.check(address, 'ipv6') && !closed.check(address, 'ipv6');
