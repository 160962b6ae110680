import { changeSet, type Operation, type Part, readBatch } from '@portico/microsoft/batch';
import { dataverse } from '@portico/microsoft/services/dataverse';
import { expect, test } from 'vitest';
import { ask } from '../../test-support/ask.ts';
import { connectTo } from '../../test-support/connect-to.ts';
import { signInAs } from '../../sign-in-as.ts';
import { startTwin, type Twin } from '../../twin.ts';
import type { Switches } from '../../world.ts';

const [one, two] = ['c0ffee00-0000-4000-8000-000000000001', 'c0ffee00-0000-4000-8000-000000000002'];

async function open(switches: Partial<Switches> = {}) {
  const twin = await startTwin({ speed: 0, scenario: 'site-exists' });
  Object.assign(twin.world.state.switches, switches);
  const base = `http://contoso.crm4.twin.localhost:${twin.port}`;
  const client = await connectTo(twin, dataverse, { base });
  const send = async (operations: readonly Operation[]): Promise<readonly Part[]> => {
    const { contentType, body } = changeSet(operations, { batch: '1', set: '2' });
    return readBatch(await client.batch({ headers: { 'content-type': contentType }, body }));
  };
  const rows = (set: string) => tablesOf(twin)[set] ?? [];
  const site = String(rows('adx_websites')[0]?.['adx_websiteid']);
  const setting = (id: string, name: string): Operation => ({
    method: 'POST',
    path: 'adx_sitesettings',
    body: {
      adx_sitesettingid: id,
      adx_name: name,
      adx_value: '--batch_1\r\n--changeset_2--',
      'adx_websiteid@odata.bind': `/adx_websites(${site})`,
    },
  });
  return {
    twin,
    base,
    client,
    send,
    rows,
    site,
    setting,
    [Symbol.asyncDispose]: () => twin[Symbol.asyncDispose](),
  };
}

const tablesOf = ({ world }: Twin) => world.state.dataverse.organizations[0]?.tables ?? {};
const codeOf = (parts: readonly Part[]) =>
  parts.map(({ body }) => (body as { error?: { code: string } })?.error?.code);

test('a change set writes all of it, and each part says what it made', async () => {
  await using stage = await open();
  const { send, rows, base, twin } = stage;
  const etag = `W/"${String(rows('adx_sitemarkers')[0]?.['versionnumber'])}"`;
  const marker = String(rows('adx_sitemarkers')[0]?.['adx_sitemarkerid']);
  const parts = await send([
    stage.setting(one, 'A'),
    { method: 'PATCH', path: '$1', body: { adx_value: 'x' } },
    {
      method: 'PATCH',
      path: `adx_sitemarkers(${marker})`,
      headers: { 'If-Match': etag },
      body: { adx_name: 'M' },
    },
    {
      method: 'PATCH',
      path: `adx_sitesettings(${two})`,
      headers: { 'If-None-Match': '*' },
      body: { adx_name: 'B', 'adx_websiteid@odata.bind': `/adx_websites(${stage.site})` },
    },
    { method: 'DELETE', path: `/api/data/v9.2/adx_sitesettings(${two})` },
  ]);
  expect(parts.map(({ status, contentId }) => [status, contentId])).toEqual(
    ['1', '2', '3', '4', '5'].map((id) => [204, id]),
  );
  expect(parts[0]?.headers['odata-entityid']).toBe(`${base}/api/data/v9.2/adx_sitesettings(${one})`);
  expect(rows('adx_sitesettings').find(({ adx_name }) => adx_name === 'A')).toMatchObject({ adx_value: 'x' });
  expect(rows('adx_sitesettings').some(({ adx_name }) => adx_name === 'B')).toBe(false);
  expect(rows('adx_sitemarkers')[0]).toMatchObject({ adx_name: 'M' });
  expect(twin.world.state.writes.map(({ endpoint }) => endpoint)).toEqual([
    'createRow',
    'upsertRow',
    'upsertRow',
    'upsertRow',
    'deleteRow',
    'batch',
  ]);
});

