import { msg, text } from '@portico/plan/text';
import { isPaused } from '../targets/standing-maps.ts';
import { defineAction } from './define-action.ts';
import { stop } from './start-maps/change-maps.ts';
import { throughGateway } from './start-maps/one-map.ts';
import { guideFor, line, stand, standing, watchLeft } from './start-maps/standing.ts';

const one = msg({ id: 'stop-maps.change', defaultMessage: 'Stop {name}' });
const other = msg({
  id: 'stop-maps.change.other',
  defaultMessage: 'Stop {name} too: its rows refer to rows of the others',
});
const apart = msg({
  id: 'stop-maps.change.apart',
  defaultMessage:
    'From then on each side keeps its rows to itself. Only copying all rows anew brings them together',
});
const lost = msg({
  id: 'stop-maps.change.lost',
  defaultMessage: 'What waits for paused maps is thrown away',
});
const press = msg({
  id: 'stop-maps.guide.press',
  defaultMessage: 'Select “Stop” for one after the other, in this order.',
});

/** Takes back what starting did, so far as that is possible: rows that were copied stay. */
export default defineAction({
  title: msg({ id: 'stop-maps.title', defaultMessage: 'Stop the table maps' }),
  left: msg({
    id: 'stop-maps.left',
    defaultMessage: 'Maps that were stopped stay stopped, and copied rows stay. The others still run.',
  }),
  // Of one-way maps Dataverse keeps no record.
  holds: stand(/^(stopped|not-running|unknown:one-way)$/),
  changes: async (targets) => {
    const maps = await standing(targets);
    return [
      ...maps.map(({ name, wanted }) => line(text(wanted ? one : other, { name }), 'possible')),
      ...(maps.some(isPaused) ? [line(text(lost), 'impossible')] : []),
      ...(maps.length > 0 ? [line(text(apart), 'by-hand')] : []),
    ];
  },
  drivers: {
    automatic: {
      ...throughGateway,
      run: async (targets, verbs) => {
        for (const map of await verbs.once('maps', () => standing(targets))) await stop(targets, verbs, map);
      },
    },
    guided: {
      guide: async (targets) => guideFor(targets, await standing(targets), [press]),
      run: (targets, verbs) => watchLeft(verbs, () => standing(targets)),
    },
  },
});
