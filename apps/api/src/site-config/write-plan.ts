import { Problem } from '@portico/contract/problems';
import { applyPlan, type Plan, type Write } from '@portico/merge/plan';
import type { SiteRecord } from '@portico/merge/record';
import type { Attempt } from '@portico/plan/action';
import type { ProblemRecord } from '@portico/plan/finding';
import { idsIn } from '../targets/rows.ts';
import type { Targets } from '../targets/targets.ts';
import { textOf } from '../targets/text-of.ts';
import type { Captured } from './archive.ts';
import type { CapturedSite } from './captured-site.ts';
import { byId, editedSince, hasCome, idsOf, pagesBelow } from './compare-rows.ts';
import { named } from './overview.ts';
import { readSite } from './read-sites.ts';
import { sendSet } from './send-set.ts';
import { describeTables } from './table-shape.ts';
import type { Target } from './write-requests.ts';

/** One change set of a plan: what it writes, and the site as it was before the plan. */
export interface SetToWrite {
  /** Tells sets apart, so that no two share a boundary. */
  readonly name: string;
  readonly writes: readonly Write[];
  /** What was written before this one. */
  readonly earlier: readonly Write[];
  readonly before: Captured;
  readonly generated?: readonly string[];
}

/**
 * Writes one change set, once: where nobody knows whether an earlier try arrived, the site is read first, and where it
 * holds what no version guards. Else each row's version is looked at by Dataverse in the set itself, and reading all of
 * a large site before each of its sets would find nothing that this doesn't. A refusal is an answer, so that whoever has
 * written sets before can take them back.
 */
export async function writeSet(
  targets: Targets,
  { name, writes, earlier, before, generated = [] }: SetToWrite,
  { unanswered, write }: Attempt,
): Promise<{ readonly refused?: ProblemRecord }> {
  refuseReadOnly(before);
  const client = await targets.dataverse();
  /** Whether an earlier try arrived; it may do so while the site is read, and later. */
  const arrived = (now: Captured) => unanswered > 0 && hasCome(writes, { earlier, before, now });
  const isUnguarded = unanswered > 0 || hasUnguarded(writes, generated);
  const looked = isUnguarded ? await readSite(targets) : undefined;
  const shapes = looked?.shapes ?? (await describeTables(client));
  const hasVersions = writes.every(({ table }) => shapes.get(table)?.guarded);
  const site = looked ?? (hasVersions ? undefined : await readSite(targets));
  if (site) {
    refuseReadOnly(site);
    if (arrived(site)) return {};
    const edited = editedMeanwhile({ name, writes, earlier, before, generated }, site);
    if (edited.length > 0) {
      if (unanswered > 0 && arrived(await readSite(targets))) return {};
      return { refused: new Problem('site-edited', { values: named(edited) }).record };
    }
  }
  const target = await targetOf(
    targets,
    { shapes, before, now: site?.snapshot.records ?? [] },
    writes,
    generated,
  );
  const seal = await targets.archive.seal();
  try {
    await write(() =>
      sendSet(client, writes, target, {
        batch: seal(`batch ${name}`).slice(0, 24),
        set: seal(`set ${name}`).slice(0, 24),
      }),
    );
    return {};
  } catch (error) {
    if (!(error instanceof Problem) || !refusals.has(error.code)) throw error;
    const now = await readSite(targets);
    if (arrived(now)) return {};
    const edited = error.code === 'site-edited' ? whoEdited({ writes, earlier, before }, now) : {};
    return { refused: { ...error.record, ...edited } };
  }
}

/**
 * Only the standard data model is written. On the enhanced one a file can't be part of a change set (PAD,
 * file-column-data), so nothing there happens as a whole. @throws Problem `site-read-only`
 */
export function refuseReadOnly({ snapshot }: Pick<Captured, 'snapshot'>): void {
  if (snapshot.model !== 'standard') throw new Problem('site-read-only');
}

const refusals: ReadonlySet<string> = new Set(['update-refused', 'site-edited']);

/** A refusal names no record, or one by its id: people know them by their names. */
function whoEdited(
  { writes, earlier, before }: Pick<SetToWrite, 'writes' | 'earlier' | 'before'>,
  now: Captured,
): Pick<ProblemRecord, 'values'> {
  const written = new Set(earlier.map(({ id }) => id));
  // What is new may be a page that the portal has made.
  const own = { writes: writes.filter(({ id, op }) => op !== 'create' && !written.has(id)) };
  const edited = editedSince(own, before, now);
  return edited.length > 0 ? { values: named(edited) } : {};
}