const failures: readonly (readonly [
  string,
  string,
  number,
  (marker: string, setting: Operation) => Operation,
])[] = [
  [
    'a row that has changed',
    '0x80060882',
    412,
    (id) => ({
      method: 'PATCH',
      path: `adx_sitemarkers(${id})`,
      headers: { 'If-Match': 'W/"1"' },
      body: { adx_name: 'M' },
    }),
  ],
  [
    'a row that is gone',
    '0x80040217',
    404,
    () => ({ method: 'DELETE', path: `adx_sitemarkers(${one})`, headers: { 'If-Match': '*' } }),
  ],
  ['an id that is taken', '0x80040237', 412, (_, setting) => setting],
  [
    'a creation that finds a row',
    '0x80040237',
    412,
    (id) => ({
      method: 'PATCH',
      path: `adx_sitemarkers(${id})`,
      headers: { 'If-None-Match': '*' },
      body: { adx_name: 'M' },
    }),
  ],
  [
    'a lookup in another letter case',
    '0x80048d19',
    400,
    () => ({
      method: 'POST',
      path: 'adx_shortcuts',
      body: { adx_name: 'S', 'adx_webpageid@odata.bind': `/adx_webpages(${one})` },
    }),
  ],
  [
    'a lookup that isn’t there',
    '0x80048d19',
    400,
    (id) => ({ method: 'PATCH', path: `adx_sitemarkers(${id})`, body: { 'adx_nothing@odata.bind': null } }),
  ],
  [
    'a lookup by its column',
    '0x80060888',
    400,
    (id) => ({ method: 'PATCH', path: `adx_sitemarkers(${id})`, body: { _adx_pageid_value: id } }),
  ],
  [
    'a lookup that leads elsewhere',
    '0x80048d19',
    400,
    (id) => ({
      method: 'PATCH',
      path: `adx_sitemarkers(${id})`,
      body: { 'adx_pageid@odata.bind': `/adx_sitemarkers(${id})` },
    }),
  ],
  [
    'a column that isn’t there',
    '0x80048d19',
    400,
    (id) => ({ method: 'PATCH', path: `adx_sitemarkers(${id})`, body: { adx_nothing: 1 } }),
  ],
  [
    'what nobody has made',
    '0x80060888',
    400,
    () => ({ method: 'PATCH', path: '$9', body: { adx_name: 'M' } }),
  ],
  ['reading', '0x80060888', 400, (id) => ({ method: 'GET' as 'POST', path: `adx_sitemarkers(${id})` })],
  ['a batch inside', '0x80060888', 400, () => ({ method: 'POST', path: '$batch', body: {} })],
];

test.each(failures)(
  '%s: nothing of the set has happened, and one part says why',
  async (_, code, status, failing) => {
    await using stage = await open();
    const { send, rows, twin } = stage;
    const before = structuredClone(tablesOf(twin));
    const setting = stage.setting(one, 'A');
    const marker = String(rows('adx_sitemarkers')[0]?.['adx_sitemarkerid']);
    const path = failing(marker, setting);
    const parts = await send([
      setting,
      { ...path, path: path.path === '$batch' ? '/api/data/v9.2/$batch' : path.path },
    ]);
    expect(parts).toMatchObject([{ status }]);
    expect(codeOf(parts)).toEqual([code]);
    expect(tablesOf(twin)).toEqual(before);
    expect(twin.world.state.writes).toEqual([]);
  },
);

test.each([
  ['one-part', undefined],
  ['inside-its-set', '2'],
] as const)('where a failure says so is a switch: %s', async (failedChangeSet, contentId) => {
  await using stage = await open({ failedChangeSet });
  const [part, ...others] = await stage.send([stage.setting(one, 'A'), stage.setting(one, 'A')]);
  expect(part).toMatchObject({ status: 412, ...(contentId ? { contentId } : {}) });
  expect(others).toEqual([]);
});

