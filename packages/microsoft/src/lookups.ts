import { type LookupAddress, type LookupAllOptions, lookup as resolve } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { isPublicUnicast } from './addresses.ts';
import { isLoopbackName } from './hosts.ts';

/** What finds the addresses of a name: node's, or a test's. */
export type Resolver = (
  host: string,
  options: LookupAllOptions,
  done: (error: NodeJS.ErrnoException | null, found: LookupAddress[]) => void,
) => void;

/** The code of the error with which a lookup refuses. */
export const refusedAddress = 'EADDRESSREFUSED';

const refusal = (host: string): NodeJS.ErrnoException =>
  Object.assign(new Error(`${host} has no address that may be called.`), { code: refusedAddress });

/**
 * Resolves a name for a real cloud. One private, loopback, link-local or metadata address among the answers
 * refuses them all, so that a name that is rebound after its check leads nowhere.
 */
export function publicLookup(resolver: Resolver = resolve): LookupFunction {
  return (host, options, callback) => {
    resolver(host, { ...options, all: true }, (error, found) => {
      const first = error ? undefined : found[0];
      if (error) callback(error, '', 0);
      else if (!first || !found.every(({ address }) => isPublicUnicast(address)))
        callback(refusal(host), '', 0);
      else if (options.all) callback(null, found);
      else callback(null, first.address, first.family);
    });
  };
}

/** Names of this machine, whether or not its resolver knows RFC 6761; nothing else has an address here. */
export const loopbackLookup: LookupFunction = (host, options, callback) => {
  if (!isLoopbackName(host)) callback(refusal(host), '', 0);
  else if (options.all) callback(null, [{ address: '127.0.0.1', family: 4 }]);
  else callback(null, '127.0.0.1', 4);
};
