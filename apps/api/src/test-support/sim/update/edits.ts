import type { Plan } from '@portico/merge/plan';
import type { World } from '@portico/twin/world';
import type { Organization, Row } from '@portico/twin/world/dataverse';
import { textOf } from '@portico/twin/world/rows';
import type { Chance } from '../../seeded.ts';
import { editor, liveOf } from './small-world.ts';
import { pictures, secret } from './template.ts';

/** One thing that a person changed in Dataverse. */
export interface Edit {
  readonly table: string;
  readonly id: string;
  /** A column; `body` of a file; `presence`; or a role. */
  readonly cell: string;
  /** What must be found there as long as nobody decides otherwise. A text has it somewhere. */
  readonly value: unknown;
  readonly text: boolean;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Puts it back as it was. */
  readonly revert: () => void;
}

interface Means {
  readonly world: World;
  readonly chance: Chance;
  readonly tell: (line: () => string) => void;
}

/** What people change in the site beside Portico, and whether it is still there. */
export function openEdits({ world, chance, tell }: Means) {
  let edits: Edit[] = [];
  /** The record that was edited last. */
  let last: string | undefined;
  let settled: ReadonlySet<Edit> = new Set();
  let count = 0;
  const organization = () => liveOf(world);
  const set = (table: string) => organization().tables[`${table}s`] ?? [];
  const rowOf = ({ table, id }: Pick<Edit, 'table' | 'id'>) =>
    set(table).find((row) => row[`${table}id`] === id);
  const note = (file: string) => set('annotation').find((row) => row['_objectid_value'] === file);

  const stamp = (row: Row) => {
    const now = organization();
    now.version += 1;
    const modifiedon = world.clock.now().toISOString().replace(/\.\d+/, '');
    Object.assign(row, { versionnumber: now.version, modifiedon, _modifiedby_value: editor });
  };
  const keep = (edit: Omit<Edit, 'at'>) => {
    last = edit.id;
    const same = (each: Edit) => each.id === edit.id && (each.cell === edit.cell || edit.cell === 'presence');
    const replaced = edits.filter((each) => same(each) && !settled.has(each));
    const revert = () => {
      edit.revert();
      for (const old of replaced.toReversed()) old.revert();
    };
    edits = [...edits.filter((each) => !same(each)), { ...edit, at: world.clock.now().getTime(), revert }];
    tell(() => `somebody edits ${edit.table} ${edit.id} ${edit.cell}: ${JSON.stringify(edit.value)}`);
  };
  const change = (
    table: string,
    id: string,
    cell: string,
    column: string,
    row: Row,
    made: (old: string) => unknown,
  ) => {
    const before = row[column];
    const value = made(textOf(before));
    row[column] = value;
    stamp(row);
    const revert = () => {
      const there = rowNow(row, table);
      if (!there) return;
      there[column] = before;
      stamp(there);
    };
    return { table, id, cell, value, revert };
  };
  /** The same row now: a change set that failed leaves copies behind. */
  const rowNow = (row: Row, table: string) => {
    const key = row['annotationid'] === undefined ? table : 'annotation';
    return set(key).find((each) => each[`${key}id`] === row[`${key}id`]);
  };

  const mark = () => `own-${(count += 1)}.`;
  /** In the first line or behind the last: people write where they like. */
  const into = (text: string, own: string): string => {
    const lines = text.split('\n');
    const place = chance.between(0, lines.length - 1);
    return lines.map((line, index) => (index === place ? `${line} ${own}` : line)).join('\n');
  };
  const plain = (table: string, column: string, row: Row) => {
    const own = mark();
    const id = String(row[`${table}id`]);
    const made = change(table, id, column, column, row, (old) => into(old, own));
    keep({ ...made, value: own, text: true });
  };

  const kinds: Readonly<Record<string, (about: (table: string) => Row | undefined) => boolean>> = {
    snippet: (about) =>
      withRow(about('adx_contentsnippet'), (row) => plain('adx_contentsnippet', 'adx_value', row)),
    copy: (about) =>
      withRow(about('adx_webpage'), (row) => {
        const column = row['adx_isroot'] === true ? 'adx_title' : 'adx_copy';
        plain('adx_webpage', column, row);
      }),
    link: (about) => withRow(about('adx_weblink'), (row) => plain('adx_weblink', 'adx_description', row)),
    permission: (about) =>
      withRow(about('adx_entitypermission'), (row) => {
        const id = String(row['adx_entitypermissionid']);
        const value = row['adx_delete'] !== true;
        const made = change('adx_entitypermission', id, 'adx_delete', 'adx_delete', row, () => value);
        const old = edits.find((each) => each.id === id && each.cell === made.cell && !settled.has(each));
        last = id;
        // Whoever takes back what they did means nothing by it.
        if (old) edits = edits.filter((each) => each !== old);
        else keep({ ...made, text: false });
      }),
    file: (about) =>
      withRow(about('adx_webfile'), (row) => {
        const id = String(row['adx_webfileid']);
        const there = note(id);
        if (!there) return;
        const own = mark();
        const binary = String(row['adx_name']).endsWith('.png');
        const bytes = Buffer.concat([Buffer.from(pictures[0] ?? '', 'base64'), Buffer.from(own)]);
        const body = binary ? bytes.toString('base64') : undefined;
        const made = change(
          'adx_webfile',
          id,
          'body',
          'documentbody',
          there,
          (old) =>
            body ??
            Buffer.from(into(Buffer.from(old, 'base64').toString(), `/* ${own} */`)).toString('base64'),
        );
        keep({ ...made, value: body ?? own, text: !binary });
      }),
    secret: () =>
      withRow(
        set('adx_sitesetting').find((row) => String(row['adx_name']).endsWith('Secret')),
        (row) => {
          const id = String(row['adx_sitesettingid']);
          const made = change(
            'adx_sitesetting',
            id,
            'adx_value',
            'adx_value',
            row,
            () => `${secret}-${mark()}`,
          );
          keep({ ...made, text: false });
        },
      ),
    role: (about) =>
      withRow(about('adx_entitypermission'), (row) => {
        const id = String(row['adx_entitypermissionid']);
        const role = anyOf(chance, set('adx_webrole'));
        if (role) toggle(id, String(role['adx_webroleid']));
      }),
    own: () => {
      const own = mark();
      const like = set('adx_contentsnippet')[0];
      const id = world.id();
      const row: Row = { ...like, adx_contentsnippetid: id, adx_name: own, adx_value: own };
      Object.assign(row, { createdon: world.clock.now().toISOString(), statecode: 0, statuscode: 1 });
      stamp(row);
      set('adx_contentsnippet').push(row);
      keep({
        table: 'adx_contentsnippet',
        id,
        cell: 'adx_value',
        value: own,
        text: true,
        revert: () => undefined,
      });
      return true;
    },
    gone: () => {
      const row = anyOf(chance, set('adx_contentsnippet'));
      if (!row || row['statecode'] === 1) return false;
      const id = String(row['adx_contentsnippetid']);
      const made = change('adx_contentsnippet', id, 'presence', 'statecode', row, () => 1);
      row['statuscode'] = 2;
      keep({
        ...made,
        text: false,
        revert: () => (made.revert(), void ((rowOf(made) ?? {})['statuscode'] = 1)),
      });
      return true;
    },
  };

  const puts = (permission: string, role: string, wanted: boolean): void => {
    const { tables } = organization();
    const through = 'adx_entitypermission_webroleset';
    const is = (pair: Row) => pair['adx_entitypermissionid'] === permission && pair['adx_webroleid'] === role;
    const others = (tables[through] ?? []).filter((pair) => !is(pair));
    const pair = {
      adx_entitypermission_webroleid: world.id(),
      adx_entitypermissionid: permission,
      adx_webroleid: role,
    };
    tables[through] = wanted ? [...others, pair] : others;
    organization().version += 1;
  };

  function toggle(permission: string, role: string): void {
    const there = isTogether(organization(), permission, role);
    puts(permission, role, !there);
    last = permission;
    const cell = `role ${role}`;
    const old = edits.find((each) => each.id === permission && each.cell === cell);
    edits = edits.filter((each) => each !== old);
    keep({
      table: 'adx_entitypermission',
      id: permission,
      cell,
      // Whoever takes back what they did means nothing by it, though an update may have done the same meanwhile.
      value: old ? undefined : !there,
      text: false,
      revert: old && !settled.has(old) ? old.revert : () => puts(permission, role, there),
    });
  }

  const withRow = (row: Row | undefined, act: (row: Row) => void): boolean => {
    if (!row || row['statecode'] === 1) return false;
    act(row);
    return true;
  };

  /** Whether the site still says what was edited. */
  const holds = (edit: Edit): boolean => {
    const row = rowOf(edit);
    if (edit.value === undefined) return true;
    if (edit.cell.startsWith('role '))
      return isTogether(organization(), edit.id, edit.cell.slice(5)) === edit.value;
    if (!row) return false;
    if (edit.cell === 'presence') return row['statecode'] === edit.value;
    if (row['statecode'] === 1) return false;
    const there = edit.cell === 'body' ? note(edit.id)?.['documentbody'] : row[edit.cell];
    if (!edit.text) return there === edit.value;
    const said = edit.cell === 'body' ? Buffer.from(textOf(there), 'base64').toString() : textOf(there);
    return said.includes(textOf(edit.value));
  };

  return {
    all: (): readonly Edit[] => edits,
    holds,
    /** Somebody changes something, of the records that have one of these ids if there are any. */
    make(ids?: readonly string[]): string | undefined {
      last = undefined;
      const about = (table: string) => {
        const rows = set(table);
        const meant = ids ? rows.filter((row) => ids.includes(String(row[`${table}id`]))) : rows;
        return anyOf(chance, meant);
      };
      const names = ids ? ofThese : Object.keys(kinds);
      for (let turn = 0; turn < 5; turn += 1) if (kinds[anyOf(chance, names) ?? '']?.(about)) break;
      return last;
    },
    /** What there is has been seen. */
    settle: () => void (settled = new Set(edits)),
    /** Somebody takes back what was edited of these records since. */
    revert(ids: ReadonlySet<string>, { writes }: Plan): void {
      const meant = edits.filter((edit) => ids.has(edit.id) && !settled.has(edit));
      edits = edits.filter((edit) => !meant.includes(edit));
      for (const edit of meant.toReversed()) edit.revert();
      // Whoever gave a role that the update gave as well doesn't take it away by that.
      for (const write of writes) {
        if (write.op !== 'link' || !meant.some(({ id, cell }) => id === write.id && cell.startsWith('role ')))
          continue;
        for (const role of write.add) puts(write.id, role, true);
        for (const role of write.remove) puts(write.id, role, false);
      }
      tell(() => `somebody takes ${meant.length} edits back`);
    },
    /** Somebody decided otherwise. */
    forgive: (forgone: (edit: Edit) => boolean) => void (edits = edits.filter((edit) => !forgone(edit))),
  };
}
/** Kinds of edits that may be about chosen records. */
const ofThese = ['snippet', 'copy', 'link', 'permission', 'file', 'role'];

const anyOf = <T>(chance: Chance, [first, ...rest]: readonly T[]): T | undefined =>
  first === undefined ? undefined : chance.pick([first, ...rest]);

export type Edits = ReturnType<typeof openEdits>;

export const isTogether = ({ tables }: Organization, permission: string, role: string): boolean =>
  (tables['adx_entitypermission_webroleset'] ?? []).some(
    (pair) => pair['adx_entitypermissionid'] === permission && pair['adx_webroleid'] === role,
  );