test('a batch without change set goes on until the first failure; without ids or an end it is none', async () => {
  await using stage = await open();
  const { base, twin } = stage;
  const token = await signInAs(twin, 'alex@contoso.example', base);
  const send = (lines: readonly string[]) =>
    ask(`${base}/api/data/v9.2/$batch`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'multipart/mixed;boundary=b' },
      body: lines.join('\r\n'),
    });
  const part = (id: string) => [
    '--b',
    'Content-Type: application/http',
    'Content-Transfer-Encoding: binary',
    '',
    `DELETE /api/data/v9.2/adx_sitesettings(${id}) HTTP/1.1`,
    '',
    '',
  ];
  const [first, second] = stage.rows('adx_sitesettings').map((row) => String(row['adx_sitesettingid']));
  const answer = await send([...part(String(first)), ...part(one), ...part(String(second)), '--b--', '']);
  expect(answer.status).toBe(404);
  expect(readBatch(answer.text).map(({ status }) => status)).toEqual([204, 404]);
  expect(stage.rows('adx_sitesettings')[0]).toMatchObject({ adx_sitesettingid: second });
  expect((await send(part(String(second)))).status).toBe(400);
  const inSet = [
    '--b',
    'Content-Type: multipart/mixed;boundary=c',
    '',
    ...part(one).map((line) => line.replace('--b', '--c')),
    '--c--',
    '--b--',
    '',
  ];
  expect((await send(inSet)).text).toContain('Content-ID');
});

/** Ids of the answer, and the address of the organization, as the documentation writes them. */
const asDocumented = (text: string) =>
  text
    .replaceAll(/http:\/\/[^/]+/g, '[Organization Uri]')
    .replaceAll(/(batchresponse_|changesetresponse_|REQ_ID: )[0-9a-f-]{36}/g, '$1<id>')
    .replaceAll('\r\n', '\n');

test('answers are line by line as documented (execute-batch-operations-using-web-api)', async () => {
  await using stage = await open();
  const send = async (operations: readonly Operation[]) => {
    const { contentType, body } = changeSet(operations, { batch: '1', set: '2' });
    return asDocumented(await stage.client.batch({ headers: { 'content-type': contentType }, body }));
  };
  expect(await send([stage.setting(one, 'A')])).toBe(
    `--batchresponse_<id>
Content-Type: multipart/mixed; boundary=changesetresponse_<id>

--changesetresponse_<id>
Content-Type: application/http
Content-Transfer-Encoding: binary
Content-ID: 1

HTTP/1.1 204 No Content
OData-Version: 4.0
Location: [Organization Uri]/api/data/v9.2/adx_sitesettings(${one})
OData-EntityId: [Organization Uri]/api/data/v9.2/adx_sitesettings(${one})


--changesetresponse_<id>--
--batchresponse_<id>--
`,
  );
  expect(await send([stage.setting(one, 'A')])).toBe(
    `--batchresponse_<id>
Content-Type: application/http
Content-Transfer-Encoding: binary

HTTP/1.1 412 Precondition Failed
REQ_ID: <id>
Content-Type: application/json; odata.metadata=minimal
OData-Version: 4.0

{"error":{"code":"0x80040237","message":"A record with matching key values already exists."}}
--batchresponse_<id>--
`,
  );
});

test('more than a thousand are refused', async () => {
  await using stage = await open();
  const gone: Operation = { method: 'DELETE', path: `adx_sitesettings(${one})` };
  const { contentType, body } = changeSet(
    Array.from({ length: 1000 }, () => gone),
    { batch: '1', set: '2' },
  );
  const another = '--batch_1\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\n';
  const request = `DELETE /api/data/v9.2/${gone.path} HTTP/1.1\r\n\r\n\r\n`;
  const headers = { 'content-type': contentType };
  const longer = body.replace('--batch_1--', `${another}${request}--batch_1--`);
  await expect(stage.client.batch({ headers, body: longer })).rejects.toThrow('at most 1000');
  expect(readBatch(await stage.client.batch({ headers, body }))).toMatchObject([{ status: 404 }]);
});

