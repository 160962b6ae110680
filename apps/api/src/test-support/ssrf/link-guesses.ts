import { pick } from '@portico/microsoft/test-support/ssrf/variants';
import { createHash, randomBytes } from 'node:crypto';

/** What a guesser sends: a token, and now and then a proof of an open page. */
export interface Guess {
  readonly token: string;
  readonly proof?: string;
}

/** What a guesser may know: links that are over, ids, a link that works with one of its characters unknown. */
export interface Known {
  /** Never sent as they are. */
  readonly live: readonly string[];
  readonly dead: readonly string[];
  /** Ids of runs, operations, hand-offs, people. */
  readonly ids: readonly string[];
  /** Sealed by us, of links that weren’t used. */
  readonly proofs: readonly string[];
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'.split('');
type Change = (token: string, chance: () => number) => string;

const at = (token: string, chance: () => number, change: (letter: string) => string) => {
  const index = Math.floor(chance() * token.length);
  return token.slice(0, index) + change(token.charAt(index)) + token.slice(index + 1);
};
const otherCase = (letter: string) =>
  letter === letter.toUpperCase() ? letter.toLowerCase() : letter.toUpperCase();
const sha = (token: string) => createHash('sha256').update(token).digest();

const changes: readonly Change[] = [
  (token, chance) => token.slice(0, Math.floor(chance() * token.length)),
  (token, chance) => token.slice(1 + Math.floor(chance() * token.length)),
  (token, chance) => at(token, chance, () => pick(chance, alphabet)),
  (token, chance) => at(token, chance, () => ''),
  (token, chance) => at(token, chance, (letter) => letter + letter),
  (token, chance) => at(token, chance, otherCase),
  (token, chance) => at(token, chance, () => pick(chance, '%_*?.\'"\\\0 +/=;'.split(''))),
  (token, chance) => at(token, chance, (letter) => `%${letter.charCodeAt(0).toString(16)}`),
  (token, chance) => at(token, chance, (letter) => String.fromCodePoint(letter.charCodeAt(0) + 0xfee0)),
  (token, chance) => at(token, chance, (letter) => `${letter}\u200b`),
  // The last character of 32 bytes carries two bits that say nothing: decoders take its three siblings too.
  (token, chance) => token.slice(0, -1) + pick(chance, alphabet),
  (token) => token.toLowerCase(),
  (token) => token.toUpperCase(),
  (token) => token.split('').toReversed().join(''),
  (token) => `${token}=`,
  (token) => ` ${token}`,
  (token) => `${token}\n`,
  (token) => `${token}\0`,
  (token) => `#${token}`,
  (token) => `${token}${token}`,
  (token) => encodeURIComponent(`#${token}`),
  (token) => Buffer.from(token, 'base64url').toString('base64'),
  (token) => Buffer.from(token, 'base64url').toString('hex'),
  (token) => Buffer.from(token, 'base64url').toString('latin1'),
  (token) => Buffer.from(token).toString('base64url'),
  (token) => sha(token).toString('base64url'),
  (token) => sha(token).toString('hex'),
  (token) => `\\x${sha(token).toString('hex')}`,
  (token) => `' or hash is not null -- ${token}`,
];

/** @param chance the same seed guesses the same, from what is known */
export function guessFrom({ live, dead, ids, proofs }: Known, chance: () => number): Guess {
  const known = [...live, ...dead, ...ids, ...proofs];
  const kind = chance();
  const token =
    kind < 0.6
      ? pick(chance, changes)(pick(chance, live.length > 0 ? live : known), chance)
      : kind < 0.75
        ? pick(chance, kind < 0.7 ? dead : [...ids, ...proofs])
        : kind < 0.9
          ? pick(chance, changes)(pick(chance, known), chance)
          : randomBytes(32).toString('base64url');
  const guess = live.includes(token) ? `${token}A` : token;
  if (chance() < 0.8) return { token: guess };
  const proof = pick(chance, [...dead, ...ids, ...proofs, randomBytes(60).toString('base64url')]);
  return { token: guess, proof: chance() < 0.5 ? proof : pick(chance, changes)(proof, chance) };
}
