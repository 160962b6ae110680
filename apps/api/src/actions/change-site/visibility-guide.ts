import type { FindingFacts } from '@portico/contract/findings';
import type { Guide } from '@portico/plan/action';
import type { Finding } from '@portico/plan/finding';
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

/** The clicks of the studio (power-pages-docs, security/site-visibility). */
export async function visibilityGuide(targets: Targets, visibility: 'Public' | 'Private'): Promise<Guide> {
  const [{ name }, link] = await Promise.all([getSite(targets), sitesPage(targets)]);
  return {
    who: 'environment-admin',
    link,
    steps: [text(edit, { name: name ?? '' }), text(security), text(select, { visibility })],
    notice: text(notice),
  };
}

/** Whether the check says that the site stands so; its facts are of this shape (findings.ts). */
export const stands =
  (visibility: 'public' | 'private') =>
  (finding: Finding | undefined): boolean =>
    (finding?.facts as FindingFacts['site-public'] | undefined)?.visibility === visibility;
