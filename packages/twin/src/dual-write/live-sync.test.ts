import { dataverse } from '@portico/microsoft/services/dataverse';
import { mapAction } from '@portico/microsoft/services/dual-write';
import { financeOperations } from '@portico/microsoft/services/finance-operations';
import { expect, test } from 'vitest';
import { days, minutes } from '../platform/durations.ts';
import { connectTo } from '../test-support/connect-to.ts';
import { financeOf, organizationOf } from '../test-support/environment-addresses.ts';
import { mapNames, openGateway } from '../test-support/open-gateway.ts';
import type { Switches } from '../world.ts';
import { askMaps } from './ask-maps.ts';
import { runMaps } from './run-maps.ts';
import { sequenceOf } from './sequences.ts';

const groups = 'msdyn_customergroups - Customer groups';

/** Accounts and all that they need run; somebody works in Dataverse. */
async function running() {
  const gateway = await openGateway();
  const { world } = gateway.twin;
  const [link] = world.state.dualWrite.links;
  const maps = link?.maps.filter(({ name }) => name === mapNames.accounts) ?? [];
  if (!link || !maps[0]) throw new Error('There are no accounts.');
  const all = sequenceOf(link, maps[0]);
  runMaps(
    world,
    link,
    all.map((map) => ({ map, initialSync: true, master: 'AX' as const })),
  );
  gateway.jump(2 * days);
  await gateway.all();
  const client = await connectTo(gateway.twin, dataverse, { base: organizationOf(gateway.twin) });
  const finance = await connectTo(gateway.twin, financeOperations, { base: financeOf(gateway.twin) });
  const idOf = async (set: string, key: string, where: string) =>
    String((await client.listRows({ set, $select: key, $filter: where })).value[0]?.[key]);
  const company = await idOf('cdm_companies', 'cdm_companyid', "cdm_companycode eq 'USMF'");
  const currency = await idOf('transactioncurrencies', 'transactioncurrencyid', "isocurrencycode eq 'USD'");
  const group = await idOf('msdyn_customergroups', 'msdyn_customergroupid', "msdyn_groupid eq '10'");
  const account = (number: string) => ({
    accountnumber: number,
    name: `Account ${number}`,
    customertypecode: 3,
    'msdyn_company@odata.bind': `/cdm_companies(${company})`,
    'transactioncurrencyid@odata.bind': `/transactioncurrencies(${currency})`,
    'msdyn_customergroupid@odata.bind': `/msdyn_customergroups(${group})`,
  });
  const there = async (number: string) =>
    (await finance.countRows({ collection: 'CustomersV3', $filter: `CustomerAccount eq '${number}'` }))?.[
      '@odata.count'
    ];
  const ask = async (action: keyof typeof mapAction, name: string, preserves?: boolean) => {
    const { detail } = await gateway.find(name);
    const parameters =
      preserves === undefined
        ? {}
        : { dualWriteSkipCatchUpSyncParameters: { skipCatchUpSyncPreserveData: preserves } };
    const { tid, pid } = detail;
    const details = [{ tid, cid: gateway.cid, ...(pid ? { pid } : {}), parameters }];
    await gateway.client.start({ body: { action: mapAction[action], details } });
    gateway.jump(5 * minutes);
    await gateway.all();
  };
  return { ...gateway, link, client, account, there, ask, map: maps[0] };
}

test('an account that is saved in Dataverse is in finance and operations at once, and so is its change', async () => {
  await using stage = await running();
  const { client, account, there } = stage;
  const made = await client.createRow({
    set: 'accounts',
    body: account('US-800'),
    headers: { prefer: 'return=representation' },
  });
  expect(await there('US-800')).toBe(1);
  await client.upsertRow({ set: 'accounts', id: String(made?.['accountid']), body: { name: 'Renamed' } });
  const customers = stage.twin.world.state.finance.environments[0]?.tables['CustCustomerV3Entity']?.rows;
  expect(customers?.filter((row) => row['CustomerAccount'] === 'US-800')).toMatchObject([
    { OrganizationName: 'Renamed', dataAreaId: 'usmf', CustomerGroupId: '10' },
  ]);
});

