import type { About } from '../store/database.ts';
import type { Store } from '../store/open-store.ts';
import { aboutOf } from './about.ts';
import { knowing, openContent } from './site-archive.ts';

/** A template that some set-up of a tenant has met; the same one at several of them is one. */
export interface KnownTemplate
  extends Pick<About, 'fingerprint' | 'language' | 'model' | 'name' | 'from' | 'touched'> {
  /** By which any set-up of the tenant can choose it. */
  readonly id: string;
  /** When it was met first, by the oldest of what is kept of it: nobody tells when Microsoft published it. ISO 8601. */
  readonly seen: string;
  /** The title of the set-up that has it. */
  readonly setUp: string;
  /** Sites that it was read from. */
  readonly websites: ReadonlySet<string>;
  /** Environments that it was read in; undefined stands for a file, and for what nobody knows. */
  readonly environments: ReadonlySet<string | undefined>;
}

/** What a set-up's site stands on. */
export interface Standing {
  readonly run: string;
  readonly title: string;
  readonly baseline: { readonly id: string; readonly about: About };
  /** The template that was taken over last; without it the site stands on what it was made from. */
  readonly took?: About;
  /** When the site was looked at last, ISO 8601. */
  readonly looked?: string;
  /** The template that it is compared with, as this set-up keeps it: decisions about its new records hold for that one. */
  readonly compared?: Pick<KnownTemplate, 'id' | 'fingerprint'>;
}

/** What is known in a tenant, by what its set-ups have kept. */
export interface Known {
  /** Oldest first. */
  readonly templates: readonly KnownTemplate[];
  /** By title. */
  readonly standings: readonly Standing[];
}
export type ReadKnown = (tenant: string) => Promise<Known>;

interface Row {
  readonly id: string;
  readonly run: string;
  readonly title: string;
  readonly role: string;
  readonly about: About;
}

/** Reads it without opening what is kept: however many set-ups there are, it is two questions. */
export const knownTemplates =
  ({ db }: Pick<Store, 'db'>): ReadKnown =>
  async (tenant) => {
    const ofTenant = db
      .selectFrom('archived')
      .innerJoin('runs', 'runs.id', 'archived.run')
      .where('runs.tenant', '=', tenant);
    const [found, looks] = await Promise.all([
      ofTenant
        .select(['archived.id', 'archived.run', 'archived.role', 'archived.about', 'runs.title'])
        .where('archived.role', 'in', knowing)
        .orderBy('archived.seq')
        .execute(),
      ofTenant
        .select(['archived.run', ({ fn }) => fn.max('archived.at').as('at')])
        .where('archived.role', '=', 'live')
        .groupBy('archived.run')
        .execute(),
    ]);
    const looked = new Map(looks.map(({ run, at }) => [run, new Date(at).toISOString()]));
    const rows: Row[] = [];
    for (const { about, ...row } of found) rows.push({ ...row, about: about ?? (await describe(row.id)) });
    const runs = [...Map.groupBy(rows, ({ run }) => run).values()];
    return {
      templates: templatesIn(rows),
      standings: runs
        .flatMap((own) => standingIn(own, looked) ?? [])
        .sort((one, other) => one.title.localeCompare(other.title)),
    };

    /** What was kept before anybody asked. */
    async function describe(id: string): Promise<About> {
      const query = db.selectFrom('archived').select('content').where('id', '=', id);
      const { content } = await query.executeTakeFirstOrThrow();
      const about = aboutOf(await openContent<'template'>(content));
      await db
        .updateTable('archived')
        .set({ about: JSON.stringify(about) })
        .where('id', '=', id)
        .execute();
      return about;
    }
  };

/** A baseline counts with the day on which its site was made: when it was kept says nothing of the template. */
const since = ({ made, taken }: About): string => made ?? taken;

function templatesIn(rows: readonly Row[]): readonly KnownTemplate[] {
  const whole = rows.filter(({ about }) => about.whole);
  return [...Map.groupBy(whole, ({ about }) => about.fingerprint).values()]
    .flatMap((same): KnownTemplate[] => {
      const [first] = same.toSorted((one, other) => (since(one.about) < since(other.about) ? -1 : 1));
      if (!first) return [];
      const { fingerprint, language, model, from, touched } = first.about;
      return [
        {
          id: first.id,
          fingerprint,
          language,
          model,
          from,
          touched,
          name: first.about.name,
          seen: since(first.about),
          setUp: first.title,
          websites: new Set(same.map(({ about }) => about.website.toLowerCase())),
          environments: new Set(same.map(({ about }) => about.environment)),
        },
      ];
    })
    .sort((one, other) => (one.seen < other.seen ? -1 : 1));
}

/** Undefined where no baseline is kept. */
function standingIn(own: readonly Row[], looked: ReadonlyMap<string, string>): Standing | undefined {
  const baseline = own.findLast(({ role }) => role === 'baseline');
  if (!baseline) return undefined;
  const { run, title, id, about } = baseline;
  const took = own.find((each) => each.id === about.took)?.about;
  const look = looked.get(run);
  const template = own.findLast(({ role }) => role === 'template');
  return {
    run,
    title,
    baseline: { id, about },
    ...(took ? { took } : {}),
    ...(look === undefined ? {} : { looked: look }),
    ...(template?.about.whole
      ? { compared: { id: template.id, fingerprint: template.about.fingerprint } }
      : {}),
  };
}

/** Why a template isn’t one to take over at a site. */
export type Unfit = 'own' | 'language' | 'model' | 'stands';

export function unfitFor({ baseline, took }: Standing, template: KnownTemplate): Unfit | undefined {
  const { about } = baseline;
  if (template.websites.has(about.website.toLowerCase())) return 'own';
  // An environment has one portal: another one that was read there was there before, whatever its dates say.
  const { environments } = template;
  if (environments.size === 1 && about.environment !== undefined && environments.has(about.environment))
    return 'own';
  if (template.language !== about.language) return 'language';
  if (template.model !== about.model) return 'model';
  return template.fingerprint === (took ?? about).fingerprint ? 'stands' : undefined;
}

/** The newest template that a site could take over, and that was met after the one it stands on. */
export function newerFor(standing: Standing, templates: Known['templates']): KnownTemplate | undefined {
  const about = standing.took ?? standing.baseline.about;
  const met = templates.find(({ fingerprint }) => fingerprint === about.fingerprint)?.seen ?? since(about);
  return templates.findLast(
    (template) => unfitFor(standing, template) === undefined && (about.inferred || template.seen > met),
  );
}
