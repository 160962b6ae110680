import { Problem } from '@portico/contract/problems';
import { inferBaseline, withoutSets } from '@portico/merge/baseline';
import { standard } from '@portico/merge/tables/standard';
import type { Website } from '@portico/microsoft/services/websites';
import { hasFailed, isCustomerPortal, recordOf } from '../targets/portal-site.ts';
import { createdAt } from '../targets/site-clock.ts';
import type { Targets } from '../targets/targets.ts';
import type { Captured, Kept } from './archive.ts';
import { captureSite } from './capture-site.ts';
import type { CapturedSite } from './captured-site.ts';
import { updateChoices } from './decisions-of.ts';
import { keptSides, type Merging } from './merge-kept.ts';

/** The site that is kept up to date: the decided one, or the environment's only Customer Portal. */
export async function ownSite(targets: Pick<Targets, 'answers' | 'sites'>): Promise<Website> {
  const decided = targets.answers['portal-site']?.subdomain;
  const sites = (await targets.sites()).filter((site) => !hasFailed(site));
  const named = sites.find(({ subdomain }) => subdomain?.toLowerCase() === decided);
  const found =
    named ??
    sites.find((site) => isCustomerPortal(site) === 'yes') ??
    sites.find((site) => isCustomerPortal(site) === 'maybe');
  if (!found) throw new Problem('not-found', { values: { missing: 'site' } });
  return found;
}

const withoutShapes = ({ shapes: _, ...captured }: CapturedSite): Captured => captured;

/** Reads the site as it is now. */
export async function readSite(targets: Targets): Promise<CapturedSite> {
  const [client, site, environment] = await Promise.all([
    targets.dataverse(),
    ownSite(targets),
    targets.environment(),
  ]);
  const { dataModel } = site;
  const of = { environment: environment.name, website: recordOf(site), dataModel, at: targets.now() };
  return captureSite(client, of, targets.archive);
}

/** Reads the site as it is now, and keeps it as what was looked at last. @throws Problem `site-partly-read` */
export async function lookAtSite(targets: Targets): Promise<Kept<'live'>> {
  const site = await readSite(targets);
  await refuseVanished(targets.archive, site);
  return targets.archive.keep('live', withoutShapes(site));
}

/** A table that had records and isn't there any more is hidden for a moment, as while a solution is updated: people delete records. */
async function refuseVanished(
  archive: Targets['archive'],
  { snapshot, shapes }: CapturedSite,
): Promise<void> {
  // Where every table is there none has gone, and what was read before needn't be opened.
  if (shapes.size === 0 || Object.keys(standard).every((table) => shapes.has(table))) return;
  const before = (await archive.latest('live'))?.content;
  if (before?.snapshot.website !== snapshot.website || before.snapshot.model !== snapshot.model) return;
  const gone = new Set(before.snapshot.records.flatMap(({ table }) => (shapes.has(table) ? [] : [table])));
  if (gone.size > 0) throw new Problem('site-partly-read', { values: { names: [...gone].join(', ') } });
}

/** Reads the site that the new template made, and keeps it; what somebody gave or another set-up has isn't read anew. */
export async function lookAtTemplate(targets: Targets): Promise<Kept<'template'>> {
  const chosen = targets.answers.update?.template;
  if (!chosen) throw new Problem('answers-missing', { values: { step: 'update' } });
  if ('kept' in chosen) {
    const { archive } = targets;
    const given = (await archive.find('imported', chosen.kept)) ?? (await archive.shared(chosen.kept));
    if (!given) throw new Problem('not-found', { values: { missing: 'snapshot' } });
    return archive.keep('template', { ...given.content, kept: chosen.kept });
  }
  const client = await targets.dataverseOf(chosen.environment);
  const captured = await captureSite(client, { ...chosen, at: targets.now() }, targets.archive);
  return targets.archive.keep('template', withoutShapes(captured));
}

/**
 * The baseline; where there is none yet, the site as it is now, when nobody has touched it, else what nobody touched of
 * it stands for one and says so.
 */
export async function baselineOf(targets: Targets): Promise<Kept<'baseline'>> {
  const site = await ownSite(targets);
  const kept = await targets.archive.latest('baseline');
  if (kept?.content.snapshot.website === recordOf(site)) return kept;
  // Kept as what was looked at, too: what an update would come to can be said before anybody looks again.
  const { content } = await lookAtSite(targets);
  const { snapshot } = content;
  const untouched = snapshot.records.every((record) => record.untouched !== false && !record.inactive);
  const made = createdAt(site);
  const isNew = made !== undefined && targets.now().getTime() - made < day;
  const whole = isNew ? snapshot : withoutSets(snapshot);
  return targets.archive.keep('baseline', {
    ...content,
    snapshot: untouched ? whole : inferBaseline(snapshot),
    ...(made === undefined ? {} : { made: new Date(made).toISOString() }),
  });
}

/** Milliseconds; a site that is no older has been given to nobody yet. */
const day = 86_400_000;

/**
 * The update as it stands: what was read last, merged, with what is decided. Undefined before all was read.
 * @param looked another reading of the site than the last one
 */
export async function updateOf(targets: Targets, looked?: string): Promise<Merging | undefined> {
  const latest = await keptSides(targets.archive);
  const live = looked === undefined ? undefined : await targets.archive.find('live', looked);
  const sides = latest && { ...latest, live: live ?? latest.live };
  const chosen = targets.answers.update?.template;
  // A template that was chosen since isn't the one that was read.
  if (!sides || !chosen || !isChosen(sides.template.content, chosen)) return undefined;
  return targets.merge(sides, updateChoices(targets.choices, sides.baseline.content));
}

type Chosen = NonNullable<Targets['answers']['update']>['template'];
const isChosen = ({ snapshot, kept }: Captured, chosen: Chosen): boolean =>
  'kept' in chosen ? kept === chosen.kept : kept === undefined && snapshot.website === chosen.website;
