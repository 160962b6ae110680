import { environments } from '@portico/twin/scenarios/contoso/ids';
import { checks } from '../../checks/index.ts';
import { newRun, rehearse } from '../rehearse.ts';
import { seeded } from '../seeded.ts';
import { callsOf, longestCallChain, type Seen } from './call-chain.ts';

export interface RealLook {
  /** Milliseconds, from our request to our answer. */
  readonly wall: number;
  /** Milliseconds. */
  readonly chain: number;
  readonly calls: number;
  /** Milliseconds of all calls together. */
  readonly alone: number;
}

/** Every check of the plan, looked at over HTTP in a twin whose every endpoint is slow. */
export async function lookForReal(seed: number, times: number): Promise<readonly RealLook[]> {
  await using stage = await rehearse();
  const api = await stage.as();
  const run = await newRun(api, environments.production);
  const maps = { master: 'finance-operations', initialSync: true, choices: {} };
  await api.answerStep({ run, step: 'table-maps', body: maps });
  const site = { name: 'Contoso orders', subdomain: 'contoso-orders', language: 1033 };
  await api.answerStep({ run, step: 'portal-site', body: site });

  const look = async () => {
    const before = (await api.getRun({ run })).events.at(-1)?.seq ?? 0;
    const began = performance.now();
    await api.runChecks({ run, body: {} });
    const wall = performance.now() - began;
    const { events } = await api.getRun({ run });
    const finished = events.flatMap(({ seq, event }) =>
      seq > before && event.type === 'check-finished' ? [event] : [],
    );
    return { wall, finished };
  };

  // The first look fetches the tokens, whose calls no evidence holds, and shows which endpoints there are.
  const known = (await look()).finished.flatMap(({ evidence }) => evidence);
  const chance = seeded(seed);
  const looks: RealLook[] = [];
  for (let index = 0; index < times; index += 1) {
    const places = new Map(
      known.map(({ service, endpoint }) => [`${service} ${endpoint}`, { service, endpoint }]),
    );
    stage.twin.world.state.faults = [...places.values()].map((place) => ({
      kind: 'slow',
      ...place,
      count: Infinity,
      seconds: chance.between(100, 400) / 1000,
    }));
    const { wall, finished } = await look();
    const seen = new Map(
      finished.map(({ check, evidence }): [string, Seen] => [
        check,
        { evidence, after: checks[check as keyof typeof checks].after },
      ]),
    );
    const calls = callsOf(seen);
    const alone = calls.reduce((sum, { begins, ends }) => sum + ends - begins, 0);
    looks.push({ wall, chain: longestCallChain(seen), calls: calls.length, alone });
  }
  return looks;
}
