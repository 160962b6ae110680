import { Problem } from '@portico/contract/problems';
import type { Cloud } from './cloud.ts';

/** Scheme, host as written, port as written, the rest. Nothing here may need decoding: no `%`, no `@`, no `\`. */
const written = /^(https?:)\/\/([a-z0-9.-]{1,253})(?::(\d{1,5}))?([/?#].*)?$/i;
/** No label is punycode: Microsoft's tenant hosts are plain ASCII, and look-alikes aren't. */
const label = /^(?!xn--)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
/** Characters that the URL standard drops or turns into others before it looks. */
// oxlint-disable-next-line no-control-regex -- control characters are what this refuses
const treacherous = /[\u0000-\u0020\u007F-\uFFFF\\]/;

/** What anything outside the list becomes. The address itself is for logs only, and bounded. */
const refused = (given: unknown, why: string): Problem =>
  new Problem('address-not-allowed', { detail: `${why}: ${JSON.stringify(String(given).slice(0, 200))}` });

/**
 * True when a host matches a pattern label by label: `#` is digits or nothing, `*` exactly one label. A port in
 * the pattern is left to whoever compares ports.
 */
export function hostMatches(pattern: string, host: string): boolean {
  const labels = host.split('.');
  const wanted = pattern.replace(/:\d+$/, '').split('.');
  return (
    labels.length === wanted.length &&
    labels.every((each, index) => label.test(each) && labelMatches(wanted[index] ?? '', each))
  );
}

function labelMatches(wanted: string, given: string): boolean {
  if (wanted === '*') return true;
  const [before = '', after] = wanted.split('#');
  if (after === undefined) return given === wanted;
  return (
    given.length >= before.length + after.length &&
    given.startsWith(before) &&
    given.endsWith(after) &&
    /^\d*$/.test(given.slice(before.length, given.length - after.length))
  );
}

/**
 * The base of a service from an address in tenant data: scheme, host and the cloud's port, no trailing slash.
 * @throws Problem `address-not-allowed` for anything but a plain address of an allowed host.
 */
export function parseBase(cloud: Cloud, patterns: readonly string[], given: unknown): string {
  const parts = typeof given === 'string' && !treacherous.test(given) ? written.exec(given) : null;
  const [, scheme = '', host = '', port = '', rest = ''] = parts ?? [];
  if (!parts) throw refused(given, 'not a plain address');
  if (port !== cloud.port) throw refused(given, 'another port');
  if (rest !== '' && rest !== '/') throw refused(given, 'more than a host');
  return reached(cloud, patterns, `${scheme}//${host}${port && `:${port}`}`, host).origin;
}

/**
 * The address to call, from a path of ours or from an address that an answer gave: a next page, an operation,
 * absolute or relative to the base.
 * @throws Problem `address-not-allowed` unless it is on the host of the base or on an allowed sibling.
 */
export function parseTarget(cloud: Cloud, base: string, siblings: readonly string[], given: string): URL {
  const relative = /^\/(?!\/)/.test(given);
  const [, , host = '', port = '', rest = ''] = relative
    ? ['', '', '', '', given]
    : (written.exec(given) ?? []);
  if (!host && !relative) throw refused(given, 'not a plain address');
  // OData links may hold spaces and letters outside ASCII, but never before their path.
  if (treacherous.test(rest.replaceAll(/[ \u0080-\uFFFF]/g, ''))) throw refused(given, 'odd characters');
  if (relative) return new URL(base + given);
  if (port !== cloud.port && !(port === '443' && cloud.scheme === 'https:'))
    throw refused(given, 'another port');
  return reached(cloud, [new URL(base).hostname, ...siblings], given, host);
}

function reached(cloud: Cloud, patterns: readonly string[], given: string, host: string): URL {
  const url = URL.canParse(given) ? new URL(given) : undefined;
  if (!url) throw refused(given, 'not an address');
  if (url.protocol !== cloud.scheme) throw refused(given, 'another scheme');
  // What was matched must be what is connected to: the standard may read a host otherwise than it was written.
  if (url.hostname !== host.toLowerCase() || url.username || url.password || url.hash)
    throw refused(given, 'not what it seems');
  if (!patterns.some((pattern) => hostMatches(pattern, url.hostname)))
    throw refused(given, 'not on the list');
  if (cloud.scheme === 'http:' && !isLoopbackName(url.hostname)) throw refused(given, 'plain http');
  return url;
}

/** Names that RFC 6761 keeps for this machine. */
export const isLoopbackName = (host: string): boolean => host === 'localhost' || host.endsWith('.localhost');
