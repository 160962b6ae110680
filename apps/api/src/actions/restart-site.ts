import { msg, text } from '@portico/plan/text';
import { getSite } from '../targets/portal-site.ts';
import { read } from '../targets/read.ts';
import type { Targets } from '../targets/targets.ts';
import { at, guideOn, line } from './change-site/on-site.ts';
import { defineAction } from './define-action.ts';
import { explaining } from './site-operation.ts';

const restart = msg({
  id: 'restart-site.change',
  defaultMessage: 'Restart {name}: it is away for some minutes, and reads its settings anew',
});
const press = msg({
  id: 'restart-site.guide.press',
  defaultMessage: 'Select “Site Actions”, then “Restart site”, and confirm.',
});
const settling = msg({
  id: 'restart-site.settling',
  defaultMessage: 'Microsoft restarts the site: we look until it goes away, or must be back.',
});
const watching = msg({
  id: 'restart-site.watching',
  defaultMessage: 'We watch until the site is away for its restart.',
});

/** Seconds after which it is back: it takes effect after one or two minutes (microsoft/power-platform-skills). */
const takes = 240;

/** A site that doesn’t answer, or that doesn’t know its new settings yet, is often helped by a restart. */
export default defineAction({
  title: msg({ id: 'restart-site.title', defaultMessage: 'Restart the site' }),
  left: msg({
    id: 'restart-site.left',
    defaultMessage: 'Where Microsoft was asked, the site restarts; nothing of it is lost.',
  }),
  changes: async (targets) => [
    line(text(restart, { name: (await getSite(targets)).name ?? '' }), 'impossible'),
  ],
  drivers: {
    automatic: {
      run: async (targets, verbs) => {
        await verbs.once('restart', async ({ unanswered, write }) => {
          // That it is away now is all that tells of a restart; a second one would do no harm.
          if (unanswered > 0 && (await isAway(targets))) return null;
          const where = await at(targets, await getSite(targets));
          await write(() => explaining(() => targets.websites.restartWebsite(where)));
          return null;
        });
        // Seen to be away, or as long as it takes has passed between two looks.
        let looked = false;
        const wait = { says: text(settling), for: 'upstream', every: takes, usually: takes } as const;
        await verbs.until('away', wait, async () => {
          if (looked || (await isAway(targets))) return true;
          looked = true;
          return undefined;
        });
      },
    },
    guided: {
      guide: (targets) => guideOn(targets, [text(press)]),
      run: async (targets, verbs) => {
        await verbs.until(
          'away',
          { says: text(watching), for: 'person', every: 20, usually: takes },
          async () => {
            // While it is in the list it restarts, and isn't gone.
            await getSite(targets);
            return (await isAway(targets)) ? true : undefined;
          },
        );
      },
    },
  },
});

/** The decided address. */
const addressIn = ({ cloud, answers }: Targets): string =>
  `${cloud.scheme}//${answers['portal-site']?.subdomain}.${cloud.siteDomain}`;

/** While it restarts its address answers that it is being set up, or nothing. */
export async function isAway(targets: Targets, url = addressIn(targets)): Promise<boolean> {
  return 'refused' in (await read(targets.probe(url), ['upstream-unavailable']));
}
