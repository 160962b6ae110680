import type { Verbs } from '@portico/plan/action';
import { msg, type Message, text } from '@portico/plan/text';
import { findSite, getSite, isVisible } from '../../targets/portal-site.ts';
import type { Targets } from '../../targets/targets.ts';
import { explained } from '../site-operation.ts';
import { at } from './on-site.ts';

const waiting = msg({
  id: 'change-site.showing',
  defaultMessage: 'Microsoft restarts the site; that takes some minutes.',
});

/** Makes the site public or private, unless it is so already: asking again would restart it once more. */
export async function show(
  targets: Targets,
  verbs: Verbs,
  { to, already }: { readonly to: 'public' | 'private'; readonly already: Message },
): Promise<void> {
  const was = await verbs.once('show', async ({ write }) => {
    const site = await getSite(targets);
    if (isVisible(site, to)) return true;
    await write(async () => ask(targets, { ...(await at(targets, site)), siteVisibility: to }));
    return false;
  });
  if (was) await verbs.say('already', text(already));
  await verbs.until('shown', { says: text(waiting), for: 'upstream', every: 20, usually: 180 }, async () => {
    const site = await findSite(targets);
    return site && isVisible(site, to) ? true : undefined;
  });
}

async function ask(
  targets: Targets,
  asked: Parameters<Targets['websites']['updateSiteVisibility']>[0],
): Promise<void> {
  try {
    await targets.websites.updateSiteVisibility(asked);
  } catch (error) {
    throw explained(error);
  }
}
