import { askMaps } from '@portico/twin/dual-write/ask-maps';
import { keepRecord } from '@portico/twin/dual-write/runtime-record';
import { mayRun, runMaps } from '@portico/twin/dual-write/run-maps';
import { sequenceOf } from '@portico/twin/dual-write/sequences';
import { settleDualWrite } from '@portico/twin/dual-write/settle';
import { Refused } from '@portico/twin/serve';
import type { World } from '@portico/twin/world';
import type { Chance } from '../../seeded.ts';
import type { Link, TwinMap } from './small-world.ts';

/** What a person does on Microsoft's page. A click that the page refuses is told, and was worth nothing. */
export interface Page {
  /** When somebody last did something there; milliseconds since 1970. */
  readonly clicked: number;
  /** "Run" with what the maps need, as the dialog offers it; `initialSync` as ticked. */
  run(maps: readonly TwinMap[], initialSync: boolean): void;
  resume(): void;
  /** The five. */
  readonly wanted: readonly [TwinMap, ...TwinMap[]];
}

export function openPage(
  world: World,
  link: Link,
  five: readonly TwinMap[],
  tell: (line: () => string) => void,
): Page {
  let clicked = 0;
  const click = (what: string, act: () => void) => {
    settleDualWrite(world);
    try {
      act();
      clicked = world.clock.now().getTime();
      tell(() => `somebody clicks: ${what}`);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      tell(() => `somebody clicks in vain: ${what}`);
    }
  };
  const [first, ...others] = five;
  if (!first) throw new Error('The five are there.');
  return {
    get clicked() {
      return clicked;
    },
    wanted: [first, ...others],
    run(maps, initialSync) {
      settleDualWrite(world);
      const all = [...new Set(maps.flatMap((map) => sequenceOf(link, map)))].filter(mayRun);
      if (all.length === 0) return;
      const runs = all.map((map) => ({ map, initialSync }));
      click(`Run ${all.map(({ name }) => name).join(', ')}`, () => runMaps(world, link, runs));
    },
    resume() {
      const paused = link.maps.filter(({ state, due }) => state === 5 && due.length === 0);
      const wishes = paused.map((map) => ({ map, skipInitialSync: true }));
      if (paused.length > 0) click('Resume', () => askMaps(world, link, '6', wishes));
    },
  };
}

/**
 * What happened to the maps before the story: some run, in their order; the next was stopped, failed, or is paused; of the
 * rest some have been prepared.
 */
export function givePast(world: World, link: Link, wanted: readonly TwinMap[], chance: Chance): void {
  const order = [...new Set(wanted.flatMap((map) => sequenceOf(link, map)))];
  const ago = (minutes: number) => new Date(world.clock.now().getTime() - minutes * 60_000).toISOString();
  const asked = (map: TwinMap, action: string, minutes: number, error?: string) =>
    link.requests.push({
      id: world.id(),
      map: map.id,
      action,
      activity: world.id(),
      createdAt: ago(minutes),
      acceptedAt: ago(minutes),
      endsAt: ago(minutes - 1),
      ...(error ? { error } : {}),
    });
  const used = (map: TwinMap, state: TwinMap['state']) => {
    map.pid = world.id();
    map.state = state;
    keepRecord(world, link, map, ago(600));
  };
  const running = chance.next() < 0.15 ? 0 : chance.between(2, order.length);
  for (const map of order.slice(0, running)) {
    used(map, 4);
    asked(map, '1', 600);
  }
  const [next, ...rest] = order.slice(running);
  for (const map of rest) if (chance.next() < 0.4) used(map, 1);
  if (!next) return;
  const past = chance.pick([
    'new',
    'new',
    'new',
    'failed',
    'stopped',
    'paused',
    'stopped by itself',
  ] as const);
  if (past === 'new') return;
  used(next, past === 'paused' ? 5 : 1);
  asked(next, '1', 500, past === 'failed' ? 'AX export encountered an error' : undefined);
  if (past === 'stopped' || past === 'paused') asked(next, past === 'stopped' ? '4' : '5', 400);
}
