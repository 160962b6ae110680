import { type DataverseRow, dataverse } from '@portico/microsoft/services/dataverse';
import { describe, expect, test } from 'vitest';
import { connectTo } from '../test-support/connect-to.ts';
import { organizationOf } from '../test-support/environment-addresses.ts';
import { startTwin, type Twin } from '../twin.ts';

const open = (twin: Twin, userName?: string, name?: 'sandbox' | 'default') =>
  connectTo(twin, dataverse, { base: organizationOf(twin, name), ...(userName ? { userName } : {}) });

const refused = (status: number, code: string) => ({ status, body: { error: { code } } });

describe('reading', () => {
  test.each([
    ["$filter=uniquename eq 'DualWriteCore'", 1],
    ["$filter=contains(uniquename,'SupplyChain')", 3],
    ["$filter=startswith(uniquename,'msdyn_') and not endswith(uniquename,'Maps')", 4],
    ['$filter=ismanaged eq false', 0],
    ['$top=2', 2],
  ])('solutions?%s answers %i', async (query, count) => {
    await using twin = await startTwin({ speed: 0 });
    const [option = '', value = ''] = query.split(/=(.*)/);
    const client = await open(twin);
    const { value: rows } = await client.listRows({ set: 'solutions', [option]: value });
    expect(rows).toHaveLength(count);
  });

  test('select, order, count and expand shape the rows; the key always comes along', async () => {
    await using twin = await startTwin({ speed: 0 });
    const client = await open(twin);
    const page = await client.listRows({
      set: 'solutions',
      $select: 'uniquename',
      $expand: 'publisherid($select=uniquename)',
      $orderby: 'uniquename desc',
      $count: true,
      $filter: "uniquename eq 'DualWriteCore' or uniquename eq 'PowerPages_Core'",
    });
    expect(page['@odata.count']).toBe(2);
    expect(page.value.map((row) => row['uniquename'])).toEqual(['PowerPages_Core', 'DualWriteCore']);
    expect(Object.keys(page.value[0] ?? {}).toSorted()).toEqual([
      '@odata.etag',
      'publisherid',
      'solutionid',
      'uniquename',
    ]);
    expect(page.value[0]?.['publisherid']).toMatchObject({ uniquename: 'microsoftdynamics' });
  });

  test('pages follow each other by an opaque link until all rows were seen once', async () => {
    await using twin = await startTwin({ speed: 0 });
    const client = await open(twin);
    const headers = { prefer: 'odata.maxpagesize=4' };
    const seen: DataverseRow[] = [];
    let page = await client.listRows({ set: 'solutions', $select: 'uniquename', headers });
    seen.push(...page.value);
    while (page['@odata.nextLink']) {
      page = await client.listRows.at(page['@odata.nextLink'], { headers });
      seen.push(...page.value);
    }
    const all = await client.listRows({ set: 'solutions', $select: 'uniquename' });
    expect(seen).toEqual(all.value);
    expect(seen.length).toBeGreaterThan(8);
  });

  test.each([
    [{ set: 'nothings' }, refused(404, '0x80060888')],
    [{ set: 'solutions', $select: 'nothing' }, refused(400, '0x80060888')],
    [{ set: 'solutions', $filter: "nothing eq 'x'" }, refused(400, '0x80060888')],
    [{ set: 'solutions', $filter: 'uniquename eq' }, refused(400, '0x80060888')],
    [{ set: 'solutions', $filter: 'year(createdon) eq 2025' }, { status: 501 }],
    [{ set: 'solutions', $expand: 'nothing' }, refused(400, '0x80060888')],
  ])('%j is refused', async (query, answer) => {
    await using twin = await startTwin({ speed: 0 });
    await expect((await open(twin)).listRows(query)).rejects.toMatchObject(answer);
  });

  test('a table is counted by its logical name; one that isn’t there is refused', async () => {
    await using twin = await startTwin({ speed: 0 });
    const client = await open(twin);
    const counted = await client.countTable({ table: 'account' });
    const { value } = await client.listRows({ set: 'accounts', $select: 'accountid' });
    expect(counted.EntityRecordCountCollection).toMatchObject({ Keys: ['account'], Values: [value.length] });
    await expect(client.countTable({ table: 'nothing' })).rejects.toMatchObject({ status: 404 });
  });

  test('a count stops at 5,000 and says so when asked; the total is of a day ago at most', async () => {
    await using twin = await startTwin({ speed: 0 });
    const client = await open(twin);
    const [organization] = twin.world.state.dataverse.organizations;
    const total = async () =>
      (await client.countTable({ table: 'contact' })).EntityRecordCountCollection.Values;
    expect(await total()).toEqual([0]);
    for (const [id, owner, count] of [
      ['many', 'a', 70_000],
      ['few', 'b', 40],
    ] as const)
      if (organization)
        (organization.alike['contacts'] ??= []).push({ id, like: { _msdyn_company_value: owner }, count });
    const limit = 'Microsoft.Dynamics.CRM.totalrecordcountlimitexceeded';
    const headers = { prefer: `odata.include-annotations="${limit}"` };
    const count = async (owner: string) => {
      const $filter = `_msdyn_company_value eq '${owner}'`;
      const page = await client.listRows({ set: 'contacts', $filter, $count: true, $top: 1, headers });
      return [page['@odata.count'], page[`@${limit}`]];
    };
    expect(await count('a')).toEqual([5000, true]);
    expect(await count('b')).toEqual([40, false]);
    expect(await total()).toEqual([0]);
    twin.world.clock.jump(24 * 3_600_000);
    expect(await total()).toEqual([70_040]);
  });

  test('tables are listed by their names', async () => {
    await using twin = await startTwin({ speed: 0 });
    const { value } = await (await open(twin)).listEntityDefinitions({
      $select: 'LogicalName,EntitySetName',
      $filter: "LogicalName eq 'msdyn_dualwriteentitymap'",
    });
    expect(value).toEqual([
      { LogicalName: 'msdyn_dualwriteentitymap', EntitySetName: 'msdyn_dualwriteentitymaps' },
    ]);
  });
});

