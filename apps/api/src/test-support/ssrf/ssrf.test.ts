import { expect, test } from 'vitest';
import { guessLinks } from './links.ts';
import { places } from './places.ts';
import { attackPlaces, playSsrf } from './ssrf.ts';

/** A few of each, other ones than the long run begins with; that is `pnpm sec:ssrf`. */
const sample = { variants: 12, seed: 4200 };

test('no address leads outside, and every good one leads where it should', { timeout: 300_000 }, async () => {
  const lines: string[] = [];
  const missed = await attackPlaces(places, { ...sample, print: (line) => void lines.push(line) });
  expect(missed, lines.join('\n')).toBe(0);
  for (const { name } of places) expect(lines.join('\n')).toContain(`${name.padEnd(32)} 12 tried`);
  expect(lines).toContain(`${places.length * 12} variants at ${places.length} places, seed 4200`);
});

test('whatever is guessed of a link, the answer is the same nothing', { timeout: 300_000 }, async () => {
  const lines: string[] = [];
  const print = (line: string) => void lines.push(line);
  const missed = await guessLinks({ guesses: 100, seed: 4200, timed: false, print });
  expect(missed, lines.join('\n')).toBe(0);
  expect(lines).toContain('ok   0 of 100 guesses at links told anything');
});

test('a place that nobody knows is no success', async () => {
  const lines: string[] = [];
  const print = (line: string) => void lines.push(line);
  expect(await playSsrf({ ...sample, only: 'nowhere', print })).toBe(1);
  for (const { name } of places) expect(lines.join('\n')).toContain(name);
});
