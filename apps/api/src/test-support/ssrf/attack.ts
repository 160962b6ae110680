import { Problem } from '@portico/contract/problems';
import { type Connections, createConnections } from '@portico/microsoft/connect';
import { realWorld } from '@portico/microsoft/real-world';
import type { World } from '@portico/microsoft/session';
import type { Internet } from '@portico/microsoft/test-support/ssrf/internet';
import { addressVariant } from '@portico/microsoft/test-support/ssrf/variants';
import { createMerge } from '../../site-config/merge-kept.ts';
import { memoryArchive } from '../../site-config/test-support/memory-archive.ts';
import { createTargets } from '../../targets/create-targets.ts';
import { seeded } from '../seeded.ts';
import { audienceAt, type Estate, estates, hostOf } from './estate.ts';
import type { Place } from './place.ts';
import { goodAddresses } from './rebinding.ts';
import { answering, environmentId, honest, ownHosts, subdomain } from './tenant.ts';

/** What became of the addresses of one place. */
export interface Tally {
  tried: number;
  /** Ended in a Problem: nothing was called, or the answer was refused. */
  refused: number;
  /** Were followed, to a host on the list. */
  led: number;
  goods: number;
  /** Each with the address it happened with. */
  readonly outside: string[];
  readonly astray: string[];
  readonly unclear: string[];
  readonly lost: string[];
}

export interface Attack {
  readonly internet: Internet;
  readonly place: Place;
  readonly variants: number;
  readonly seed: number;
}

const stranger = '45.33.32.156';
/** Which place in each list is the usual one: a probe, a 202, an Operation-Location. */
const usual = 26;
/** Between tries no time passes; a call has as much as ever, and no wait is as long as that. */
const world: World = {
  ...realWorld,
  sleep: (milliseconds, signal) => realWorld.sleep(milliseconds >= 10_000 ? milliseconds : 0, signal),
};
const person = { id: 'alex', tenant: 'contoso' };
const answers = {
  environment: { environment: environmentId },
  'portal-site': { name: 'n', subdomain, language: 1033 },
};

