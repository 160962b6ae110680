import { createConnections } from '@portico/microsoft/connect';
import { realWorld } from '@portico/microsoft/real-world';
import { dataverse } from '@portico/microsoft/services/dataverse';
import { twinCloud } from '@portico/microsoft/twin-cloud';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { signInAs } from '../../sign-in-as.ts';
import { startTwin, type Twin } from '../../twin.ts';
import type { Row } from '../../world/dataverse.ts';
import type { Fault } from '../../world/fault.ts';
import { textOf } from '../../world/rows.ts';

const stack = new AsyncDisposableStack();
let twin: Twin;
let tables: Readonly<Record<string, Row[]>>;
beforeAll(async () => {
  twin = stack.use(await startTwin({ speed: 0, scenario: 'enhanced-site' }));
  tables = twin.world.state.dataverse.organizations[0]?.tables ?? {};
});
afterAll(() => stack.disposeAsync());

/** A client through the product's own pipeline, which forgets what it was answered. */
function connect() {
  const session = {
    cloud: twinCloud(twin.port, 60),
    tenant: 'contoso',
    token: (audience: string) => signInAs(twin, 'alex@contoso.example', audience),
    evidence: () => undefined,
    patience: 'durable' as const,
    world: realWorld,
  };
  const connections = stack.use(createConnections({ version: '1' }));
  return connections.connect(dataverse, session, `http://contoso.crm4.twin.localhost:${twin.port}`);
}

const set = 'powerpagecomponents';
const together = 'powerpagecomponent_powerpagecomponent';
const component = (name: string): Row => {
  const found = tables[set]?.find((row) => row['name'] === name);
  if (!found) throw new Error(`The site has no ${name}.`);
  return found;
};
const idOf = (name: string): string => textOf(component(name)['powerpagecomponentid']);
const file = (name: string) => ({ set, id: idOf(name), column: 'filecontent' });

test('what a file column holds comes as it is, byte by byte', async () => {
  const picture = await connect().getFile(file('logo.png'));
  const kept = tables['fileattachments']?.find(({ filename }) => filename === 'logo.png');
  expect(picture && Buffer.from(picture).toString('base64')).toBe(kept?.['body']);
  // Bytes that are no text in any encoding.
  expect(picture?.some((byte) => byte > 127)).toBe(true);
});

test('an empty file column is none, and a column that isn’t one is refused', async () => {
  const client = connect();
  expect(await client.getFile(file('Home'))).toBeUndefined();
  const odd = client.getFile({ ...file('Home'), column: 'content' });
  await expect(odd).rejects.toMatchObject({ upstream: { status: 400 } });
});

test.each<Fault['kind']>(['truncated', 'wrong-content-type', 'wrong-shape'])(
  'half a file, or something else, is none: %s',
  async (kind) => {
    twin.world.state.faults.push({ kind, service: 'Dataverse', endpoint: 'getFile', count: 1 });
    await expect(connect().getFile(file('logo.png'))).rejects.toMatchObject({ code: 'upstream-shape' });
  },
);

test('virtual tables describe columns under their own prefix, and the twin knows none of their rows', async () => {
  const client = connect();
  const $expand =
    'ManyToOneRelationships($select=ReferencingAttribute,ReferencedEntity,ReferencingEntityNavigationPropertyName)';
  const page = await client.describeTable({
    table: 'mspp_webpage',
    $select: 'LogicalName,EntitySetName',
    $expand,
  });
  expect(page?.EntitySetName).toBe('mspp_webpages');
  expect(page?.ManyToOneRelationships).toContainEqual({
    ReferencingAttribute: 'mspp_pagetemplateid',
    ReferencedEntity: 'mspp_pagetemplate',
    ReferencingEntityNavigationPropertyName: 'mspp_pagetemplateid',
  });
  const $select = 'LogicalName,DefaultValue';
  const flags = async () => (await connect().listFlags({ table: 'mspp_pagetemplate', $select })).value;
  const header = { LogicalName: 'mspp_usewebsiteheaderandfooter', DefaultValue: true };
  expect(await flags()).toContainEqual(expect.objectContaining(header));
  twin.world.state.switches.virtualTableDefaults = 'none';
  expect(await flags()).toContainEqual(expect.objectContaining({ ...header, DefaultValue: false }));
  twin.world.state.switches.virtualTableDefaults = 'described';
  expect(await client.describeTable({ table: 'mspp_tag', $select: 'LogicalName' })).toBeUndefined();
  await expect(client.listRows({ set: 'mspp_webpages' })).rejects.toMatchObject({
    upstream: { status: 501 },
  });
  await expect(client.listRows({ set: 'mspp_nothings' })).rejects.toMatchObject({
    upstream: { status: 404 },
  });
});

test('components are put together from one end, taken apart, and leave nothing behind', async () => {
  const client = connect();
  const role = idOf('Administrator');
  const members = async (name: string): Promise<unknown[]> => {
    const $expand = `${together}($select=powerpagecomponentid)`;
    const row = await connect().getRow({ set, id: idOf(name), $select: 'name', $expand });
    return Object.values(row[together] ?? {}).map((each: Row) => each['powerpagecomponentid']);
  };
  expect(await members('Terms')).toEqual([]);
  const way = { set, id: idOf('Terms'), navigation: together };
  await client.associateRow({ ...way, body: { '@odata.id': `${set}(${role})` } });
  expect(await members('Terms')).toEqual([role]);
  expect(await members('Administrator')).toEqual([]);
  await client.disassociateRow({ ...way, other: role });
  expect(await members('Terms')).toEqual([]);
  const pairs = () => tables[`${together}set`]?.filter((pair) => Object.values(pair).includes(role)) ?? [];
  expect(pairs().length).toBeGreaterThan(3);
  await client.deleteRow({ set, id: role });
  expect(pairs()).toEqual([]);
});

test('content is written as Microsoft’s own is: no prefix, no nulls, lists, and a language beside it or in it', () => {
  const said = (row: Row): Row => JSON.parse(textOf(row['content'])) as Row;
  const rule = said(component('Orders for those who order'));
  expect(rule).toMatchObject({ right: 2, webpageid: expect.any(String) });
  expect(rule['adx_webpageaccesscontrolrule_webrole']).toHaveLength(3);
  const all = tables[set]?.map(said) ?? [];
  expect(all.flatMap((content) => Object.values(content)).filter((value) => value === null)).toEqual([]);
  const [language] = tables['powerpagesitelanguages'] ?? [];
  expect(language).toMatchObject({ lcid: 1033, languagecode: 'en-US' });
  const english = language?.['powerpagesitelanguageid'];
  expect(said(component('Home/Welcome'))).toMatchObject({ contentsnippetlanguageid: english });
  const pages = tables[set]?.filter((row) => said(row)['rootwebpageid']) ?? [];
  expect(new Set(pages.map((row) => row['_powerpagesitelanguageid_value']))).toEqual(new Set([english]));
  // What was edited in a note of a file was edited in the component.
  expect(textOf(component('theme.css')['modifiedon']) > textOf(component('logo.png')['modifiedon'])).toBe(
    true,
  );
  expect(tables['adx_websites']).toEqual([expect.objectContaining({ statecode: 1 })]);
  expect(tables['adx_webpages']).toEqual([]);
});
