import { whyNoPostgres } from '../fresh-store.ts';
import { type Outcome, playRound, type Round } from './round.ts';

export interface Chaos {
  readonly rounds: number;
  readonly stores: readonly Round['store'][];
  readonly seed: number;
  readonly severity?: Round['severity'];
  readonly print: (line: string) => void;
}

/** How hard a round is unless told otherwise. */
const usual: Round['severity'] = { kills: [1, 5], killEvery: 600, faultEvery: 160 };

/** Milliseconds for one journey; on PostgreSQL each kill costs up to a lease. */
const deadline = 180_000;

/** Plays rounds, one line each, and answers how many of them broke an invariant. */
export async function playChaos({ rounds, stores, seed, severity = usual, print }: Chaos): Promise<number> {
  const played: Outcome[] = [];
  for (const store of stores) {
    const absent = store === 'postgres' ? await whyNoPostgres() : '';
    if (absent) {
      print(`!! rounds on PostgreSQL are SKIPPED: no server answers (${absent}). Set TEST_DATABASE_URL.`);
      continue;
    }
    for (let index = 0; index < rounds; index += 1) {
      const round = { store, seed: seed + index, severity, deadline };
      const outcome = await playRound(round);
      played.push(outcome);
      print(lineOf(round, outcome));
      if (outcome.broken.length > 0) print(wordsOf(round, outcome));
    }
  }
  const sum = (of: (outcome: Outcome) => number) => played.reduce((total, outcome) => total + of(outcome), 0);
  const failures = sum(({ broken }) => (broken.length > 0 ? 1 : 0));
  print(
    `${played.length} rounds, ${sum(({ kills }) => kills)} kills, ${sum(({ faults }) => faults)} faults, ` +
      `${sum(({ cuts }) => cuts)} cut streams, ${failures} failures`,
  );
  return failures;
}

const lineOf = ({ store, seed }: Round, { kills, faults, moments, cuts, seconds, broken }: Outcome) =>
  `${broken.length === 0 ? 'ok  ' : 'FAIL'} ${store} seed ${seed}: ${kills} kills, ${faults} faults, ` +
  `${moments} moments, ${cuts} cut streams, ${seconds.toFixed(1)} s`;

const wordsOf = ({ store, seed }: Round, { broken, last }: Outcome) =>
  [
    ...broken.map((words) => `     ${words.slice(0, 400)}`),
    ...last.map((line) => `     | ${line.slice(0, 400)}`),
    `     again: pnpm chaos --store ${store} --rounds 1 --seed ${seed}`,
  ].join('\n');
