import type { OrderedMap } from '@portico/contract/findings';
import { msg, text } from '@portico/plan/text';
import type { Gateway } from '../targets/gateway.ts';
import { neededMaps, notRunning, toCopy } from '../targets/map-order.ts';
import { recordedStates } from '../targets/recorded-states.ts';
import { pausedMaps } from '../targets/standing-maps.ts';
import { defineAction } from './define-action.ts';
import { guide, watch } from './start-maps/by-hand.ts';
import { decided, masterNames } from './start-maps/decided.ts';
import { throughGateway } from './start-maps/one-map.ts';
import { runMaps } from './start-maps/run-maps.ts';
import { line } from './start-maps/standing.ts';
import { switchesOf } from './start-maps/switches.ts';

const start = msg({ id: 'start-maps.change', defaultMessage: 'Start {name}' });
const copy = msg({
  id: 'start-maps.change.sync',
  defaultMessage:
    'Copy the rows that are there, once, for {count, plural, one {this map} other {these # maps}}; {master} wins where both sides have the same key',
});
const goOn = msg({
  id: 'start-maps.change.resume',
  defaultMessage: 'Let {name} go on, and carry over what waited since it was paused',
});
const use = msg({
  id: 'start-maps.change.version',
  defaultMessage: 'Use version {version} of {name} instead of {active}',
});

/** Starts the five maps and what they need, one after the other, each after what it needs. */
export default defineAction({
  title: msg({ id: 'start-maps.title', defaultMessage: 'Start the table maps' }),
  left: msg({
    id: 'start-maps.left',
    defaultMessage:
      'Maps that run keep running, and copied rows stay. What hasn’t been started stays stopped.',
  }),
  changes: async (targets) => {
    const { initialSync, master, choices } = decided(targets);
    const gateway = await targets.findGateway();
    const maps = gateway ? await toDo(gateway, choices) : await recordedStates(targets.rows, choices);
    const all = gateway ? await gateway.listMaps() : [];
    const switches = switchesOf(all, choices);
    const fresh = toCopy(maps, all);
    const others = gateway ? await pausedMaps(gateway, choices) : [];
    const paused = [
      ...new Map(
        [...maps.filter((map) => !fresh.includes(map)), ...others].map((map) => [map.id, map]),
      ).values(),
    ];
    const copied = fresh.filter((map) => initialSync || ('alwaysCopied' in map && map.alwaysCopied));
    return [
      ...switches.map(({ name, version: active, better: { version } }) =>
        line(text(use, { name, version, active }), 'possible'),
      ),
      ...paused.map(({ name }) => line(text(goOn, { name }), 'possible')),
      ...fresh.map(({ name }) => line(text(start, { name }), 'possible')),
      ...(copied.length > 0
        ? [line(text(copy, { count: copied.length, master: masterNames[master] }), 'impossible')]
        : []),
    ];
  },
  drivers: {
    automatic: { run: runMaps, ...throughGateway },
    guided: {
      guide,
      run: watch,
    },
  },
});

/** What doesn't run yet, in order. */
async function toDo(
  gateway: Gateway,
  choices: Readonly<Record<string, string>>,
): Promise<readonly OrderedMap[]> {
  const [order, maps] = await Promise.all([neededMaps(gateway, choices), gateway.listMaps()]);
  return notRunning(order, maps);
}
