import { environments } from '@portico/twin/scenarios/contoso/ids';
import { randomBytes, randomUUID } from 'node:crypto';
import { giveRole } from '../give-role.ts';
import { patiently } from '../patiently.ts';
import { newRun, rehearse } from '../rehearse.ts';
import { seeded } from '../seeded.ts';
import { type Answer, askAnonymously } from './ask-anonymously.ts';
import { type Guess, guessFrom, type Known } from './link-guesses.ts';
import { shiftClock } from './shift-clock.ts';
import { toldApart } from './told-apart.ts';

export interface Links {
  readonly guesses: number;
  readonly seed: number;
  /** Whether times are compared too; a machine that does other things tells nothing by them in a few tries. */
  readonly timed: boolean;
  readonly print: (line: string) => void;
}

/** Of a hundred pairs, how many may be told apart by time; fifty is what guessing finds. */
const mostToldApart = 60;
const nothing = '{"state":"over"}';

/** Guesses links of a running API in each state that a link can be in, and answers how many bars were missed. */
export async function guessLinks({ guesses, seed, timed, print }: Links): Promise<number> {
  await using rehearsal = await rehearse({ scenario: 'wrong-roles', speed: 3000 });
  using ask = askAnonymously(rehearsal.address);
  const api = await rehearsal.as();
  const { next: chance } = seeded(seed);
  const said: string[] = [];
  const seen: Answer[] = [];
  let asked = 0;

  const stuck = async () => {
    const run = await newRun(api, environments.production);
    await api.runChecks({ run, body: {} });
    const action = 'mend:system-administrator';
    const { operation } = await api.startAction({
      run,
      action,
      body: { driver: 'guided', key: randomUUID() },
    });
    const give = async (key: string = randomUUID()) => {
      const { handOff, link } = await api.giveHandOff({
        run,
        operation,
        body: { to: 'Mona Berg', days: 1, key },
      });
      return { handOff, token: link.slice(link.indexOf('#') + 1) };
    };
    const events = async () => (await api.getRun({ run })).events.map(({ event }) => event);
    return {
      run,
      operation,
      give,
      events,
      over: async () => (await events()).some(({ type }) => type === 'operation-finished'),
    };
  };
  const guess = async (count: number, known: Known) => {
    for (let number = 0; number < count; number += 1) {
      const sent = guessFrom(known, chance);
      const answer = await ask(JSON.stringify(sent));
      asked += 1;
      const fault = faultOf(sent, answer, seen);
      if (fault) said.push(`${JSON.stringify(sent).slice(0, 300)}: ${fault}`);
    }
  };

  // One link that works, two that were replaced, one that was taken back.
  const first = await stuck();
  const other = await stuck();
  const replaced = await first.give();
  const key = randomUUID();
  const lost = await first.give(key);
  const live = await first.give(key);
  const revoked = await other.give();
  await api.revokeHandOff({ run: other.run, operation: other.operation, handOff: revoked.handOff });
  const open = async ({ token }: { token: string }) =>
    JSON.parse((await ask(JSON.stringify({ token }))).body);
  const { state, proof } = await open(live);
  const dead = [replaced.token, lost.token, revoked.token];
  const ids = [first.run, first.operation, other.run, other.operation, live.handOff, revoked.handOff];
  const before = JSON.stringify((await first.events()).filter(({ type }) => type === 'hand-off'));
  await guess(Math.ceil(guesses * 0.6), { live: [live.token], dead, ids, proofs: [proof] });
  const after = JSON.stringify((await first.events()).filter(({ type }) => type === 'hand-off'));
  const works = state === 'open' && (await open(live)).state === 'open';
  const apart = timed ? await toldApart(ask, { dead, live: live.token, guess: () => guessed() }) : undefined;

  // The link is used: what it asked for is proven.
  giveRole(rehearsal.twin.world);
  await patiently('both are noticed', first.over, 60_000);
  dead.push(live.token);
  await guess(Math.floor(guesses * 0.2), { live: [], dead, ids, proofs: [] });

  // The role is gone again; a link for that expires.
  giveRole(rehearsal.twin.world, false);
  const last = await stuck();
  const expired = await last.give();
  const worked = (await open(expired)).state === 'open';
  const later = shiftClock(2 * 86_400_000);
  dead.push(expired.token);
  try {
    await guess(Math.floor(guesses * 0.2), { live: [], dead, ids, proofs: [] });
  } finally {
    later[Symbol.dispose]();
  }

  const unlimited = await pathsWithoutLimit(ask);
  const bars: readonly (readonly [boolean, string])[] = [
    [said.length === 0, `${said.length} of ${asked} guesses at links told anything`],
    [before === after, 'guessing leaves no trace on a link that works'],
    [works && worked, 'links that are good lead to their task, before and after'],
    [unlimited.length === 0, `ways around the limit of guesses: ${unlimited.join(' ') || 'none'}`],
    ...(apart === undefined
      ? []
      : [
          [
            apart <= mostToldApart,
            `told apart by time: ${apart.toFixed(0)} of 100, at most ${mostToldApart}`,
          ] as const,
        ]),
  ];
  for (const words of said.slice(0, 5)) print(`     told: ${words}`);
  for (const [holds, words] of bars) print(`${holds ? 'ok  ' : 'FAIL'} ${words}`);
  return bars.filter(([holds]) => !holds).length;
}

const guessed = () => randomBytes(32).toString('base64url');

/** A guess that is too long is refused as such, whatever it is; any other is over. All of them look the same. */
function faultOf({ token, proof = '' }: Guess, answer: Answer, seen: Answer[]): string | undefined {
  const tooLong = token.length > 200 || proof.length > 400;
  const expected = tooLong ? 400 : 200;
  if (answer.status !== expected || (!tooLong && answer.body !== nothing))
    return `${answer.status} ${answer.body.slice(0, 200)}`;
  const like = seen.find(({ status }) => status === answer.status);
  if (!like) seen.push(answer);
  else if (JSON.stringify([like.headers, like.body]) !== JSON.stringify([answer.headers, answer.body]))
    return `another answer: ${JSON.stringify([answer.headers, answer.body]).slice(0, 400)}`;
  return undefined;
}

/** Other spellings of the path that answer a guess without being counted. */
async function pathsWithoutLimit(ask: ReturnType<typeof askAnonymously>): Promise<string[]> {
  const spellings =
    '/API/hand-off /api/Hand-Off /api/hand-off/ /api//hand-off //api/hand-off /api/./hand-off /api/x/../hand-off /api/hand%2Doff /%61pi/hand-off /api/hand-off%2f /api/hand-off?x=1 /api/hand-off;x /api/hand-off%20 /api%2fhand-off';
  const found: string[] = [];
  for (const path of spellings.split(' ')) {
    const { body, limits } = await ask(JSON.stringify({ token: guessed() }), path);
    if (body === nothing && !limits.includes('q=120;')) found.push(path);
  }
  return found;
}
