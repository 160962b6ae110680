import type { Verbs } from '@portico/plan/action';
import { msg, text } from '@portico/plan/text';
import { ownSite } from '../../site-config/read-sites.ts';
import type { Targets } from '../../targets/targets.ts';
import { at } from '../change-site/on-site.ts';
import { isAway } from '../restart-site.ts';
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
    // That it is away now is all that tells of a restart; a second one would do no harm.
    if (unanswered > 0 && (await isAway(targets, await addressOf(targets)))) return null;
    const where = await at(targets, await ownSite(targets));
    await write(() => explaining(() => targets.websites.restartWebsite(where)));
    return null;
  });
}

/** Undefined where the site was decided on: then its address is known. */
const addressOf = async (targets: Targets): Promise<string | undefined> =>
  targets.answers['portal-site'] ? undefined : ((await ownSite(targets)).websiteUrl ?? '');
