import { changeSet, readBatch } from '@portico/microsoft/batch';
import { dataverse } from '@portico/microsoft/services/dataverse';
import { listAll } from '@portico/microsoft/paging';
import { expect, test } from 'vitest';
import { addressesOf } from './addresses-of.ts';
import type { Contract } from './contract.ts';

const unknown = '00000000-0000-4000-8000-000000000000';

export const dataverseContract: Contract = (stage) => {
  const open = async () => {
    const found = await addressesOf(stage());
    return { client: stage().connect(dataverse, found.organization), ...found };
  };

  test('it is the organization that the environment names, and knows the caller', async () => {
    const { client, organizationId } = await open();
    const { OrganizationId, UserId } = await client.whoAmI({});
    expect(OrganizationId.toLowerCase()).toBe(organizationId?.toLowerCase());
    const user = await client.getRow({
      set: 'systemusers',
      id: UserId,
      $select: 'accessmode,isdisabled',
      $expand: 'systemuserroles_association($select=name,_roletemplateid_value)',
    });
    expect(user).toMatchObject({ accessmode: expect.any(Number), isdisabled: false });
    expect(user['systemuserroles_association']).toBeInstanceOf(Array);
  });

  test('a list can be filtered, cut and paged, and its pages are the whole', async () => {
    const { client } = await open();
    const headers = { prefer: 'odata.maxpagesize=3' };
    const query = { set: 'solutions', $select: 'uniquename', $filter: "startswith(uniquename,'Dual')" };
    const pages = await listAll(
      () => client.listRows({ ...query, headers }),
      (link) => client.listRows.at(link, { headers }),
    );
    const { value } = await client.listRows(query);
    const names = (rows: typeof value) =>
      rows.map((row) => String(row['uniquename'])).toSorted((a, b) => a.localeCompare(b));
    expect(names(pages)).toEqual(names(value));
    expect(value.every((row) => String(row['uniquename']).startsWith('Dual'))).toBe(true);
    expect((await client.listRows({ set: 'solutions', $top: 1 })).value).toHaveLength(1);
  });

  test('a table is counted beyond what a list counts', async () => {
    const { client } = await open();
    const { EntityRecordCountCollection: counted } = await client.countTable({ table: 'account' });
    expect(counted.Keys).toEqual(['account']);
    expect(counted.Values[0]).toBeGreaterThanOrEqual(0);
  });

  test('languages are numbers, and a table says which set it is', async () => {
    const { client } = await open();
    const { RetrieveProvisionedLanguages: languages } = await client.listLanguages({});
    expect(languages.length).toBeGreaterThan(0);
    const { value } = await client.listEntityDefinitions({
      $select: 'LogicalName,EntitySetName',
      $filter: "LogicalName eq 'systemuser'",
    });
    expect(value).toMatchObject([{ LogicalName: 'systemuser', EntitySetName: 'systemusers' }]);
  });

  test('a table describes itself: its name, its lookups, and what its columns are at first', async () => {
    const { client } = await open();
    const $expand =
      'ManyToOneRelationships($select=ReferencingAttribute,ReferencedEntity,ReferencingEntityNavigationPropertyName),ManyToManyRelationships($select=SchemaName,Entity1LogicalName,Entity2LogicalName,IntersectEntityName,Entity1NavigationPropertyName,Entity2NavigationPropertyName)';
    const $select =
      'LogicalName,EntitySetName,PrimaryIdAttribute,PrimaryNameAttribute,IsOptimisticConcurrencyEnabled';
    expect(await client.describeTable({ table: 'account', $select, $expand })).toMatchObject({
      LogicalName: 'account',
      EntitySetName: 'accounts',
      PrimaryIdAttribute: 'accountid',
      PrimaryNameAttribute: 'name',
      ManyToOneRelationships: expect.any(Array),
    });
    expect(await client.describeTable({ table: 'portico_nothing', $select })).toBeUndefined();
    const page = await client.describeTable({ table: 'adx_webpage', $select, $expand });
    // Without a site there are no tables of one.
    if (!page) return;
    expect(page).toMatchObject({ EntitySetName: 'adx_webpages', PrimaryNameAttribute: 'adx_name' });
    expect(page.ManyToOneRelationships).toContainEqual(
      expect.objectContaining({ ReferencingAttribute: 'adx_parentpageid', ReferencedEntity: 'adx_webpage' }),
    );
    const permission = await client.describeTable({ table: 'adx_entitypermission', $select, $expand });
    expect(permission?.ManyToManyRelationships).toContainEqual(
      expect.objectContaining({ IntersectEntityName: 'adx_entitypermission_webrole' }),
    );
    const choices = await client.listChoices({
      table: 'adx_contentsnippet',
      $select: 'LogicalName,DefaultFormValue',
    });
    expect(choices.value.map(({ LogicalName }) => LogicalName)).toContain('adx_type');
    const flags = await client.listFlags({ table: 'adx_webrole', $select: 'LogicalName,DefaultValue' });
    expect(flags.value.map(({ LogicalName }) => LogicalName)).toContain('adx_anonymoususersrole');
  });

  test('a change set that can’t be done says why in one part', async () => {
    const { client } = await open();
    const set = changeSet(
      [{ method: 'DELETE', path: `contacts(${unknown})`, headers: { 'If-Match': '*' } }],
      {
        batch: 'portico',
        set: 'contract',
      },
    );
    const answer = await client.batch({ headers: { 'content-type': set.contentType }, body: set.body });
    expect(readBatch(answer)).toMatchObject([{ status: 404, body: { error: { code: '0x80040217' } } }]);
  });

  test('what the checks of dual-write read is there: teams, plug-ins, applications, blocked files', async () => {
    const { client } = await open();
    const first = async (query: Parameters<typeof client.listRows>[0]) =>
      (await client.listRows(query)).value[0];
    const team = await first({
      set: 'teams',
      $select: 'teamid,name,isdefault,_businessunitid_value',
      $expand: 'teamroles_association($select=name,_roletemplateid_value)',
      $filter: 'teamtype ne 1 and isdefault eq true',
    });
    expect(team).toMatchObject({ isdefault: true, teamroles_association: expect.any(Array) });
    const type = await first({
      set: 'plugintypes',
      $select: 'plugintypeid,assemblyname',
      $filter: "endswith(assemblyname,'DualWriteRuntime.Plugins')",
    });
    const step = await first({
      set: 'sdkmessageprocessingsteps',
      $select: 'name,statecode',
      $filter: `_plugintypeid_value eq ${String(type?.['plugintypeid'])}`,
    });
    expect(step).toMatchObject({ name: expect.any(String), statecode: expect.any(Number) });
    const application = await first({
      set: 'systemusers',
      $select: 'applicationid,isdisabled',
      $expand: 'systemuserroles_association($select=name,_roletemplateid_value)',
      $filter: 'applicationid eq 2e49aa60-1bd3-43b6-8ab6-03ada3d9f08b',
    });
    expect(application).toMatchObject({
      isdisabled: false,
      systemuserroles_association: expect.any(Array),
    });
    const $select = 'blockedattachments,blockedmimetypes,allowedmimetypes';
    const organization = await first({ set: 'organizations', $select });
    expect(organization).toMatchObject({ blockedattachments: expect.stringContaining('exe;') });
    const company = await first({
      set: 'cdm_companies',
      $select: 'cdm_companycode,cdm_name,cdm_isenabledfordualwrite,_cdm_defaultowningteam_value',
    });
    expect(company?.['_cdm_defaultowningteam_value']).toEqual(expect.any(String));
  });

  test('what isn’t there is refused with a code', async () => {
    const { client } = await open();
    const refused = { code: 'upstream-refused', upstream: { status: 404 } };
    await expect(client.getRow({ set: 'solutions', id: unknown })).rejects.toMatchObject(refused);
    await expect(client.listRows({ set: 'portico_nothings' })).rejects.toMatchObject(refused);
  });

  test('what the first users are chosen from is there: contacts and customers, with what orders need of them', async () => {
    const { client } = await open();
    const contacts = await client.listRows({
      set: 'contacts',
      $select:
        'contactid,firstname,lastname,emailaddress1,address1_country,statecode,msdyn_contactpersonid,_msdyn_company_value,_parentcustomerid_value,_defaultpricelevelid_value,_transactioncurrencyid_value',
      $expand: 'parentcustomerid_account($select=name,accountnumber),msdyn_company($select=cdm_companycode)',
      $filter: "statecode eq 0 and (contains(lastname,'a') or contains(msdyn_contactpersonid,'a'))",
      $orderby: 'firstname,lastname',
      $top: 5,
    });
    expect(contacts.value).toBeInstanceOf(Array);
    const accounts = await client.listRows({
      set: 'accounts',
      $select:
        'name,accountnumber,address1_country,_msdyn_company_value,_defaultpricelevelid_value,_primarycontactid_value,_transactioncurrencyid_value',
      $filter: 'customertypecode eq 3 and accountnumber ne null',
      $top: 5,
    });
    expect(accounts.value).toBeInstanceOf(Array);
  });
};
