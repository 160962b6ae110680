import { msg, text } from '@portico/plan/text';
import { isPaused } from '../targets/standing-maps.ts';
import { defineAction } from './define-action.ts';
import { resume } from './start-maps/change-maps.ts';
import { throughGateway } from './start-maps/one-map.ts';
import { guideFor, line, seen, watchLeft } from './start-maps/standing.ts';

const one = msg({ id: 'skip-catch-up.change', defaultMessage: 'Let {name} go on' });
const skipped = msg({
  id: 'skip-catch-up.change.skipped',
  defaultMessage:
    'What was saved since the pause is not carried over; Microsoft keeps it for a day as errors of catching up',
});
const press = msg({ id: 'skip-catch-up.guide.press', defaultMessage: 'Select “Resume”.' });
const skip = msg({
  id: 'skip-catch-up.guide.skip',
  defaultMessage: 'Choose to skip catching up, and to keep what waited.',
});

/**
 * Lets paused maps go on at once, without what piled up meanwhile: for a pause after which both sides were loaded
 * anew. To throw away what waited is left to Microsoft's page. Starting the maps is the way that loses nothing.
 */
export default defineAction({
  title: msg({ id: 'skip-catch-up.title', defaultMessage: 'Go on without what waited' }),
  left: msg({
    id: 'skip-catch-up.left',
    defaultMessage: 'Maps that went on run. The others stay paused, with what waits for them.',
  }),
  changes: async (targets) => {
    const paused = (await seen(targets)).filter(isPaused).toReversed();
    return [
      ...paused.map(({ name }) => line(text(one, { name }), 'possible')),
      ...(paused.length > 0 ? [line(text(skipped), 'impossible')] : []),
    ];
  },
  drivers: {
    automatic: {
      ...throughGateway,
      run: async (targets, verbs) => {
        const paused = await verbs.once('maps', async () => (await seen(targets)).filter(isPaused));
        for (const map of paused.toReversed()) await resume(targets, verbs, map, { catchUp: false });
      },
    },
    guided: {
      guide: async (targets) =>
        guideFor(targets, (await seen(targets)).filter(isPaused).toReversed(), [press, skip]),
      run: (targets, verbs) => watchLeft(verbs, async () => (await seen(targets)).filter(isPaused)),
    },
  },
});
