import { dualWrite } from '@portico/microsoft/services/dual-write';
import { describe, expect, test } from 'vitest';
import { minutes } from '../../platform/durations.ts';
import { finance } from '../../scenarios/contoso/ids.ts';
import { connectTo } from '../../test-support/connect-to.ts';
import { gatewayOf } from '../../test-support/environment-addresses.ts';
import { mapNames, openGateway } from '../../test-support/open-gateway.ts';
import { startTwin } from '../../twin.ts';

const { companies, accounts, orders, lines } = mapNames;

describe('finding the link', () => {
  test.each([
    ['the bare host', finance.host, 1],
    ['a full address', `http://${finance.host}`, 0],
    ['a host that isn’t linked', 'fabrikam.operations.twin.localhost', 0],
  ])('%s', async (_, identifier, count) => {
    await using twin = await startTwin({ speed: 0 });
    const client = await connectTo(twin, dualWrite, { base: gatewayOf(twin) });
    expect(await client.listLinkedEnvironments({ identifier })).toHaveLength(count);
  });

  test('the gateway of another region knows nothing of it', async () => {
    await using twin = await startTwin({ speed: 0 });
    const client = await connectTo(twin, dualWrite, { base: gatewayOf(twin, 'us-il101') });
    expect(await client.listLinkedEnvironments({ identifier: finance.host })).toEqual([]);
  });
});

describe('the list of maps', () => {
  test('comes empty once', async () => {
    await using twin = await startTwin({ speed: 0 });
    const client = await connectTo(twin, dualWrite, { base: gatewayOf(twin) });
    const [link] = await client.listLinkedEnvironments({ identifier: finance.host });
    const cid = link?.cid ?? '';
    expect(await client.listMaps({ cid })).toEqual([]);
    expect((await client.listMaps({ cid })).length).toBeGreaterThan(30);
  });

  test('has two maps of one name, several versions, and a parked one', async () => {
    await using gateway = await openGateway();
    const maps = await gateway.all();
    expect(maps.filter(({ detail }) => detail.tName === 'contacts - CDS Contacts V2')).toHaveLength(2);
    const { detail } = await gateway.find(accounts);
    expect(detail.templates?.map(({ version }) => version)).toEqual([
      '1.0.0.5',
      '1.0.0.2',
      '1.0.0.6',
      '9.9.9.9',
    ]);
    expect(detail).toMatchObject({ pid: null, state: 'not-running', actions: ['8'] });
  });

  test('has the address book’s maps once that solution is installed and applied', async () => {
    await using gateway = await openGateway();
    const { twin, client, cid, all, jump } = gateway;
    const parties = async () =>
      (await all()).filter(({ detail }) => /part(y|ies) - /.test(detail.tName ?? ''));
    const apply = () =>
      client.applySolution({
        cid,
        body: { solutions: [{ criteria: { uniquename: 'Dynamics365GABDualWriteEntityMaps' } }] },
      });
    expect(await parties()).toEqual([]);
    await expect(apply()).rejects.toMatchObject({ status: 400 });
    twin.world.state.dataverse.organizations[0]?.tables['solutions']?.push({
      uniquename: 'Dynamics365GABDualWriteEntityMaps',
      version: '3.5.1.91',
    });
    await apply();
    jump(5 * minutes);
    expect(await parties()).toMatchObject([
      { detail: { tName: 'msdyn_parties - CDS Parties' } },
      { detail: { tName: 'msdyn_contactforparties - Contacts V2' } },
    ]);
  });

  test('says what a map needs, in order and itself last', async () => {
    await using gateway = await openGateway();
    const maps = await gateway.all();
    const { detail } = await gateway.find(lines);
    const [order] = await gateway.client.listPrerequisites({ cid: gateway.cid, body: [detail.tid] });
    const names = order?.map((id) => maps.find((map) => map.detail.tid === id)?.detail.tName);
    expect(names?.at(-1)).toBe(lines);
    expect(names?.indexOf(companies)).toBeLessThan(names?.indexOf(accounts) ?? -1);
    expect(names?.indexOf(accounts)).toBeLessThan(names?.indexOf(orders) ?? -1);
    expect(new Set(names).size).toBe(names?.length);
  });
});