test('what isn’t for dual-write stays where it is: no company, another relationship, a stopped map', async () => {
  await using stage = await running();
  const { client, account, there, ask } = stage;
  await client.createRow({ set: 'accounts', body: { ...account('US-801'), customertypecode: 8 } });
  await client.createRow({ set: 'accounts', body: { accountnumber: 'US-802', customertypecode: 3 } });
  await ask('stop', mapNames.accounts);
  await client.createRow({ set: 'accounts', body: account('US-803') });
  for (const number of ['US-801', 'US-802', 'US-803'])
    expect([number, await there(number)]).toEqual([number, 0]);
});

test('what the other side lacks the references for isn’t saved here either, in the plug-in’s words', async () => {
  await using stage = await running();
  const { client, account, there, ask } = stage;
  // A group that only Dataverse knows, since its map stood still when it was made.
  await ask('stop', groups);
  const body = {
    msdyn_groupid: '99',
    'msdyn_company@odata.bind': account('')['msdyn_company@odata.bind'],
  };
  const made = await client.createRow({
    set: 'msdyn_customergroups',
    body,
    headers: { prefer: 'return=representation' },
  });
  const group = `/msdyn_customergroups(${String(made?.['msdyn_customergroupid'])})`;
  const refused = client.createRow({
    set: 'accounts',
    body: { ...account('US-804'), 'msdyn_customergroupid@odata.bind': group },
  });
  await expect(refused).rejects.toMatchObject({
    status: 400,
    body: {
      error: {
        code: '0x80040265',
        message: expect.stringMatching(
          /DualWriteRuntime\.Plugins.*failed to process entity account.*The value '99' in field 'CustomerGroupId'/,
        ) as string,
      },
    },
  });
  const { value } = await client.listRows({ set: 'accounts', $filter: "accountnumber eq 'US-804'" });
  expect(value).toEqual([]);
  expect(await there('US-804')).toBe(0);
});

test.each([
  [undefined, 1, []],
  [true, 0, [{ error: 'Catch-up was skipped.' }]],
  [false, 0, []],
] as const)(
  'while a map is paused changes wait; it goes on keeping them when that is %s',
  async (preserves, count, queue) => {
    await using stage = await running();
    const { client, account, there, ask, map } = stage;
    await ask('pause', mapNames.accounts);
    await client.createRow({ set: 'accounts', body: account('US-805') });
    expect(await there('US-805')).toBe(0);
    expect(map?.queue).toHaveLength(1);
    await ask('resume', mapNames.accounts, preserves);
    expect(await there('US-805')).toBe(count);
    expect(map).toMatchObject({ state: 4, queue });
  },
);

const states = ({ link }: Awaited<ReturnType<typeof running>>, ...names: readonly string[]) =>
  names.map((name) => link.maps.find((map) => map.name === name)?.state);

test.each<[Partial<Switches>, string, readonly number[]]>([
  [{ stoppingNeeded: 'allowed' }, '4', [1, 4]],
  [{ pausingNeeded: 'alone' }, '5', [5, 4]],
  [{ pausingNeeded: 'with-dependants' }, '5', [5, 5]],
])('a map that another needs: %j', async (switches, action, expected) => {
  await using stage = await running();
  Object.assign(stage.twin.world.state.switches, switches);
  const map = stage.link.maps.find(({ name }) => name === groups);
  askMaps(stage.twin.world, stage.link, action, map ? [{ map, skipInitialSync: true }] : []);
  stage.jump(minutes);
  await stage.all();
  expect(states(stage, groups, mapNames.accounts)).toEqual(expected);
});

test('a map that another needs can’t be stopped before it, where that is so', async () => {
  await using stage = await running();
  stage.twin.world.state.switches.stoppingNeeded = 'refused';
  const stop = (...names: readonly string[]) =>
    askMaps(
      stage.twin.world,
      stage.link,
      '4',
      stage.link.maps
        .filter(({ name }) => names.includes(name))
        .map((map) => ({ map, skipInitialSync: true })),
    );
  expect(() => stop(groups)).toThrow('400');
  stop(groups, mapNames.accounts, 'contacts - Customers V3');
  stage.jump(minutes);
  await stage.all();
  expect(states(stage, groups, mapNames.accounts)).toEqual([1, 1]);
});
