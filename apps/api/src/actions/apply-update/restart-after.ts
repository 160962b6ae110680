import type { Verbs } from '@portico/plan/action';
import { msg, text } from '@portico/plan/text';
import { ownSite } from '../../site-config/read-sites.ts';
import type { Targets } from '../../targets/targets.ts';
import { at } from '../change-site/on-site.ts';
import { explaining } from '../site-operation.ts';

const restarting = msg({
  id: 'apply-update.restarting',
  defaultMessage:
    'Everything is written. The site restarts, so that visitors see it at once and not within fifteen minutes.',
});

/** Visitors see a change within 15 minutes, and at once after a restart (Power Pages, clear-server-side-cache). */
export async function restartAfter(targets: Targets, verbs: Verbs): Promise<void> {
  await verbs.say('restarting', text(restarting));
  await verbs.once('restart', async ({ unanswered, write }) => {
    // A second restart would do no harm, and none is asked for where the first may have been heard.
    if (unanswered > 0) return null;
    const where = await at(targets, await ownSite(targets));
    await write(() => explaining(() => targets.websites.restartWebsite(where)));
    return null;
  });
}
