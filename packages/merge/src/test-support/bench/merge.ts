import { match } from '../../match.ts';
import { mergeSite } from '../../merge-site.ts';
import { mergeText, textOf } from '../../text/merge-text.ts';
import { compareWithGit } from '../compare-with-git.ts';
import { mergeFiles } from '../git.ts';
import { newId, provisioned } from '../some-sites.ts';
import { readTriples, type Triple, whyNoHistory } from '../triples.ts';
import { bigSite } from './big-site.ts';
import { mergeTree } from './merge-tree.ts';

interface Bench {
  readonly runs: number;
  /** A folder with a git history. */
  readonly repository: string;
  readonly triples: number;
  readonly print: (line: string) => void;
}

/** Worst: milliseconds of one record. Growth: time of a record among 10,000 to that of one among 1,000. */
const bars = { rate: 3, cpu: 1, worst: 50, human: 0.99, equal: 0.999, growth: 1.5 };

/** P4: how fast texts are merged beside git, and whether the result is git's, and the one that people made. */
export async function measure({ runs, repository, triples: most, print }: Bench): Promise<boolean> {
  const why = whyNoHistory(repository);
  if (why !== undefined) {
    print(`  NOT MEASURED: ${why} Name another folder with --repository.`);
    return false;
  }
  const triples = readTriples(repository, most);
  const size = triples.reduce((sum, { base }) => sum + base.length, 0) / triples.length / 1024;
  print(`${triples.length} triples of a real history, ${size.toFixed(1)} KB each on average`);
  const judge = (holds: boolean, words: string) => {
    print(`  ${holds ? 'ok  ' : 'MISS'} ${words}`);
    return holds;
  };
  const results = [
    ...beside(triples, judge),
    ...speed(triples, runs, judge),
    judgeHuman(triples, judge, print),
    growth(runs, judge),
  ];
  return results.every(Boolean);
}

type Judge = (holds: boolean, words: string) => boolean;

function beside(triples: readonly Triple[], judge: Judge): boolean[] {
  const { bothClean, bothAsk, equal, cleanByUs, cleanByGit } = compareWithGit(triples);
  const words = `${bothClean} clean by both, ${bothAsk} asked by both, ${cleanByGit.length} clean by git only`;
  return [
    judge(cleanByUs.length === 0, `never clean where git asks: ${cleanByUs.length}; ${words}`),
    judge(
      equal / bothClean >= bars.equal,
      `equal to the byte where both are clean: ${equal} of ${bothClean}`,
    ),
  ];
}

/** Each round merges everything by all, so that a slow moment strikes all of them. */
function speed(triples: readonly Triple[], runs: number, judge: Judge): boolean[] {
  using tree = mergeTree(triples);
  const some = triples.filter((_, index) => index % Math.ceil(triples.length / 200) === 0);
  const best = triples.map(() => Infinity);
  const rounds = Array.from({ length: runs + 1 }, () => {
    const [cpu, start] = [process.cpuUsage(), performance.now()];
    for (const [index, { base, ours, theirs }] of triples.entries()) {
      const begun = performance.now();
      mergeText(base, ours, theirs);
      best[index] = Math.min(best[index] ?? Infinity, performance.now() - begun);
    }
    const [took, used] = [performance.now() - start, process.cpuUsage(cpu)];
    const own = (used.user + used.system) / 1e6;
    const before = performance.now();
    compareWithGit(some, () => []);
    const file = (performance.now() - before) / some.length;
    return {
      rate: file / (took / triples.length),
      cpu: own / tree.cpu(),
      own: (own * 1000) / triples.length,
    };
  }).slice(1); // the first is a warm-up
  const middle = (of: (round: (typeof rounds)[number]) => number) => median(rounds.map(of));
  const [rate, cpu, own, worst] = [
    middle((r) => r.rate),
    middle((r) => r.cpu),
    middle((r) => r.own),
    Math.max(...best),
  ];
  return [
    judge(
      rate >= bars.rate,
      `records a second ÷ those of git merge-file: ${rate.toFixed(1)}, at least ${bars.rate}`,
    ),
    judge(
      cpu <= bars.cpu,
      `CPU ÷ that of git merge-tree: ${cpu.toFixed(2)}, at most ${bars.cpu} (${own.toFixed(2)} ms a record)`,
    ),
    judge(worst <= bars.worst, `worst record: ${worst.toFixed(1)} ms, at most ${bars.worst}`),
  ];
}

/** What people made of a merge may hold more than both sides; git in the same run says how often it does. */
function judgeHuman(triples: readonly Triple[], judge: Judge, print: Bench['print']): boolean {
  using files = mergeFiles();
  const clean = triples.flatMap(({ base, ours, theirs, human }) => {
    const text = human === undefined ? undefined : textOf(mergeText(base, ours, theirs));
    if (text === undefined) return [];
    return [{ ours: text === human, git: files.merge(base, ours, theirs).text === human }];
  });
  if (clean.length === 0) {
    print('  NOT MEASURED: this history has no merges in which both sides changed a file');
    return true;
  }
  const [own, git] = [clean.filter((one) => one.ours).length, clean.filter((one) => one.git).length];
  return judge(
    own / clean.length >= Math.min(bars.human, git / clean.length),
    `as people merged it, where it is clean: ${own} of ${clean.length}, git merge-file ${git};` +
      ` at least ${bars.human * 100} %, or as many as git`,
  );
}

function growth(runs: number, judge: Judge): boolean {
  const sites = (size: number) => ({
    base: bigSite('ours', size),
    ours: bigSite('ours', size, 'ours'),
    theirs: provisioned(bigSite('ours', size, 'theirs'), 'reference'),
  });
  const [small, large] = [sites(1000), sites(10_000)];
  const time = (sides: typeof small) => {
    const start = performance.now();
    mergeSite(match(sides, { newId }));
    return (performance.now() - start) / sides.base.records.length;
  };
  const rounds = Array.from({ length: runs + 1 }, () => ({ little: time(small), much: time(large) })).slice(
    1,
  );
  const ratio = median(rounds.map(({ little, much }) => much / little));
  const whole = median(rounds.map(({ much }) => much * 10_000));
  return judge(
    ratio <= bars.growth,
    `a record among 10,000 ÷ among 1,000: ${ratio.toFixed(2)}, at most ${bars.growth} (${whole.toFixed(0)} ms for all 10,000)`,
  );
}

const median = (numbers: readonly number[]): number =>
  numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? Number.NaN;
