import type { Guide } from '@portico/plan/action';
import { msg, text } from '@portico/plan/text';
import { getSite, sitesPage } from '../../targets/portal-site.ts';
import type { Targets } from '../../targets/targets.ts';

const edit = msg({ id: 'change-site.guide.edit', defaultMessage: 'On “{name}”, select “Edit”.' });
const security = msg({
  id: 'change-site.guide.security',
  defaultMessage: 'Select “Security”, then “Site visibility”.',
});
const select = msg({
  id: 'change-site.guide.visibility',
  defaultMessage: 'On the card “This site is”, select “{visibility}”.',
});
const notice = msg({
  id: 'change-site.guide.visibility.notice',
  defaultMessage: 'We notice when the list of sites says so, within a minute.',
});

/** As the studio writes them. */
const named = { public: 'Public', private: 'Private' } as const;

/** The clicks of the studio (power-pages-docs, security/site-visibility). */
export async function visibilityGuide(targets: Targets, to: 'public' | 'private'): Promise<Guide> {
  const [{ name }, link] = await Promise.all([getSite(targets), sitesPage(targets)]);
  return {
    who: 'environment-admin',
    link,
    steps: [text(edit, { name: name ?? '' }), text(security), text(select, { visibility: named[to] })],
    notice: text(notice),
  };
}
