import type { Change, Guide, Verbs } from '@portico/plan/action';
import { type Message, msg, type Text, text } from '@portico/plan/text';
import type { Website } from '@portico/microsoft/services/websites';
import { findSite, sitesAdminPage } from '../../targets/portal-site.ts';
import type { Targets } from '../../targets/targets.ts';

const manage = msg({
  id: 'change-site.guide.manage',
  defaultMessage: 'Select “{name}”, then “Manage”. If it isn’t in the list: “Manage”, “Power Pages”.',
});
const notice = msg({
  id: 'change-site.guide.notice',
  defaultMessage: 'We notice when it is done, within a minute.',
});

/** One line of a dry run about the site. */
export const line = (says: Text, undo: Change['undo'], system = 'Power Pages'): Change => ({
  system,
  says,
  undo,
});

/** The site in the admin centre, and what to select there (power-pages-docs, admin/admin-overview). */
export async function guideOn(targets: Targets, steps: readonly Text[]): Promise<Guide> {
  const name = (await findSite(targets))?.name;
  return {
    who: 'environment-admin',
    link: sitesAdminPage(targets),
    steps: [text(manage, { name: name ?? '' }), ...steps],
    notice: text(notice),
  };
}

interface Watch {
  readonly says: Message;
  readonly done: (site: Website | undefined) => boolean;
}

/** A person does it in Microsoft’s page, and the list of sites tells. */
export const watchSite =
  ({ says, done }: Watch) =>
  async (targets: Targets, verbs: Verbs): Promise<void> => {
    const wait = { says: text(says), for: 'person', every: 20, usually: 600 } as const;
    await verbs.until('done by a person', wait, async () =>
      done(await findSite(targets)) ? true : undefined,
    );
  };

/** Where a call about the site goes. */
export async function at(targets: Targets, site: Website) {
  return { environment: (await targets.environment()).name, website: site.id };
}
