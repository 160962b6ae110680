import type { Guide, Verbs } from '@portico/plan/action';
import { msg, type Text, text } from '@portico/plan/text';
import { sitesPage } from '../../targets/portal-site.ts';
import type { Targets } from '../../targets/targets.ts';
import { watchUntilNone } from '../watch-until-none.ts';
import { isDone, openWork, type OpenWork } from './open-work.ts';

const open = msg({
  id: 'invite-users.guide.open',
  defaultMessage: 'In Power Pages, open the site’s menu “…”, then “Power Pages Management”.',
});
const fill = msg({
  id: 'invite-users.guide.fill',
  defaultMessage: 'Select “Contacts”, open {name}, enter {values}, and select “Save”.',
});
const role = msg({
  id: 'invite-users.guide.role',
  defaultMessage:
    'Select “Web Roles”, open “{role}”, then “Related”, “Contacts”, “Add Existing Contact”, and choose {names}.',
});
const invite = msg({
  id: 'invite-users.guide.invite',
  defaultMessage:
    'Select “Contacts”, open each of {names}, select “Create Invitation”, leave the type “Single”, and select “Save”.',
});
const nothing = msg({
  id: 'invite-users.guide.nothing',
  defaultMessage: 'Everything is there: nothing has to be done. We only look that it is complete.',
});
const notice = msg({
  id: 'invite-users.guide.notice',
  defaultMessage: 'We notice each person within a minute.',
});
const looking = msg({ id: 'invite-users.looking', defaultMessage: 'We look who is invited.' });
const watching = msg({
  id: 'invite-users.watching',
  defaultMessage: '{count, plural, one {One person isn’t} other {# people aren’t}} ready and invited yet.',
});

/** The documented clicks (Power Pages, invite-contacts; Power Apps portals, create-web-roles), for what is still open. */
export async function guideUsers(targets: Targets): Promise<Guide> {
  const [work, link] = await Promise.all([openWork(targets), sitesPage(targets)]);
  return { who: 'environment-admin', link, steps: stepsFor(work), notice: text(notice) };
}

function stepsFor(work: readonly OpenWork[]): readonly Text[] {
  const fills = work.flatMap(({ person: { name, needs } }) => {
    const values = needs.flatMap(({ state, value = '' }) => (state === 'fill' ? [value] : []));
    return values.length > 0 ? [text(fill, { name, values: values.join(', ') })] : [];
  });
  const byRole = Map.groupBy(
    work.filter((each) => each.role),
    (each) => each.role?.name ?? '',
  );
  const roles = [...byRole].map(([name, people]) =>
    text(role, { role: name, names: people.map(({ person }) => person.name).join(', ') }),
  );
  const names = work.flatMap(({ invite: open, person: { name } }) => (open ? [name] : [])).join(', ');
  const invites = names === '' ? [] : [text(invite, { names })];
  const steps = [...fills, ...roles, ...invites];
  return steps.length > 0 ? [text(open), ...steps] : [text(nothing)];
}

/** A person does it there; we look until nothing is open for anybody. */
export function watchUsers(targets: Targets, verbs: Verbs): Promise<void> {
  return watchUntilNone(verbs, {
    looking,
    watching,
    every: 30,
    usually: 900,
    left: async () => (await openWork(targets)).filter((work) => !isDone(work)),
  });
}