test.each(['created', 'not-created'] as const)(
  'content pages of a root page made in a set are %s: a switch',
  async (side) => {
    await using stage = await open({ contentPagesInChangeSets: side });
    const page = (id: string): Operation => ({
      method: 'POST',
      path: 'adx_webpages',
      body: {
        adx_webpageid: id,
        adx_name: 'News',
        adx_partialurl: 'news',
        adx_isroot: true,
        'adx_websiteid@odata.bind': `/adx_websites(${stage.site})`,
      },
    });
    await stage.send([page(one)]);
    const contentOf = (root: string) =>
      stage.rows('adx_webpages').filter((row) => row['_adx_rootwebpageid_value'] === root);
    expect(contentOf(one)).toHaveLength(side === 'created' ? 1 : 0);
    // By itself it always gets them.
    await stage.client.createRow({ set: 'adx_webpages', body: { ...(page(two).body as object) } });
    expect(contentOf(two)).toMatchObject([{ adx_isroot: false, adx_name: 'News', statecode: 0 }]);
    expect(contentOf(two)[0]?.['_adx_webpagelanguageid_value']).toBe(
      stage.rows('adx_websitelanguages')[0]?.['adx_websitelanguageid'],
    );
  },
);

test('roles come and go without another version of the row; files have versions of their own', async () => {
  await using stage = await open();
  const { client, send, rows } = stage;
  const permission = String(rows('adx_entitypermissions')[0]?.['adx_entitypermissionid']);
  const role = String(rows('adx_webroles')[2]?.['adx_webroleid']);
  const get = () =>
    client.getRow({
      set: 'adx_entitypermissions',
      id: permission,
      $expand: 'adx_entitypermission_webrole($select=adx_webroleid)',
    });
  const before = await get();
  const path = `adx_entitypermissions(${permission})/adx_entitypermission_webrole`;
  await send([
    {
      method: 'POST',
      path: `${path}/$ref`,
      body: { '@odata.id': `${stage.base}/api/data/v9.2/adx_webroles(${role})` },
    },
  ]);
  const with2 = await get();
  expect(with2['adx_entitypermission_webrole']).toHaveLength(2);
  expect(with2['@odata.etag']).toBe(before['@odata.etag']);
  await send([{ method: 'DELETE', path: `${path}(${role})/$ref` }]);
  const after = await get();
  expect(after).toEqual(before);

  const note = rows('annotations')[0];
  const file = String(note?.['_objectid_value']);
  const etag = async () =>
    (await client.getRow({ set: 'adx_webfiles', id: file, $select: 'adx_name' }))['@odata.etag'];
  const was = await etag();
  await send([
    {
      method: 'PATCH',
      path: `annotations(${String(note?.['annotationid'])})`,
      body: { documentbody: 'YQ==' },
    },
  ]);
  expect(note).toMatchObject({ documentbody: 'YQ==' });
  expect(await etag()).toBe(was);
});

test.each(['accepted', 'absent'] as const)(
  'taking apart what isn’t together is %s: a switch',
  async (side) => {
    await using stage = await open({ disassociatedAgain: side });
    const id = String(stage.rows('adx_entitypermissions')[0]?.['adx_entitypermissionid']);
    const other = String(stage.rows('adx_webroles')[3]?.['adx_webroleid']);
    const path = `adx_entitypermissions(${id})/adx_entitypermission_webrole(${other})/$ref`;
    expect(await stage.send([{ method: 'DELETE', path }])).toMatchObject([
      { status: side === 'accepted' ? 204 : 404 },
    ]);
    const alone = { set: 'adx_entitypermissions', id, navigation: 'adx_entitypermission_webrole', other };
    await expect(stage.client.disassociateRow(alone)).resolves.toBeUndefined();
  },
);

test('a lookup is emptied by null, and a row put away by its state', async () => {
  await using stage = await open();
  const page = stage.rows('adx_sitemarkers')[0];
  const path = `adx_sitemarkers(${String(page?.['adx_sitemarkerid'])})`;
  await stage.send([{ method: 'PATCH', path, body: { 'adx_pageid@odata.bind': null, statecode: 1 } }]);
  expect(page).toMatchObject({ _adx_pageid_value: null, statecode: 1, statuscode: 2 });
});
