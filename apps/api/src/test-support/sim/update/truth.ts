import { createHash } from 'node:crypto';
import type { Plan, Write } from '@portico/merge/plan';
import type { World } from '@portico/twin/world';
import type { Row } from '@portico/twin/world/dataverse';
import { isTogether } from './edits.ts';
import { liveOf } from './small-world.ts';

export interface Standing {
  /** Writes of which the site says all. */
  readonly there: number;
  /** Of which it says nothing. */
  readonly away: number;
  readonly neither: readonly string[];
}

/** How much of a plan is in the site, by the twin's own rows. What people have edited since counts for nothing. */
export function standingOf(twin: World, { writes }: Plan, edited: ReadonlySet<string>): Standing {
  let [there, away] = [0, 0];
  const neither: string[] = [];
  for (const write of writes) {
    if (edited.has(write.id) || edited.has(realIdOf(twin, write))) continue;
    const [is, was] = [says(twin, write, 'now'), says(twin, write, 'before')];
    if (is) there += 1;
    if (was) away += 1;
    if (!is && !was) neither.push(`${write.op} ${write.table} ${write.id}`);
  }
  return { there, away, neither };
}

/** The id that the row of a write has, which the portal may have made by itself. */
export function realIdOf(twin: World, write: Write): string {
  if (write.op !== 'create' || !write.mayExist) return write.id;
  const page = byRoot(liveOf(twin).tables['adx_webpages'] ?? [], write.refs ?? {});
  return page ? String(page['adx_webpageid']) : write.id;
}

/** The rows that a plan is about, and those that the portal makes of them: a new root page has pages below it. */
export function rowsOf(twin: World, { writes }: Plan): ReadonlySet<string> {
  const created = new Set(writes.flatMap(({ op, id }) => (op === 'create' ? [id] : [])));
  const below = (liveOf(twin).tables['adx_webpages'] ?? []).filter((row) =>
    created.has(String(row['_adx_rootwebpageid_value'])),
  );
  return new Set([
    ...writes.map((write) => realIdOf(twin, write)),
    ...below.map((row) => String(row['adx_webpageid'])),
  ]);
}

/** Whether a row is there that it made, or that the portal made of one, and somebody has edited it. */
export function touchesNew(twin: World, { writes }: Plan, edited: ReadonlySet<string>): boolean {
  const made = writes.filter(({ op }) => op === 'create');
  const rows = rowsOf(twin, { writes: made });
  const { tables } = liveOf(twin);
  return made.some(({ table }) =>
    (tables[`${table}s`] ?? []).some((row) => {
      const id = String(row[`${table}id`]);
      return rows.has(id) && edited.has(id);
    }),
  );
}

const columnOf = (ref: string): string => `_${ref.toLowerCase()}_value`;

/** Whether the site says of a record what it says after a write, or before it. */
function says(twin: World, write: Write, when: 'now' | 'before'): boolean {
  const organization = liveOf(twin);
  const { table, id } = write;
  const rows = organization.tables[`${table}s`] ?? [];
  const generated = write.op === 'create' && write.mayExist ? byRoot(rows, write.refs ?? {}) : undefined;
  const row = rows.find((each) => each[`${table}id`] === id) ?? generated;
  const now = when === 'now';
  switch (write.op) {
    case 'create':
      if (!now) return row === undefined;
      return row !== undefined && row['statecode'] !== 1 && holds(row, write) && bodyIs(twin, id, write.body);
    case 'update': {
      const { fields, refs, body } = now ? write : write.was;
      return row !== undefined && holds(row, { fields, refs }) && bodyIs(twin, id, body);
    }
    case 'link': {
      const [add, remove] = now ? [write.add, write.remove] : [write.remove, write.add];
      return (
        add.every((role) => isTogether(organization, id, role)) &&
        !remove.some((role) => isTogether(organization, id, role))
      );
    }
    case 'deactivate':
      return row?.['statecode'] === (now ? 1 : 0);
    case 'reactivate':
      return row?.['statecode'] === (now ? 0 : 1);
    case 'delete':
  }
  return (row === undefined) === now;
}

/** The page that the portal made by itself for a language. */
const byRoot = (rows: readonly Row[], refs: Readonly<Record<string, string | null>>): Row | undefined =>
  rows.find(
    (row) =>
      row['_adx_rootwebpageid_value'] === refs['adx_rootwebpageid'] &&
      row['_adx_webpagelanguageid_value'] === refs['adx_webpagelanguageid'],
  );

type Values = Pick<Extract<Write, { op: 'create' }>, 'fields' | 'refs'>;

/** Choices and flags at first are absent in a record and false in a row. */
const holds = (
  row: Row,
  { fields = {}, refs = {} }: { [K in keyof Values]?: Values[K] | undefined },
): boolean =>
  Object.entries(fields).every(
    ([name, value]) => (row[name] ?? null) === value || (value === null && row[name] === false),
  ) && Object.entries(refs).every(([name, value]) => (row[columnOf(name)] ?? null) === value);

function bodyIs(twin: World, file: string, body: Extract<Write, { op: 'create' }>['body']): boolean {
  if (body === undefined) return true;
  const notes = (liveOf(twin).tables['annotations'] ?? []).filter((row) => row['_objectid_value'] === file);
  if (body === null) return notes.length === 0;
  if (notes.length !== 1) return false;
  const bytes = Buffer.from(String(notes[0]?.['documentbody']), 'base64');
  return 'hash' in body
    ? createHash('sha256').update(bytes).digest('hex') === body.hash
    : bytes.toString() === body.text;
}

/** What is there twice, though it can be there only once. */
export function doubled(twin: World): readonly string[] {
  const { tables } = liveOf(twin);
  const keys = [
    ...(tables['adx_webpages'] ?? [])
      .filter((row) => row['statecode'] !== 1)
      .map((row) =>
        [
          'page',
          row['_adx_parentpageid_value'],
          row['adx_partialurl'],
          // Absent is no.
          row['adx_isroot'] === true,
          row['_adx_webpagelanguageid_value'],
        ].join(' '),
      ),
    ...(tables['annotations'] ?? []).map((row) => `file of ${String(row['_objectid_value'])}`),
    ...['adx_contentsnippet', 'adx_sitesetting'].flatMap((table) =>
      (tables[`${table}s`] ?? [])
        .filter((row) => row['statecode'] !== 1)
        .map((row) => `${table} ${String(row['adx_name'])}`),
    ),
    ...(tables['adx_entitypermission_webroleset'] ?? []).map(
      (row) => `role ${String(row['adx_entitypermissionid'])} ${String(row['adx_webroleid'])}`,
    ),
  ];
  return [...new Set(keys.filter((key, index) => keys.indexOf(key) !== index))];
}
