import { randomUUID } from 'node:crypto';
import { type Internet, openInternet } from '@portico/microsoft/test-support/ssrf/internet';
import { attack, type Tally } from './attack.ts';
import { guessLinks } from './links.ts';
import type { Place } from './place.ts';
import { places } from './places.ts';

export interface Ssrf {
  /** Addresses for each place. */
  readonly variants: number;
  readonly seed: number;
  /** Only places whose names have these words in them. */
  readonly only?: string;
  readonly print: (line: string) => void;
}

const links = 'hand-off links';

/** Attacks the places and guesses links, and answers how many bars were missed; nothing attacked is one. */
export async function playSsrf(ssrf: Ssrf): Promise<number> {
  const { variants, seed, only = '', print } = ssrf;
  const attacked = places.filter(({ name }) => name.includes(only));
  const guessed = links.includes(only);
  if (attacked.length === 0 && !guessed) {
    print(
      `There is no place “${only}”. There are: ${[...places.map(({ name }) => name), links].join(', ')}.`,
    );
    return 1;
  }
  const missed = attacked.length > 0 ? await attackPlaces(attacked, ssrf) : 0;
  return missed + (guessed ? await guessLinks({ guesses: variants, seed, timed: true, print }) : 0);
}

/** One line for each place. */
export async function attackPlaces(
  attacked: readonly Place[],
  { variants, seed, print }: Omit<Ssrf, 'only'>,
): Promise<number> {
  await using internet = await openInternet();
  await mustSee(internet);
  const totals = { tried: 0, outside: 0, astray: 0, unclear: 0, goods: 0, lost: 0 };
  for (const place of attacked) {
    const tally = await attack({ internet, place, variants, seed });
    print(lineOf(place.name, tally));
    for (const [what, found] of Object.entries(faults(tally)))
      for (const words of found.slice(0, 5)) print(`     ${what}: ${words.slice(0, 500)}`);
    totals.tried += tally.tried;
    totals.goods += tally.goods;
    for (const [what, found] of Object.entries(faults(tally)))
      totals[what as keyof typeof totals] += found.length;
  }
  const bars: readonly (readonly [string, number])[] = [
    ['connections outside the allow-list', totals.outside],
    ['tokens for somebody else', totals.astray],
    ['addresses without a clear answer', totals.unclear],
    [`good addresses refused, of ${totals.goods}`, totals.lost],
  ];
  print(`${totals.tried} variants at ${attacked.length} places, seed ${seed}`);
  for (const [what, count] of bars) print(`${count === 0 ? 'ok  ' : 'FAIL'} ${count} ${what}`);
  return bars.filter(([, count]) => count > 0).length;
}

const faults = ({ outside, astray, unclear, lost }: Tally) => ({ outside, astray, unclear, lost });
const isFine = (tally: Tally) => Object.values(faults(tally)).every((found) => found.length === 0);

const lineOf = (name: string, tally: Tally) =>
  `${isFine(tally) ? 'ok  ' : 'FAIL'} ${name.padEnd(32)} ${tally.tried} tried, ${tally.refused} refused, ` +
  `${tally.led} led to hosts on the list, ${tally.outside.length} connected outside; ` +
  `${tally.goods} good, ${tally.lost.length} of them refused`;

/** Nothing is worth anything if the wire isn't tapped. */
async function mustSee(internet: Internet): Promise<void> {
  internet.names = () => ['45.33.32.156'];
  await (await fetch(`https://${randomUUID()}.example/`)).text();
  await (await fetch(`http://127.0.0.1:8099/${randomUUID()}`, { headers: { connection: 'close' } })).text();
  const { dials } = internet.seen();
  if (dials.map(({ address, port }) => `${address}:${port}`).join() !== '45.33.32.156:443,127.0.0.1:8099')
    throw new Error(`The wire isn’t tapped: saw ${JSON.stringify(dials)}.`);
}