describe('writing', () => {
  const id = '00000000-0000-4000-8000-0000000000aa';
  const account = { set: 'accounts', id };

  test('a row is created under our id once, changed only as it was read, and deleted', async () => {
    await using twin = await startTwin({ speed: 0 });
    const client = await open(twin);
    const once = { 'if-none-match': '*', prefer: 'return=representation' };
    const made = await client.upsertRow({ ...account, body: { name: 'Adventure' }, headers: once });
    expect(made).toMatchObject({ accountid: id, name: 'Adventure' });
    await expect(client.upsertRow({ ...account, body: {}, headers: once })).rejects.toMatchObject(
      refused(412, '0x80040237'),
    );

    const etag = made?.['@odata.etag'] ?? '';
    await client.upsertRow({ ...account, body: { name: 'Works' }, headers: { 'if-match': etag } });
    const stale = { ...account, headers: { 'if-match': etag } };
    await expect(client.upsertRow({ ...stale, body: {} })).rejects.toMatchObject({ status: 412 });
    await expect(client.deleteRow(stale)).rejects.toMatchObject({ status: 412 });
    expect(await client.getRow({ ...account, $select: 'name' })).toMatchObject({ name: 'Works' });

    await client.deleteRow(account);
    // Gone already is as good.
    expect(await client.deleteRow(account)).toBeUndefined();
    await expect(client.getRow(account)).rejects.toMatchObject(refused(404, '0x80040217'));
  });

  test('a row that must exist is not made by changing it', async () => {
    await using twin = await startTwin({ speed: 0 });
    const client = await open(twin);
    await expect(
      client.upsertRow({ ...account, body: {}, headers: { 'if-match': '*' } }),
    ).rejects.toMatchObject(refused(404, '0x80040217'));
  });

  test('a second creation with the same id finds the first', async () => {
    await using twin = await startTwin({ speed: 0 });
    const client = await open(twin);
    const body = { accountid: id, name: 'Adventure' };
    await client.createRow({ set: 'accounts', body });
    await expect(client.createRow({ set: 'accounts', body })).rejects.toMatchObject(
      refused(412, '0x80040237'),
    );
  });

  test('takes the administrator’s role, however it is held', async () => {
    await using twin = await startTwin({ speed: 0 });
    const body = { name: 'x' };
    const una = await open(twin, 'una.holm@contoso.example', 'default');
    await expect(una.createRow({ set: 'adx_websites', body })).rejects.toMatchObject(
      refused(403, '0x80040220'),
    );
    const gita = await open(twin, 'gita.rao@contoso.example');
    expect(await gita.createRow({ set: 'accounts', body })).toBeUndefined();
  });
});

