import { evilHosts } from './evil-hosts.ts';
import { tricks } from './tricks.ts';

/** At least 0, below 1; the same seed gives the same. */
export type Chance = () => number;

interface Given {
  /** Good hosts, with a port where their cloud has one. */
  readonly goods: readonly string[];
  /** Hosts that are good elsewhere: another customer's, another service's, another cloud's. */
  readonly strangers: readonly string[];
  /** Paths that go with an address in this place. */
  readonly paths: readonly string[];
}

export const pick = <T>(chance: Chance, from: readonly T[]): T => {
  const picked = from[Math.floor(chance() * from.length)];
  if (picked === undefined) throw new Error('nothing to pick from');
  return picked;
};

const words = (text: string) => text.split(' ');
const schemes = [
  ...words(
    'https:// http:// HTTPS:// hTTps:// // /// /\\ \\\\ https: https:/ https:\\\\ https:/// ftp:// ws:// wss:// file://',
  ),
  ...words(
    'gopher:// javascript: data:, jar:https:// view-source:https:// blob:https:// https+x:// //// http%3a//',
  ),
  '',
  ' https://',
  '\thttps://',
  '\u0000https://',
  'ht\ntps://',
  'https ://',
  'ｈｔｔｐｓ://',
];
const ports = [
  '',
  '',
  '',
  ...words(
    ':443 :80 :8443 :4100 :4101 :22 :0 :0443 :65536 :99999999999 :-1 :+443 :٤٤٣ : :443:443 :443@evil.example :%34%34%33',
  ),
];
const rests = [
  '',
  '',
  '/',
  '/',
  ...words(
    '/.. /%2e%2e/ //evil.example //evil.example/%2e%2e /x?y=1 ? ?x #x #@evil.example /;@evil.example /\\evil.example @evil.example %00 %0d%0a ;x',
  ),
  '/ x',
  '\r\nHost: evil.example',
  '\r\nLocation: https://evil.example/',
];
const users = ['', '', '', '', ...words('user@ user:pass@ :@ @ %40 evil.example@ a%40b@ 127.0.0.1:80@')];

/** An address by tricks that are written down somewhere, or put together from parts, then damaged a little. */
export function addressVariant(chance: Chance, { goods, strangers, paths }: Given): string {
  const good = pick(chance, goods);
  const evil = chance() < 0.3 && strangers.length > 0 ? pick(chance, strangers) : pick(chance, evilHosts);
  const kind = chance();
  const path = chance() < 0.6 ? pick(chance, paths) : '';
  let text: string;
  if (kind < 0.4) text = pick(chance, tricks)(good, evil) + path;
  else if (kind < 0.55) text = `https://${damaged(chance, good)}${path}`;
  else {
    const host = pick(chance, hosts(chance, good, evil));
    text = `${pick(chance, schemes)}${pick(chance, users)}${host}${pick(chance, ports)}${pick(chance, rests)}${path}`;
  }
  for (let times = Math.floor(chance() * 3); times > 0; times -= 1) text = damaged(chance, text);
  return text;
}

const hosts = (chance: Chance, good: string, evil: string): readonly string[] => [
  good,
  good,
  evil,
  evil,
  `${good}.${evil}`,
  `${evil}.${good}`,
  `${evil}-${good}`,
  `${good}-${evil}`,
  `a.${good}`,
  `${good}.`,
  good.split('.').slice(1).join('.'),
  `${'a'.repeat(60 + Math.floor(chance() * 8))}.${good}`,
  `${'a.'.repeat(Math.floor(chance() * 200))}${good}`,
  'x'.repeat(Math.floor(chance() * 3000)),
  '',
];

const odd = [
  ...'\t\n\r\0\v\u007f /\\@#?%:;,\'"<>|^`{}[]()*&=+~$!_-.0'.split(''),
  ...'\u00a0\u00ad\u200b\u200d\u2028\u202e\ufeff\u3000。．｡／＠：＃？％①'.split(''),
];
const lookalikes: Readonly<Record<string, string>> = {
  a: 'а',
  c: 'с',
  d: 'ԁ',
  e: 'е',
  i: 'і',
  k: 'K',
  l: 'ⅼ',
  m: 'ⅿ',
  n: 'ո',
  o: 'о',
  p: 'р',
  r: 'г',
  s: 'ſ',
  t: 'т',
  y: 'у',
  '.': '。',
};

/** One character made another, one more, or one less. */
function damaged(chance: Chance, text: string): string {
  const at = Math.floor(chance() * (text.length + 1));
  const [before, letter, after] = [text.slice(0, at), text.charAt(at), text.slice(at + 1)];
  const code = letter.charCodeAt(0) || 0x2e;
  const instead = pick(chance, [
    pick(chance, odd) + letter,
    pick(chance, odd),
    '',
    letter + letter,
    letter === letter.toUpperCase() ? letter.toLowerCase() : letter.toUpperCase(),
    `%${(code % 256).toString(16).padStart(2, '0')}`,
    `%25${(code % 256).toString(16).padStart(2, '0')}`,
    code > 0x20 && code < 0x7f ? String.fromCharCode(code + 0xfee0) : letter,
    lookalikes[letter.toLowerCase()] ?? letter,
    `${letter}\u0301`,
    `\\u${code.toString(16).padStart(4, '0')}`,
  ]);
  return before + instead + after;
}
