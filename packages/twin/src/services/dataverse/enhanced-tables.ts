import { sketches } from './site-table-sketches.ts';
import { siteTables } from './site-tables.ts';
import type { Navigation, Table } from './table.ts';

/*
 * The enhanced data model: a site, its languages and its components (PAD, powerpagesite, powerpagesitelanguage,
 * powerpagecomponent), and the virtual tables that describe what components of each type hold.
 */

const common = { importsequencenumber: null, _ownerid_value: null, statecode: 0, statuscode: 1 };
const stamps = ['createdon', 'modifiedon', 'versionnumber', '_createdby_value', '_modifiedby_value'];
const toSite = { powerpagesiteid: { to: 'powerpagesites', column: '_powerpagesiteid_value' } };

const together = 'powerpagecomponent_powerpagecomponent';
/** Everything that is put together many to many: from what holds to what is held. The other way isn't seen (reports). */
const pairs: Navigation = {
  to: 'powerpagecomponents',
  through: `${together}set`,
  schema: together,
  ends: ['powerpagecomponent', 'powerpagecomponent'],
  columns: [`powerpagecomponentidone`, `powerpagecomponentidtwo`],
};

const system: readonly Table[] = [
  {
    set: 'powerpagesites',
    logical: 'powerpagesite',
    key: 'powerpagesiteid',
    navigations: {},
    columns: stamps,
    blank: {
      ...common,
      name: null,
      content: null,
      primarydomainname: null,
      datamodelversion: null,
      ismanaged: false,
    },
  },
  {
    set: 'powerpagesitelanguages',
    logical: 'powerpagesitelanguage',
    key: 'powerpagesitelanguageid',
    navigations: toSite,
    columns: stamps,
    blank: {
      ...common,
      name: null,
      content: null,
      displayname: null,
      languagecode: null,
      lcid: null,
      _powerpagesiteid_value: null,
    },
  },
  {
    set: 'powerpagecomponents',
    logical: 'powerpagecomponent',
    key: 'powerpagecomponentid',
    navigations: {
      ...toSite,
      powerpagesitelanguageid: {
        to: 'powerpagesitelanguages',
        column: '_powerpagesitelanguageid_value',
      },
      [together]: pairs,
    },
    files: ['filecontent'],
    choices: { powerpagecomponenttype: -1 },
    columns: stamps,
    blank: {
      ...common,
      name: null,
      content: null,
      powerpagecomponenttype: null,
      filecontent: null,
      filecontent_name: null,
      searchcontent: null,
      componentstate: 0,
      ismanaged: false,
      _powerpagesiteid_value: null,
      _powerpagesitelanguageid_value: null,
    },
  },
  { set: `${together}set`, logical: together, key: `${together}id`, navigations: {} },
  {
    set: 'fileattachments',
    logical: 'fileattachment',
    key: 'fileattachmentid',
    name: 'filename',
    navigations: {},
  },
];

/** An organization has them with its first site of this model. */
export const enhancedTables = system;

/** Without a virtual table: what isn't a component, and consumers of bots and flows (PPD, admin/enhanced-data-model). */
const real = /^adx_(?:portallanguage|tag|poll|polloption|ad|botconsumer|cloudflowconsumer)$/;

const mspp = (name: string): string => name.replace(/(^_?)adx_/, '$1mspp_');

/** What metadata says of a virtual table: what it says of the one in the standard model, under another prefix. */
function virtual(table: Table): Table {
  const renamed = <Value>(named: Readonly<Record<string, Value>> = {}) =>
    Object.fromEntries(Object.entries(named).map(([name, value]) => [mspp(name), value]));
  const lookups = Object.entries(table.navigations).flatMap(([name, way]) =>
    'column' in way
      ? [[mspp(name).toLowerCase(), { to: mspp(way.to), column: mspp(way.column) }] as const]
      : [],
  );
  return {
    set: mspp(table.set),
    logical: mspp(table.logical),
    key: mspp(table.key),
    name: mspp(table.name ?? 'adx_name'),
    navigations: Object.fromEntries(lookups),
    choices: renamed(table.choices),
    flags: renamed(table.flags),
    virtual: true,
  };
}

export const virtualTables: readonly Table[] = siteTables
  .filter(({ logical }) => Object.hasOwn(sketches, logical) && !real.test(logical))
  .map(virtual);
