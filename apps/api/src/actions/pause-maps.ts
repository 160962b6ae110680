import { msg, text } from '@portico/plan/text';
import { isPaused } from '../targets/standing-maps.ts';
import { defineAction } from './define-action.ts';
import { pause } from './start-maps/change-maps.ts';
import { throughGateway } from './start-maps/one-map.ts';
import { guideFor, line, seen, stand, watchLeft } from './start-maps/standing.ts';

const one = msg({ id: 'pause-maps.change', defaultMessage: 'Pause {name}' });
const other = msg({
  id: 'pause-maps.change.other',
  defaultMessage: 'Pause {name} too: its rows refer to rows of the others',
});
const waits = msg({
  id: 'pause-maps.change.waits',
  defaultMessage:
    'What people save meanwhile waits on its side, for 7 days and up to 1 GB at most. Start the maps to carry it over',
});
const press = msg({
  id: 'pause-maps.guide.press',
  defaultMessage: 'Select “Pause”, and keep the related maps ticked where Microsoft offers them.',
});

/** Interrupts the maps for maintenance on one side: nothing that is saved meanwhile is lost, for a while. */
export default defineAction({
  title: msg({ id: 'pause-maps.title', defaultMessage: 'Pause the table maps' }),
  left: msg({
    id: 'pause-maps.left',
    defaultMessage: 'Maps that are paused stay paused. Start the maps to let them go on.',
  }),
  holds: stand(/^(paused|stopped|not-running)$/),
  changes: async (targets) => {
    const maps = (await seen(targets)).filter((map) => !isPaused(map));
    return [
      ...maps.map(({ name, wanted }) => line(text(wanted ? one : other, { name }), 'possible')),
      ...(maps.length > 0 ? [line(text(waits), 'possible')] : []),
    ];
  },
  drivers: {
    automatic: {
      ...throughGateway,
      run: async (targets, verbs) => {
        const maps = await verbs.once('maps', () => seen(targets));
        await pause(targets, verbs, maps);
      },
    },
    guided: {
      guide: async (targets) => guideFor(targets, await seen(targets), [press]),
      run: (targets, verbs) =>
        watchLeft(verbs, async () => (await seen(targets)).filter((map) => !isPaused(map))),
    },
  },
});