/** Gives one place so many addresses, good ones first, and judges by what was dialled and what arrived. */
export async function attack({ internet, place, variants, seed }: Attack): Promise<Tally> {
  const tally: Tally = {
    tried: 0,
    refused: 0,
    led: 0,
    goods: 0,
    outside: [],
    astray: [],
    unclear: [],
    lost: [],
  };
  const { next: chance } = seeded(seed);
  await using connections = createConnections({ version: '0' });
  for (const estate of estates)
    for (const { given, host, path, twist = usual } of place.goods(estate)) {
      tally.goods += 1;
      const { arrivals, error, judged } = await follow({
        internet,
        connections,
        place,
        estate,
        given,
        twist,
      });
      note(tally, judged);
      const reached = arrivals.some((arrival) => arrival.host === host && arrival.path.includes(path));
      if (!reached || (error instanceof Problem && error.code === 'address-not-allowed'))
        tally.lost.push(`${given}: ${reason(error)}`);
    }
  const seen = new Set<string>();
  for (let number = 0; seen.size < variants; number += 1) {
    const estate = estates[number % estates.length] ?? estates[0];
    const twist = Math.floor(chance() * 1e6);
    const given = place.variant?.(estate, chance, number) ?? addressOf(estate, place, chance);
    const key = `${estate.cloud.id} ${given}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const { error, judged } = await follow({ internet, connections, place, estate, given, twist });
    tally.tried += 1;
    note(tally, judged);
    if (error instanceof Problem && error.code !== 'bug') tally.refused += 1;
    else if (error === undefined) tally.led += 1;
    else tally.unclear.push(`${JSON.stringify(given.slice(0, 200))}: ${reason(error)}`);
  }
  return tally;
}

const reason = (error: unknown): string =>
  error instanceof Error ? `${error}${error.cause ? `, because ${reason(error.cause)}` : ''}` : 'not reached';

function note(tally: Tally, { outside, astray }: Judged): void {
  tally.outside.push(...outside);
  tally.astray.push(...astray);
}

/** Mostly addresses; now and then without what makes them one, for what isn't read as an address. */
function addressOf(estate: Estate, place: Place, chance: () => number): string {
  const goods = place.goods(estate).map(({ host }) => host);
  const others = estates.flatMap((other) => Object.values(ownHosts(other)));
  const strangers = [
    ...others.filter((host) => !goods.includes(host)),
    ...goods.map((host) => `other-${host}`),
  ];
  const given = addressVariant(chance, { goods, strangers, paths: place.paths ?? [''] });
  return chance() < 0.1 ? given.replace(/^[^/]*\/\//, '') : given;
}

interface Followed {
  readonly internet: Internet;
  readonly connections: Connections;
  readonly place: Place;
  readonly estate: Estate;
  readonly given: string;
  readonly twist: number;
}
interface Judged {
  readonly outside: readonly string[];
  readonly astray: readonly string[];
}

const tokenOf = (audience: string) => `for.${Buffer.from(audience).toString('base64url')}`;
let customers = 0;

async function follow({ internet, connections, place, estate, given, twist }: Followed) {
  const { cloud } = estate;
  const asked = new Set<string>();
  const shown: string[] = [];
  const looks = new Map<string, number>();
  internet.answer = answering(estate, { ...honest(estate), ...place.tell(estate, given, twist) });
  internet.names = (name) => {
    const look = looks.get(name) ?? 0;
    looks.set(name, look + 1);
    const allowed = estate.cloud.port === '' && place.allows(estate, name, '');
    const own = Object.values(ownHosts(estate)).includes(name);
    if (place.resolves && allowed && !own) return place.resolves(given, look);
    if (/(^|\.)localhost$/.test(name)) return ['127.0.0.1'];
    return [allowed || isSignIn(place, name, cloud.authority) ? goodAddresses[0] : stranger];
  };
  // Each customer has limits of their own: one address that fails doesn't close the door for the next.
  customers += 1;
  const targets = createTargets(
    {
      cloud,
      connections,
      world,
      tokenFor: async (_who, audience) => {
        asked.add(audience);
        return tokenOf(audience);
      },
      archive: () => memoryArchive(),
      merge: createMerge(),
    },
    {
      run: 'run',
      choices: {},
      operations: {},
      person: { ...person, tenant: `${person.tenant}-${customers}` },
      answers: { ...answers, ...place.answers?.(estate, given) },
      patience: 'interactive',
      evidence: () => undefined,
      memo: {},
    },
  );
  let error: unknown;
  try {
    const shows = (address: string) => void shown.push(address);
    await place.follow({ estate, targets, shows, twist, given });
  } catch (thrown) {
    error = thrown ?? new Error('nothing was thrown');
  }
  const { dials, arrivals } = internet.seen();
  const words = JSON.stringify(given.slice(0, 300));
  const port = cloud.port === '' ? 443 : Number(cloud.port);
  const addresses: readonly string[] = cloud.port === '' ? goodAddresses : ['127.0.0.1'];
  const outside = [
    ...dials
      .filter(({ address, port: dialled }) => dialled !== port || !addresses.includes(address))
      .map(({ address, port: dialled }) => `${cloud.id} ${words}: dialled ${address}:${dialled}`),
    ...arrivals
      .filter(({ host, path }) => !place.allows(estate, host, path))
      .map(({ host, path }) => `${cloud.id} ${words}: reached ${host}${path.slice(0, 100)}`),
    ...shown
      .filter((address) => !place.allows(estate, hostOf(address), ''))
      .map((address) => `${cloud.id} ${words}: shown ${address.slice(0, 200)}`),
  ];
  const allowed = (audience: string) =>
    Object.values(cloud.audiences).includes(audience) || place.allows(estate, hostOf(audience), '');
  const astray = [
    ...arrivals
      .filter(({ host, authorization }) => {
        const audience = audienceAt(estate, host);
        return authorization !== undefined && (!audience || authorization !== `Bearer ${tokenOf(audience)}`);
      })
      .map(({ host }) => `${cloud.id} ${words}: a token at ${host} that isn’t for it`),
    ...[...asked]
      .filter((audience) => !allowed(audience))
      .map((audience) => `${words}: asked a token for ${audience}`),
  ];
  return { error, arrivals, judged: { outside, astray } };
}

const isSignIn = ({ name }: Place, host: string, authority: string): boolean =>
  name.startsWith('sign-in') &&
  (host === new URL(authority).hostname || host === 'login.partner.microsoftonline.cn');
