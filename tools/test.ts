// `npm test`: everything this repository promises, in legs. `npm test -- unit lint` runs only those legs.
import { skipLines, sum, yesOrNo } from './counts.ts';
import { groups, type Leg, type LegResult } from './legs.ts';
import { stopWhenAlone } from './starter/alone.mjs';

const names = groups.flat().map(({ name }) => name);

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Set by Ctrl+C. The programs of the running legs are told by `runProgram`; what they still say is of no use. */
let interrupted = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    interrupted = true;
  });
}

stopWhenAlone();

async function runLeg(leg: Leg): Promise<LegResult> {
  const started = performance.now();
  const result = await leg.run().catch((error: unknown) => ({
    counts: yesOrNo(1),
    output: error instanceof Error ? (error.stack ?? error.message) : String(error),
  }));
  if (interrupted) return result;
  const { passed, failed, skipped, remarks } = result.counts;
  const verdict = failed > 0 ? 'FAILED' : passed > 0 ? 'passed' : 'skipped';
  const tests = passed + failed > 1 ? `${passed} passed, ${failed} failed` : '';
  const seconds = `${((performance.now() - started) / 1000).toFixed(1)} s`;
  print(`${verdict.padEnd(8)}${leg.name.padEnd(12)}${seconds.padStart(8)}  ${tests}`.trimEnd());
  if (failed > 0) print(`\n----- ${leg.name}: everything it said -----\n${result.output.trimEnd()}\n-----\n`);
  for (const line of [...remarks, ...skipLines(skipped)]) print(`        ${line}`);
  return result;
}

async function main(wanted: string[]): Promise<number> {
  const unknown = wanted.filter((name) => !names.includes(name));
  if (unknown.length > 0) {
    print(`There is no leg ${unknown.join(', ')}. The legs are: ${names.join(', ')}.`);
    return 1;
  }
  const results: LegResult[] = [];
  for (const group of groups) {
    const legs = group.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
    results.push(...(await Promise.all(legs.map(runLeg))));
    if (interrupted) return 130;
  }
  const { passed, failed } = sum(results.map(({ counts }) => counts));
  print(`\n${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

process.exitCode = await main(process.argv.slice(2));