/**
 * Whether a set changes what no version guards, whatever the table: relationships and files' notes, which move none of
 * their row's, and pages that the portal made by itself.
 */
const hasUnguarded = (writes: readonly Write[], generated: readonly string[]): boolean =>
  writes.some(({ op, table, id }) =>
    op === 'create' ? generated.includes(id) : takesSets(op) || table === 'adx_webfile',
  );

/** Whether relationships change by it: they go with a row that is deleted. */
const takesSets = (op: Write['op']): boolean => op === 'link' || op === 'delete';

/** Relationships, contents of files that are new to us, pages that the portal made, and rows of tables without versions. */
function editedMeanwhile(
  { writes, earlier, before, generated = [] }: SetToWrite,
  { snapshot, notes, shapes }: CapturedSite,
): readonly SiteRecord[] {
  const { made } = pagesBelow([...earlier, ...writes], { snapshot });
  const [then, now] = [byId(before.snapshot.records), byId(snapshot.records)];
  const said = byId(applyPlan(before.snapshot.records, { writes: earlier }));
  const setsIn = (records: typeof now, id: string) => JSON.stringify(records.get(id)?.sets ?? {});
  const touched = new Set(idsOf(earlier));
  const isMoved = ({ table, id }: Write) =>
    !shapes.get(table)?.guarded && !touched.has(id) && then.get(id)?.etag !== now.get(id)?.etag;
  const meant = writes.filter((write) => {
    if (write.op === 'create') return generated.includes(write.id) && !made.includes(write.id);
    if (takesSets(write.op) && setsIn(said, write.id) !== setsIn(now, write.id)) return true;
    return write.op !== 'link' && (isMoved(write) || before.notes[write.id]?.etag !== notes[write.id]?.etag);
  });
  return meant.flatMap(({ id }) => now.get(id) ?? []);
}

interface Around {
  readonly before: Captured;
  /** The site as it was read just now, if it was. */
  readonly now: readonly SiteRecord[];
}

async function targetOf(
  targets: Targets,
  { shapes, before, now }: Pick<CapturedSite, 'shapes'> & Around,
  writes: readonly Write[],
  generated: readonly string[],
): Promise<Target> {
  const files = new Map<string, Buffer>();
  for (const hash of writes.flatMap((write) =>
    'body' in write && write.body && 'hash' in write.body ? [write.body.hash] : [],
  )) {
    const content = await targets.archive.file(hash);
    if (content) files.set(hash, content);
  }
  return {
    shapes,
    notes: before.notes,
    website: before.snapshot.website,
    root: await targets.dataversePage('api/data/v9.2'),
    generated: new Map(generated.map((id) => [id, now.find((record) => record.id === id)?.etag])),
    file(hash) {
      const content = files.get(hash);
      if (!content) throw new Problem('not-found', { values: { missing: 'file' } });
      return content;
    },
  };
}

/**
 * Pages that the portal made by itself when their root page was created, by the id that was planned for them: one for
 * each language (Power Pages, application lifecycle). They are changed and not created once more.
 */
export async function findGenerated(targets: Targets, { writes }: Plan): Promise<Record<string, string>> {
  const expected = writes.flatMap((write) => {
    if (write.op !== 'create' || !write.mayExist) return [];
    const root = write.refs?.['adx_rootwebpageid'];
    const language = write.refs?.['adx_webpagelanguageid'];
    return root && language ? [{ id: write.id, root, language }] : [];
  });
  const roots = idsIn('_adx_rootwebpageid_value', [...new Set(expected.map(({ root }) => root))]);
  if (roots === undefined) return {};
  const rows = await targets.rows({
    set: 'adx_webpages',
    $select: 'adx_webpageid,_adx_rootwebpageid_value,_adx_webpagelanguageid_value',
    $filter: roots,
  });
  return Object.fromEntries(
    expected.flatMap(({ id, root, language }) => {
      const made = rows.find(
        (row) =>
          textOf(row['_adx_rootwebpageid_value']).toLowerCase() === root &&
          textOf(row['_adx_webpagelanguageid_value']).toLowerCase() === language,
      );
      return made ? [[id, textOf(made['adx_webpageid']).toLowerCase()]] : [];
    }),
  );
}
