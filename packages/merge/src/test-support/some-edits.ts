import * as fc from 'fast-check';
import type { SiteRecord } from '../record.ts';
import type { Snapshot } from '../snapshot.ts';
import { tableOf } from '../tables/standard.ts';
import { idOf } from './some-sites.ts';

/** Something that somebody does to a site; `at` is counted around the records that it can be done to. */
export type Edit =
  | {
      readonly do: 'line';
      readonly at: number;
      readonly line: number;
      readonly how: 'change' | 'insert' | 'delete';
      readonly text: string;
    }
  | { readonly do: 'scalar' | 'rename'; readonly at: number; readonly text: string }
  | { readonly do: 'delete' | 'move' | 'json' | 'member'; readonly at: number; readonly text: string }
  | { readonly do: 'add'; readonly at: number; readonly text: string };

const at = fc.nat(200);
const text = fc.constantFrom('one', 'two', 'three', 'four');
const line = fc.record({
  do: fc.constant('line'),
  at,
  line: fc.nat(10),
  how: fc.constantFrom('change', 'insert', 'delete'),
  text,
});
const other = fc.record({
  do: fc.constantFrom('scalar', 'delete', 'move', 'json', 'member', 'add'),
  at,
  text,
});

export const edits: fc.Arbitrary<Edit[]> = fc.array(fc.oneof({ weight: 2, arbitrary: line }, other), {
  maxLength: 6,
});
/** Renaming is known by ids only inside one environment. */
export const ownEdits: fc.Arbitrary<Edit[]> = fc.array(
  fc.oneof({ weight: 2, arbitrary: line }, other, fc.record({ do: fc.constant('rename'), at, text })),
  { maxLength: 6 },
);

export const edited = (site: Snapshot, all: readonly Edit[]): Snapshot => ({
  ...site,
  records: all.reduce(edit, site.records),
});

const textColumns = ({ table, fields }: SiteRecord): string[] =>
  Object.entries(tableOf(table).texts ?? {})
    .filter(([column, kind]) => kind !== 'json' && kind !== 'languages' && fields[column] !== undefined)
    .map(([column]) => column);

function edit(records: readonly SiteRecord[], change: Edit): SiteRecord[] {
  const fits = (one: SiteRecord): boolean =>
    !tableOf(one.table).global && !one.inactive && mayBe(change, one);
  const some = records.filter(fits);
  const chosen = some[change.at % Math.max(1, some.length)];
  if (change.do === 'add') {
    const made = added(change, chosen);
    return records.some(({ id }) => id === made.id) ? [...records] : [...records, made];
  }
  if (!chosen) return [...records];
  if (change.do === 'delete') {
    // Nobody deletes what others refer to without them; here only leaves go.
    return records.filter((one) => one !== chosen);
  }
  return records.map((one) => (one === chosen ? changed(one, change) : one));

  function mayBe({ do: what }: Edit, one: SiteRecord): boolean {
    switch (what) {
      case 'line':
        return textColumns(one).length > 0;
      case 'delete':
        return !records.some((each) => JSON.stringify([each.refs, each.sets, each.fields]).includes(one.id));
      case 'move':
        // Never two at one place: which of them comes first, nobody outside Microsoft knows.
        return tableOf(one.table).order !== undefined;
      case 'json':
        return String(one.fields['adx_settings'] ?? '').startsWith('{');
      case 'member':
        return Object.keys(one.sets).length > 0;
      case 'rename':
        return (
          one.table === 'adx_webtemplate' ||
          (one.table === 'adx_webpage' && one.fields['adx_partialurl'] !== '/')
        );
      case 'scalar':
        return true;
      case 'add':
    }
    return one.table === 'adx_webtemplate';
  }
}

const added = ({ text }: Edit, like?: SiteRecord): SiteRecord => ({
  table: 'adx_webtemplate',
  id: idOf('added', text, like?.id ?? ''),
  fields: {
    adx_name: `Added ${text} ${like?.fields['adx_name'] ?? ''}`,
    adx_source: `<p>${text}</p>\n{{ page.title }}`,
  },
  refs: {},
  sets: {},
});

function changed(one: SiteRecord, change: Edit): SiteRecord {
  const fields = { ...one.fields };
  switch (change.do) {
    case 'line': {
      const [column = ''] = textColumns(one);
      const lines = String(fields[column]).split('\n');
      const place = change.line % lines.length;
      if (change.how === 'delete') lines.splice(place, 1);
      else lines.splice(place, change.how === 'change' ? 1 : 0, `  <!-- ${change.text} -->`);
      if (lines.join('\n') === '') delete fields[column];
      else fields[column] = lines.join('\n');
      return { ...one, fields };
    }
    case 'rename': {
      const column = one.table === 'adx_webpage' ? 'adx_partialurl' : 'adx_name';
      return { ...one, fields: { ...fields, [column]: `${change.text}-${String(fields[column])}` } };
    }
    case 'move':
      // Never two at one place: which of them comes first, nobody outside Microsoft knows.
      return { ...one, fields: { ...fields, adx_displayorder: change.text.length * 0.9 + change.at / 1000 } };
    case 'json': {
      const settings: object = JSON.parse(String(fields['adx_settings']));
      return {
        ...one,
        fields: { ...fields, adx_settings: JSON.stringify({ ...settings, [change.text]: change.at }) },
      };
    }
    case 'member': {
      const [name = ''] = Object.keys(one.sets);
      const members = one.sets[name] ?? [];
      return { ...one, sets: members.length > 1 ? { ...one.sets, [name]: members.slice(1) } : {} };
    }
    case 'scalar':
      return { ...one, fields: { ...fields, adx_comment: change.text } };
    case 'add':
    case 'delete':
  }
  return one;
}