describe('people', () => {
  const roles = async (twin: Twin, userName: string) => {
    const client = await open(twin, userName);
    const { UserId } = await client.whoAmI({});
    const $expand = 'systemuserroles_association($select=name,_roletemplateid_value)';
    return client.getRow({ set: 'systemusers', id: UserId, $select: 'accessmode', $expand });
  };

  test.each([
    ['alex@contoso.example', 'System Administrator'],
    ['gita.rao@contoso.example', 'Basic User'],
    ['piet.visser@contoso.example', 'Basic User'],
  ])('%s holds %s directly', async (userName, name) => {
    await using twin = await startTwin({ speed: 0 });
    expect(await roles(twin, userName)).toMatchObject({
      accessmode: 0,
      systemuserroles_association: [{ name }],
    });
  });

  test('with wrong roles the consultant holds nothing directly', async () => {
    await using twin = await startTwin({ speed: 0, scenario: 'wrong-roles' });
    expect(await roles(twin, 'alex@contoso.example')).toMatchObject({
      systemuserroles_association: [{ name: 'Basic User' }],
    });
  });

  test('who is no member is told so', async () => {
    await using twin = await startTwin({ speed: 0 });
    const client = await open(twin, 'una.holm@contoso.example');
    await expect(client.whoAmI({})).rejects.toMatchObject(refused(403, '0x80072560'));
  });

  test('a delegated administrator is nobody, or the row that Dataverse keeps for all of them: a switch', async () => {
    await using twin = await startTwin({ speed: 0 });
    const alex = twin.world.state.directory.people.find(({ userName }) => userName.startsWith('alex@'));
    Object.assign(alex ?? {}, { delegated: true });
    const client = await open(twin);
    await expect(client.whoAmI({})).rejects.toMatchObject(refused(403, '0x80072560'));
    twin.world.state.switches.delegatedInDataverse = 'delegated-admin';
    const { UserId: id } = await client.whoAmI({});
    expect(await client.getRow({ set: 'systemusers', id })).toMatchObject({ accessmode: 5 });
  });

  test('a token for another organization opens nothing', async () => {
    await using twin = await startTwin({ speed: 0 });
    const { audience: _, ...rest } = dataverse;
    const wrong = { ...rest, audience: () => organizationOf(twin, 'sandbox') };
    const client = await connectTo(twin, wrong, { base: organizationOf(twin) });
    await expect(client.whoAmI({})).rejects.toMatchObject({ status: 401 });
  });
});

describe('the link to finance and operations', () => {
  test('names the other side, or is absent', async () => {
    await using twin = await startTwin({ speed: 0 });
    const linked = await (await open(twin)).findFinanceOperations({});
    expect(linked?.Url).toBe(`http://contoso.operations.twin.localhost:${twin.port}/`);
    const alone = await open(twin, undefined, 'sandbox');
    expect(await alone.findFinanceOperations({})).toBeUndefined();
  });
});

test('service protection speaks Dataverse’s own words', async () => {
  await using twin = await startTwin({ speed: 0 });
  const client = await open(twin);
  twin.world.state.faults.push({ kind: 'throttled', service: 'Dataverse', count: 1, seconds: 7 });
  await expect(client.whoAmI({})).rejects.toMatchObject(refused(429, '0x80072322'));
  expect(await client.whoAmI({})).toHaveProperty('UserId');
});
