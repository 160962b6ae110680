import { chromium } from '@playwright/test';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { findBrowser } from '../../tools/browser.ts';
import { type Shown, slowestOf, weightOf } from '../../tools/page-figures.ts';
import { percentile } from '../../tools/percentile.ts';
import { root } from '../../tools/repository.ts';
import { ensureWebBuilt } from '../../tools/web-build.ts';
import { freePort, startProduct } from '../fixtures/start-product.ts';
import { scriptsOf, smallestFluentPage } from './first-route.ts';
import { speedOf } from './page-speed.ts';
import { visit, visitNothing } from './visit.ts';

interface Bench {
  readonly runs: number;
  readonly print: (line: string) => void;
}

/** Brotli bytes, Lighthouse's points, and milliseconds until the next paint. */
const bars = { scripts: 110_000, score: 98, paint: 100 };

/** Set-ups listed, and events of one of them. */
const records = 10_000;

/** P6: what somebody new loads, how soon they see it, and how soon a press shows with much data. */
export async function measure({ runs, print }: Bench): Promise<boolean> {
  await ensureWebBuilt(print);
  let run = '';
  await using product = await startProduct(async (data) => {
    run = await fill(data);
  });
  const port = await freePort();
  const browser = await chromium.launch({
    executablePath: await findBrowser(),
    args: ['--no-sandbox', '--disable-gpu', `--remote-debugging-port=${port}`],
  });
  try {
    const means = { browser, address: product.address, port, runs, print };
    const results = [await weigh(means), await time(means), await press({ ...means, run })];
    return results.every(Boolean);
  } finally {
    await browser.close();
  }
}

interface Means extends Bench {
  readonly browser: Awaited<ReturnType<typeof chromium.launch>>;
  readonly address: string;
  readonly port: number;
}

async function weigh({ browser, address, print }: Means): Promise<boolean> {
  const [scripts, anchor] = [await scriptsOf(browser, address), await smallestFluentPage()];
  const { before, after } = weightOf(scripts);
  print('JavaScript of the first route, bytes as they came over the line');
  for (const { name, bytes, early } of scripts)
    print(`  ${String(bytes).padStart(7)} ${early ? 'before' : 'after '} the first screen: ${name}`);
  print(`  anchor: React, Fluent and one button ${kb(anchor)} KB; ratio ${(before / anchor).toFixed(2)}`);
  print(`  after it is drawn ${kb(after)} KB more: the sign-in library`);
  const holds = before <= bars.scripts;
  print(`  ${verdict(holds)} bar: ≤ ${kb(bars.scripts)} KB; it is ${kb(before)}`);
  return holds;
}

async function time({ address, port, runs, print }: Means): Promise<boolean> {
  print(`Lighthouse, mobile, ${runs} runs`);
  const scores: number[] = [];
  for (let count = 0; count < runs; count += 1) {
    const { score, benchmarkIndex, drawn, largest, blocked, shift } = await speedOf(address, port);
    scores.push(score);
    print(
      `  ${score} points: drawn ${drawn.toFixed(0)} ms, largest ${largest.toFixed(0)} ms, ` +
        `blocked ${blocked.toFixed(0)} ms, shift ${shift.toFixed(3)}; benchmarkIndex ${benchmarkIndex}`,
    );
  }
  const middle = percentile(scores, 0.5);
  const holds = middle >= bars.score;
  print(`  ${verdict(holds)} bar: median ≥ ${bars.score}; it is ${middle}`);
  return holds;
}

async function press({ browser, address, run, runs, print }: Means & { run: string }): Promise<boolean> {
  print(
    `Interaction to next paint, processor 4 times slower, ${records} set-ups, ${records} events, ${runs} visits`,
  );
  const visits: (readonly Shown[])[] = [];
  const anchors: number[] = [];
  for (let count = 0; count < runs; count += 1) {
    anchors.push(await visitNothing(browser));
    visits.push(await visit(browser, { address, count: records, run }));
  }
  const row = (name: string, times: readonly (number | undefined)[]) =>
    print(`  ${name.padEnd(24)} ${times.map((each) => String(each || '<16').padStart(4)).join(' ')}`);
  for (const [index, [step]] of (visits[0] ?? []).entries())
    row(
      step,
      visits.map((shown) => shown[index]?.[1]),
    );
  row('anchor: a lone button', anchors);
  const [slowest, took] = slowestOf(visits);
  const ratio = took / Math.max(16, percentile(anchors, 0.5));
  const holds = took <= bars.paint;
  print(
    `  ${verdict(holds)} bar: slowest step, by its median, ≤ ${bars.paint} ms; it is ${took} ms (${slowest}), ` +
      `${ratio.toFixed(1)} times the anchor`,
  );
  return holds;
}

/** Puts the records into the store that the product is about to open, and answers the set-up with the many events. */
async function fill(data: string): Promise<string> {
  const script = join(root, 'apps/api/src/test-support/bench/fill-store.child.ts');
  const quiet = '--disable-warning=ExperimentalWarning';
  const { stdout } = await promisify(execFile)(process.execPath, [quiet, script, data, String(records)]);
  return stdout.trim();
}

const kb = (bytes: number) => (bytes / 1000).toFixed(1);
const verdict = (holds: boolean) => (holds ? 'ok  ' : 'MISS');
