import type * as Hosts from '@portico/microsoft/hosts';
import type * as Lookups from '@portico/microsoft/lookups';
import type * as AllowList from '@portico/microsoft/policies/allow-list';
import type * as Authenticate from '@portico/microsoft/policies/authenticate';
import dns from 'node:dns';
import { beforeEach, expect, test, vi } from 'vitest';
import type * as HandOffs from '../../store/hand-offs.ts';
import { guessLinks } from './links.ts';
import { playSsrf } from './ssrf.ts';

/** What is planted; each is a mistake that somebody could make. */
const planted = vi.hoisted(() => ({ it: '' }));

vi.mock('@portico/microsoft/hosts', async (original: () => Promise<typeof Hosts>) => {
  const real = await original();
  const looksGood = /dynamics|powerapps|appsplatform|microsoft|twin/;
  const lax = (given: unknown, base?: string) => {
    const url = looksGood.test(String(given)) ? URL.parse(String(given), base) : null;
    if (!url) throw new TypeError('no address');
    return url;
  };
  return {
    ...real,
    parseBase: (...args: Parameters<typeof real.parseBase>) => {
      if (planted.it === 'a list that is searched') return lax(args[2]).origin;
      if (planted.it === 'a list without China' && /\.cn/i.test(String(args[2])))
        return real.parseBase(args[0], [], args[2]);
      return real.parseBase(...args);
    },
    parseTarget: (...args: Parameters<typeof real.parseTarget>) =>
      planted.it === 'links that are followed' ? new URL(args[3], args[1]) : real.parseTarget(...args),
  };
});
vi.mock('@portico/microsoft/lookups', async (original: () => Promise<typeof Lookups>) => {
  const real = await original();
  const unchecked: ReturnType<typeof real.publicLookup> = (host, options, done) =>
    dns.lookup(host, options, done);
  return {
    ...real,
    publicLookup: () => (planted.it === 'names that are believed' ? unchecked : real.publicLookup()),
  };
});
vi.mock('@portico/microsoft/policies/allow-list', async (original: () => Promise<typeof AllowList>) => {
  const real = await original();
  const following: typeof real.allowList = async (call, next) => {
    const response = await next(Object.assign(call, { url: new URL(call.url, call.exchange.base).href }));
    const to = URL.parse(response.headers.get('location') ?? '', call.url);
    if (response.status < 301 || response.status > 308 || !to) return response;
    return next(Object.assign(call, { url: to.href, allowInsecureConnection: true }));
  };
  const allowList: typeof real.allowList = (call, next) =>
    (planted.it === 'redirects that are followed' ? following : real.allowList)(call, next);
  return { ...real, allowList };
});
vi.mock('@portico/microsoft/policies/authenticate', async (original: () => Promise<typeof Authenticate>) => {
  const real = await original();
  const authenticate: typeof real.authenticate = async (call, next) => {
    if (planted.it !== 'one token for all') return real.authenticate(call, next);
    const { session } = call.exchange;
    call.headers.set('authorization', `Bearer ${await session.token(session.cloud.audiences.bap)}`);
    return next(call);
  };
  return { ...real, authenticate };
});
vi.mock('../../store/hand-offs.ts', async (original: () => Promise<typeof HandOffs>) => {
  const real = await original();
  const findLive: typeof real.findLive = (store, hash, now) =>
    planted.it === 'links that never end'
      ? store.db.selectFrom('hand_offs').selectAll().where('hash', '=', hash).executeTakeFirst()
      : real.findLive(store, hash, now);
  return { ...real, findLive };
});

beforeEach(() => () => void (planted.it = ''));

async function played(plant: string, only: string): Promise<{ missed: number; said: string }> {
  planted.it = plant;
  const lines: string[] = [];
  const missed = await playSsrf({ variants: 40, seed: 7, only, print: (line) => void lines.push(line) });
  return { missed, said: lines.join('\n') };
}

test.each([
  ['a list that is searched', 'Dataverse of', /FAIL [1-9]\d* connections outside/],
  ['links that are followed', 'next page of rows', /FAIL [1-9]\d* connections outside/],
  ['names that are believed', 'names that lead inside', /FAIL [1-9]\d* connections outside/],
  ['redirects that are followed', 'redirects', /FAIL [1-9]\d* connections outside/],
  ['links that are followed', 'operation of a site', /FAIL [1-9]\d* tokens for somebody else/],
  ['one token for all', 'Dataverse of', /FAIL [1-9]\d* tokens for somebody else/],
  ['a list without China', 'address of a site', /FAIL 3 good addresses refused, of 21/],
])('%s: seen at “%s”', { timeout: 300_000 }, async (plant, only, expected) => {
  const { missed, said } = await played(plant, only);
  expect(missed, said).toBeGreaterThan(0);
  expect(said).toMatch(expected);
});

test('without a plant the same places hold', { timeout: 300_000 }, async () => {
  const { missed, said } = await played('', 'names that lead inside');
  expect(missed, said).toBe(0);
});

test('links that never end: a guess of one is told', { timeout: 300_000 }, async () => {
  planted.it = 'links that never end';
  const lines: string[] = [];
  const missed = await guessLinks({
    guesses: 300,
    seed: 7,
    timed: false,
    print: (line) => void lines.push(line),
  });
  expect(missed, lines.join('\n')).toBeGreaterThan(0);
  expect(lines.join('\n')).toMatch(/FAIL [1-9]\d* of 300 guesses at links told anything/);
});
