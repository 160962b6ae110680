import { pairs, type Sketch, sketches } from './site-table-sketches.ts';
import type { Navigation, Table } from './table.ts';

const setOf = (logical: string): string => sketches[logical]?.set ?? `${logical}s`;
const words = (text = ''): readonly string[] => text.split(' ').filter(Boolean);
const lookupColumn = (bind: string): string => `_${bind.toLowerCase()}_value`;

function tableOf(logical: string, sketch: Sketch): Table {
  const { set = setOf(logical), name = 'adx_name', lookups = {}, choices = {} } = sketch;
  const flags = Object.fromEntries([
    ...words(sketch.no).map((column) => [column, false] as const),
    ...words(sketch.yes).map((column) => [column, true] as const),
  ]);
  const binds = Object.fromEntries(Object.keys(lookups).map((bind) => [bind, lookupColumn(bind)]));
  const plain = [name, 'adx_name', ...words(sketch.columns), 'importsequencenumber', '_ownerid_value'];
  const chosen = Object.entries(choices).map(
    ([column, value]) => [column, value < 0 ? null : value] as const,
  );
  return {
    set,
    logical,
    key: `${logical}id`,
    name,
    navigations: { ...ways(lookups), ...together(logical) },
    binds,
    choices,
    flags,
    columns: ['createdon', 'modifiedon', 'versionnumber', '_createdby_value', '_modifiedby_value'],
    blank: {
      ...Object.fromEntries([...plain, ...Object.values(binds)].map((column) => [column, null])),
      ...Object.fromEntries(chosen),
      ...flags,
      statecode: 0,
      statuscode: 1,
    },
  };
}

const ways = (lookups: Readonly<Record<string, string>>): Readonly<Record<string, Navigation>> =>
  Object.fromEntries(
    Object.entries(lookups).map(([bind, to]) => [bind, { to: setOf(to), column: lookupColumn(bind) }]),
  );

/** The many-to-many ways of a table; both ends call them by the same name. */
export const together = (logical: string): Readonly<Record<string, Navigation>> =>
  Object.fromEntries(
    pairs
      .filter(([, ...ends]) => ends.includes(logical))
      .map(([schema, one, two]) => [
        schema,
        {
          to: setOf(one === logical ? two : one),
          through: `${schema.toLowerCase()}set`,
          schema,
          ends: [one, two],
        },
      ]),
  );

/** A note that hangs on something; a site's files have theirs there (annotation, Web API reference). */
const annotation: Table = {
  set: 'annotations',
  logical: 'annotation',
  key: 'annotationid',
  name: 'subject',
  navigations: { objectid_adx_webfile: { to: 'adx_webfiles', column: '_objectid_value' } },
  binds: { objectid_adx_webfile: '_objectid_value' },
  columns: ['createdon', 'modifiedon', 'versionnumber'],
  blank: {
    subject: null,
    notetext: null,
    filename: null,
    mimetype: null,
    documentbody: null,
    filesize: null,
    isdocument: false,
    objecttypecode: null,
    _objectid_value: null,
  },
};

const configuration: readonly Table[] = Object.entries(sketches).map(([logical, sketch]) => {
  const table = tableOf(logical, sketch);
  if (logical !== 'adx_webfile') return table;
  const notes = {
    adx_webfile_Annotations: { to: 'annotations', theirs: '_objectid_value', notes: true as const },
  };
  return { ...table, navigations: { ...table.navigations, ...notes } };
});

const ofPairs: readonly Table[] = pairs.map(([schema]) => {
  const logical = schema.toLowerCase();
  return { set: `${logical}set`, logical, key: `${logical}id`, navigations: {} };
});

/** All that a site's configuration lies in; an organization has them with its first site. */
export const siteTables: readonly Table[] = [...configuration, annotation, ...ofPairs];
