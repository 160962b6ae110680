import type { FindingFacts } from '@portico/contract/findings';
import type { Verbs } from '@portico/plan/action';
import { type Message, msg, text } from '@portico/plan/text';
import { findSite, getSite, isVisible } from '../../targets/portal-site.ts';
import type { Targets } from '../../targets/targets.ts';
import { type AnyAction, defineAction } from '../define-action.ts';
import { explaining } from '../site-operation.ts';
import { at, line, watchSite } from './on-site.ts';
import { visibilityGuide } from './visibility-guide.ts';

const waiting = msg({
  id: 'change-site.showing',
  defaultMessage: 'Microsoft restarts the site; that takes some minutes.',
});

/** What an action says that makes a site public or private. */
interface Words {
  readonly title: Message;
  readonly left: Message;
  /** With the site's `name` and `url`. */
  readonly change: Message;
  readonly restart: Message;
  readonly already: Message;
  readonly watching: Message;
}

/** The action that makes a site public, or private; the other one takes it back. */
export const showing = (to: 'public' | 'private', words: Words): AnyAction =>
  defineAction({
    title: words.title,
    left: words.left,
    // Facts of this check are of this shape (findings.ts).
    holds: (finding) => (finding?.facts as FindingFacts['site-public'] | undefined)?.visibility === to,
    changes: async (targets) => {
      const site = await getSite(targets);
      if (isVisible(site, to)) return [];
      return [
        line(text(words.change, { name: site.name ?? '', url: site.websiteUrl ?? '' }), 'possible'),
        line(text(words.restart), 'impossible'),
      ];
    },
    drivers: {
      automatic: { run: (targets, verbs) => show(targets, verbs, to, words.already) },
      guided: {
        guide: (targets) => visibilityGuide(targets, to),
        run: watchSite({
          says: words.watching,
          done: (site) => site !== undefined && isVisible(site, to),
        }),
      },
    },
  });

/** Unless it is so already: asking again would restart it once more. */
async function show(
  targets: Targets,
  verbs: Verbs,
  to: 'public' | 'private',
  already: Message,
): Promise<void> {
  const was = await verbs.once('show', async ({ write }) => {
    const site = await getSite(targets);
    if (isVisible(site, to)) return true;
    const where = { ...(await at(targets, site)), siteVisibility: to };
    await write(() => explaining(() => targets.websites.updateSiteVisibility(where)));
    return false;
  });
  if (was) await verbs.say('already', text(already));
  await verbs.until('shown', { says: text(waiting), for: 'upstream', every: 20, usually: 180 }, async () => {
    const site = await findSite(targets);
    return site && isVisible(site, to) ? true : undefined;
  });
}
