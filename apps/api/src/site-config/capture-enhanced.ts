import { Problem } from '@portico/contract/problems';
import { textIn } from '@portico/merge/file-body';
import { parseJson } from '@portico/merge/canonical/canonical-json';
import { readComponents } from '@portico/merge/enhanced/read-components';
import type { Facts } from '@portico/merge/enhanced/said-in';
import type { SiteRecord } from '@portico/merge/record';
import { tableOfType } from '@portico/merge/tables/enhanced';
import { inWaves } from '../targets/in-waves.ts';
import { allRows, isRows } from '../targets/rows.ts';
import type { Row } from '../targets/targets.ts';
import { textOf } from '../targets/text-of.ts';
import type { SiteArchive } from './archive.ts';
import type { CaptureSite } from './captured-site.ts';
import { sha256 } from './fingerprint.ts';
import { asPromised, baseLanguage, managedSolutions } from './of-site.ts';
import { choosableOf, type DataverseClient, describeTable } from './table-shape.ts';

const components = 'powerpagecomponents';
/** Everything that is put together many to many (PAD, powerpagecomponent). */
const together = 'powerpagecomponent_powerpagecomponent';
const $select =
  'name,content,powerpagecomponenttype,filecontent_name,statecode,createdon,modifiedon,_powerpagesitelanguageid_value';

/** Reads a site of the enhanced data model: a site, its languages, and one table of components. */
export const captureEnhanced: CaptureSite = async (client, { environment, website, at }, archive) => {
  const $filter = `_powerpagesiteid_value eq ${website}`;
  const [[site], languages, rows, solutions, seal] = await Promise.all([
    allRows(client, { set: 'powerpagesites', $filter: `powerpagesiteid eq ${website}` }),
    allRows(client, { set: 'powerpagesitelanguages', $filter }),
    allRows(client, {
      set: components,
      $select,
      $filter,
      $expand: `${together}($select=powerpagecomponentid)`,
    }),
    managedSolutions(client),
    archive.seal(),
  ]);
  if (!site) throw new Problem('not-found', { values: { missing: 'site' } });
  const [facts, bodies] = await Promise.all([factsOf(client, rows), bodiesOf(client, rows, archive)]);
  const pairs = rows.flatMap((row) => {
    const members = row[together];
    return isRows(members) ? members.map((member) => [idOf(row), idOf(member)] as const) : [];
  });
  const records = asPromised(() =>
    readComponents({ site, languages, components: rows, pairs, bodies }, { seal, facts }),
  );
  const said: unknown = Object.entries(parseJson(textOf(site['content'])) ?? {}).find(
    ([key]) => key === 'website_language',
  )?.[1];
  return {
    snapshot: {
      version: 1,
      environment,
      website,
      language: baseLanguage(said, records),
      model: 'enhanced',
      capturedAt: at.toISOString(),
      origin: 'captured',
      solutions,
      records,
    },
    // A file has no version of its own that could guard it.
    notes: {},
    name: textOf(site['name']),
    shapes: new Map(),
  };
};

const idOf = (row: Row): string => textOf(row['powerpagecomponentid']).toLowerCase();

/**
 * What the virtual tables say of the columns: they describe what components hold, under another prefix (PPD,
 * admin/enhanced-data-model). Types that have none are read without.
 */
async function factsOf(client: DataverseClient, rows: readonly Row[]): Promise<ReadonlyMap<string, Facts>> {
  const types = new Set(rows.map((row) => tableOfType[Number(row['powerpagecomponenttype'])]));
  const tables = ['adx_website', 'adx_websitelanguage', ...types].filter((table) => table !== undefined);
  const facts = await inWaves(tables, async (table) => {
    const virtual = asVirtual(table);
    const shape = await describeTable(client, virtual);
    if (!shape) return [];
    const { choices, flags, defaults } = await choosableOf(client, virtual);
    const lookups = new Set(Object.keys(shape.targets).map(asStandard));
    const read: Facts = {
      lookups,
      choices: new Set([...choices].map(asStandard)),
      flags: new Set([...flags].map(asStandard)),
      defaults: Object.fromEntries(
        Object.entries(defaults).map(([name, value]) => [asStandard(name), value]),
      ),
    };
    return [[table, read] as const];
  });
  return new Map(facts.flat());
}

const asVirtual = (table: string): string => table.replace(/^adx_/, 'mspp_');
const asStandard = (column: string): string => column.replace(/^mspp_/, 'adx_');

type Body = NonNullable<SiteRecord['body']>;

/** What file columns hold: of web files, and of whatever else has one. */
async function bodiesOf(
  client: DataverseClient,
  rows: readonly Row[],
  archive: Pick<SiteArchive, 'keepFile'>,
): Promise<ReadonlyMap<string, Body>> {
  const holders = rows.filter((row) => textOf(row['filecontent_name']) !== '');
  const bodies = await inWaves(holders, async (row): Promise<(readonly [string, Body])[]> => {
    const id = idOf(row);
    const bytes = await client.getFile({ set: components, id, column: 'filecontent' });
    if (!bytes) return [];
    const text = textIn([textOf(row['name']), textOf(row['filecontent_name'])], bytes);
    if (text !== undefined) return [[id, { text }]];
    const hash = sha256(bytes);
    await archive.keepFile(hash, Buffer.from(bytes));
    return [[id, { hash }]];
  });
  return new Map(bodies.flat());
}
