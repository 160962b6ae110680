/*
 * Messages in the forms that Microsoft's pages and others' logs give, with other ids, names, values and letter case.
 * `id: undefined` are the hold-out: like the others, and none of them.
 */

export interface CorpusLine {
  readonly id: string | undefined;
  readonly message: string;
}

const validation = (code: string, words: string) => `Project validation failed. [${code}] ${words}`;

const codes: Readonly<Record<string, string>> = {
  dipv1000: validation('DIPV1000', 'Connection validation failed for connection shared-commondataservice-77'),
  dipv1001: validation('DIPV1001', 'Exceptions encountered during Dual-write project validation'),
  dipv1002: validation(
    'DIPV1002',
    'Dual-write only supports mapping between cross-company entities or company-specific entities from both sides',
  ),
  dipv1003: validation('dipv1003', 'integration keys are missing for msdyn_shipvias'),
  dipv1004: validation('DIPV1004', 'Integration key field isn’t bi-directionally mapped: accountnumber'),
  dipv1005: validation('DIPV1005', 'Missing environment info for dataset org7c1f'),
  dipv1006: validation('DIPV1006', 'Exceptions encountered during project validation'),
  dipv1007: validation('DIPV1007', "Task has environment that doesn't exist in the connection set"),
  dipv1008: validation('DIPV1008', "Data partition isn't valid: GBSI"),
  dipv1010: validation('DIPV1010', 'Mandatory field in destination entity must be mapped: CUSTOMERGROUPID'),
  dipv1011: validation('DIPV1011', 'Readonly field in destination entity must not be mapped'),
  dipv1012: validation('DIPV1012', 'Error occurred while parsing Dataverse entity source filter'),
  dipv1014: validation('DIPV1014', 'Mapping is missing for integration key'),
  dipv1015: validation('DIPV1015', 'Mapping is missing for integration key for lookup field'),
  dipv1016: validation('DIPV1016', 'Missing Organization mapping for destination entity'),
  dipv1017: validation('DIPV1017', 'Missing organization mapping for related entity'),
  dipv1018: validation('DIPV1018', 'Missing source schema'),
  dipv1019: validation(
    'DIPV1019',
    "Export can't be performed on the table due to the missing versionnumber field",
  ),
  dipv1020: validation('DIPV1020', 'Missing destination schema'),
  dipv1021: validation('DIPV1021', 'Missing source field in the mapping'),
  dipv1022: validation('DIPV1022', 'Missing source field in the schema'),
  dipv1023: validation('DIPV1023', 'Duplicate source fields'),
  dipv1024: validation('DIPV1024', 'Missing destination field in the mapping'),
  dipv1025: validation('DIPV1025', 'Missing destination field in the schema'),
  dipv1026: validation('DIPV1026', 'Duplicate destination fields'),
  dipv1027: validation(
    'DIPV1027',
    'Map the integration key associated with the entity lookup field to the destination field',
  ),
  dipv1028: validation(
    'DIPV1028',
    'Map the integration key associated with the entity lookup field to the source field',
  ),
  dipv1029: validation('DIPV1029', 'Duplicate value map'),
  dipv1030: validation('DIPV1030', 'Data type mismatch'),
  dipv1031: validation('DIPV1031', 'Missing default transform for mandatory destination field'),
  dwdvev1001: 'DWDVEV1001: Missing Dataverse APIHub connection, without ConnectionFix support',
  dwfoev1001: 'DWFOEV1001 Missing AX APIHub connection without ConnectionFix support',
  dwdvev1002: 'Error code DWDVEV1002 – DataVerse deprecated connection is getting used for New Regions',
  dwdvev1003: '(DWDVEV1003) Company mismatched between dual-write and Dataverse: frrt, dat',
  dwfoev1003: 'dwfoev1003 company mismatched between dual-write and FO [USP2]',
  dwdvev1004: '[DWDVEV1004] Stale dual-write configuration present in Dataverse',
  dwfoev1004: '[DWFOEV1004] Stale dual-write configuration present in finance and operations apps',
  dwfoev1005: 'DWFOEV1005: Missing AX connection',
  dwfoev1006: 'DWFOEV1006 Default Team name mismatch for Dataverse and dual-write',
  dwdvev1007: 'DWDVEV1007: Default owning team is not present in company JPMF',
  'dw9003-dataverse':
    'DW9003 Failed to connect to CRM. Ensure that the service principal has the correct permissions to access CRM.',
  'dw9003-finance':
    'DW9003: failed to connect to AX. Ensure that the service principal has the correct permissions to access AX.',
  dw9003: 'Linking ended with DW9003.',
};

const words: readonly (readonly [id: string, message: string])[] = [
  // The same kinds without their codes.
  ['dipv1022', 'Missing source field CREDITLIMIT2 in the schema.'],
  ['dipv1025', 'Project validation failed. Missing destination field "msdyn_onhold" in the schema'],
  ['validation-failed', 'Project validation failed. Missing destination field msdyn_onhold'],
  ['company-twice', 'Saving connection set failed! An item with the same key has already been added.'],
  [
    'linker-without-licence',
    'MSG=[Failed to setup dual write environment. Error Details:Response status code does not indicate success: 403 (Forbidden). - Response status code does not indicate success: 403 (Forbidden).] STACKTRACE=[ at Microsoft.Dynamics.Integrator.ProjectManagementService.DualWrite.DualWriteConnectionSetProcessor.<CreateDualWriteConnectionSetAsync>d__31.MoveNext() in D:\\a\\12\\repo',
  ],
  ['consent-for-dual-write', 'Response status code does not indicate success: 404 (Not Found).'],
  ['consent-for-dual-write', 'Response status code doesn’t indicate success: 404 (not found)'],
  ['cookies-blocked', 'login.microsoftonline.com refused to connect.'],
  [
    'finance-not-discoverable',
    'Finance and operations apps environment fabrikam-uat.sandbox.operations.dynamics.com isn’t discoverable.',
  ],
  ['not-who-linked', 'Response status code does not indicate success: 401 (Unauthorized).'],
  [
    'token-exchange',
    'Response status code does not indicate success: 403 (tokenexchange). Session ID: 5f0c7b0a-8a57-4f10-9d3e-2ab65e1f77c1 Root activity ID: 0d5d2c4e-1b1a-4e57-a8a4-6e3ce5b0a9f2',
  ],
  [
    'dataverse-unavailable',
    '[Forbidden], [{"status":403,"source":"","message":"Error from token exchange: User is not allowed to access connection dynamicscrmonline/2b7e-44-90aa"}], The remote server returned an error: (403) Forbidden.',
  ],
  [
    'former-organization',
    'SecureConfig Organization (FabrikamProd) does not match actual CRM Organization (org81b2c7f0_20260204T081411).',
  ],
  ['former-organization', "SecureConfig Organization (unq1) doesn't match actual CRM Organization (unq2)."],
  [
    'database-not-synchronised',
    "Infolog diagnostic message: 'Cannot select a record in Dual write project sync (DualWriteProjectConfiguration). The SQL database has issued an error.' on category 'Error'. [SQL Server]Invalid column name 'ISDELETE'.",
  ],
  [
    'too-many-companies',
    'Dual write failure - Plugin registration failed: [(Unable to get partition map for project DWM-6c2e1f7a-0000-4f5e-9c7c-1f2d3e4a5b6c. Error Exceeds the maximum partitions allowed for mapping DWM-6c2e1f7a-0000-4f5e-9c7c-1f2d3e4a5b6c)], One or more errors occurred.',
  ],
  [
    'lookup-metadata',
    'Unable to complete initial data sync. Error: dual-write failure - plugin registration failed: Unable to build dual-write lookup metadata. Error object reference not set to an instance of an object.',
  ],
  [
    'solution-version',
    "Terms of payment (msdyn_paymentterms) : Dual write failure - Dynamics 365 for Sales solution 'Dynamics365Company' has version mismatch. Version: '2.0.1.4' Required version: '2.0.133'",
  ],
  [
    'solution-version',
    'DYNAMICS 365 FOR SALES SOLUTION ‘Dynamics365SupplyChainExtended’ HAS VERSION MISMATCH. VERSION: ‘1.0.0.0’ REQUIRED VERSION: ‘2.0.227’',
  ],
  ['plugin-registration', 'Dual write failure - Plugin registration failed: [One or more errors occurred.]'],
  ['map-throttled', 'Number of requests exceeded the limit of 6000 over time window of 300 seconds.'],
  [
    'map-throttled',
    '{"code":"0x80072321","message":"Combined execution time of incoming requests exceeded limit of 1,200,000 milliseconds over time window of 300 seconds."}',
  ],
  ['map-throttled', 'Number of concurrent requests exceeded the limit of 52.'],
  ['gateway-throttled', 'The remote server returned an error: (429) Too Many Requests.'],
  [
    'import-framework-down',
    'Dual write Initial Sync completed with status: Error. Following are the details: Executed leg: From AX Sites to CRM msdyn_operationalsites with exported records count: 0 ErrorsDetails: Dual write Initial sync failed Message: ([Bad Request], The remote server returned an error: (400) Bad Request.), AX export encountered an error Stacktrace: at Microsoft.Dynamics.Integrator.QueryGenerator.AxClient.<ExportAxPackage>d__16.MoveNext() in D:\\b\\99\\AxClient.cs:line 71',
  ],
  [
    'finance-application-broken',
    '([Forbidden], The remote server returned an error: (403) Forbidden.), AX export encountered an error',
  ],
  ['finance-export', '(One or more errors occurred.), AX export encountered an error'],
  [
    'too-many-lookups',
    'CRMExport: Package execution complete. Error Description 5 Attempts to get data from https://weu.example//datasets/d1/tables/salesorders/items?$select=name, msdyn_quantity, (msdyn_company/cdm_companyid eq ’7’)&$orderby=name asc failed.',
  ],
  ['too-many-lookups', '5 attempts to get data from https://x9.azure-apim.net/apim/commondata/1 Failed'],
  [
    'number-locale',
    "An error occurred while validating input parameters: Microsoft.OData.ODataException: Cannot convert the literal '0,00' to the expected type 'Edm.Decimal'",
  ],
  ['number-locale', "Can't convert the literal '000000' to the expected type'Edm.Decimal',..."],
  [
    'double-quotes',
    'Initial writes failed while parsing the data for leg:From Dynamics 365 for Finance and Operations Customers V3 to Dynamics 365 for Sales accounts - FRRT. Message: Type=Microsoft.VisualBasic.FileIO.MalformedLineException, Msg=Line 812 cannot be parsed using the current Delimiters.',
  ],
  ['copy-timed-out', 'Import failed: The operation has timed out.'],
  ['too-many-rows', 'The number of rows 612034 exceeds 500000 for company GLMF.'],
  [
    'lookup-missing',
    "Couldn't resolve the guid for the field: msdyn_customergroupid.msdyn_groupid. The lookup value was not found: 90. Try this URL(s) to check if the reference data exists: https://fabrikam.crm.dynamics.com/api/data/v9.2/msdyn_customergroups?$select=msdyn_groupid&$filter=msdyn_groupid eq '90'",
  ],
  [
    'lookup-missing',
    'Couldn’t resolve the guid for the field: transactioncurrencyid.isocurrencycode. The lookup wasn’t found: SEK. Try this URL(s) to check if the reference data exists: `https://fabrikam.crm4.dynamics.com/api/data/v9.0/transactioncurrencies?$select=isocurrencycode`',
  ],
  [
    'lookup-missing',
    'COULD NOT RESOLVE THE GUID FOR THE FIELD: msdyn_operationalsite.msdyn_siteid. THE LOOKUP VALUE WAS NOT FOUND: 7.',
  ],
  [
    'sales-unit-empty',
    "Couldn't resolve the guid for the field: uom.msdyn_symbol. The lookup value was not found: .",
  ],
  [
    'customers-circular',
    "Couldn't resolve the guid for the field: primarycontactid.msdyn_contactpersonid. The lookup was not found: 000871. Try this URL(s) to check if the reference data exists: https://fabrikam.crm.dynamics.com/api/data/v9.0/contacts?$select=msdyn_contactpersonid.contactid",
  ],
  [
    'customers-circular',
    "Couldn't resolve the guid for the field: msdyn_billingaccount.accountnumber. The lookup value was not found: DE-0051. Try this URL(s) to check if the reference data exists: https://fabrikam.crm.dynamics.com/api/data/v9.0/accounts?$select=accountnumber",
  ],
  [
    'vendors-circular',
    "Couldn't resolve the guid for the field: msdyn_vendorprimarycontactperson.msdyn_contactpersonid. The lookup wasn't found: 000044. Try this URL(s) to check",
  ],
  [
    'vendors-circular',
    "Couldn't resolve the guid for the field: msdyn_invoicevendoraccountnumber.msdyn_vendoraccountnumber. The lookup was not found: V9-3",
  ],
  [
    'reference-unresolved',
    'Unable to write data to entity fab_grants. Unable to look up fab_contracts with values {GC-0031}. Writes to fab_grants failed with error message Exception message: The remote server returned an error: (400) Bad Request.',
  ],
  [
    'team-lacks-privilege',
    'Unable to write data to table msdyn_shipvias. Principal team (Id=a1d8c8cf-2a0c-4b2f-8a4e-7bb0a0b1f3d2, type=9, teamType=0, privilegeCount=11), is missing prvReadmsdyn_shipvia privilege (Id=9c329413-0000-4e4a-bb17-a6d2b3c4d5e6) on OTC=10411.',
  ],
  [
    'user-lacks-privilege',
    'Principal user (Id=0b1d8c8c-2a0c-4b2f-8a4e-7bb0a0b1f3d2, type=8), is missing prvCreateAccount privilege (Id=d26fe964-0000-4c1e-bb17-a6d2b3c4d5e6) on OTC=1.',
  ],
  [
    'not-a-member',
    '[{\\"error\\":{\\"code\\":\\"0x80072560\\",\\"message\\":\\"The user is not a member of the organization.\\"}}], The remote server returned an error: (403) Forbidden."}}".',
  ],
  ['not-a-member', 'The user isn’t a member of the organization.'],
  [
    'other-side-address',
    '{"entityName":"VendVendorV2Entity","executionStatus":2,"recordResponses":[{"errorMessage":"Unable to generate payload for entity VendVendorV2Entity","verboseError":"Payload creation failed with error Invalid URI: The URI is empty."}]}',
  ],
  [
    'other-side-silent',
    "An unexpected error occurred from ISV code. (ErrorType = ClientError) Unexpected exception from plug-in (Execute): Microsoft.Dynamics.Integrator.DualWriteRuntime.Plugins.PostCommitPlugin: System.Exception: failed to process entity contact - (A connection attempt failed because the connected party didn't properly respond after a period of time",
  ],
  [
    'message-too-large',
    'Error Code: -2147220970 Error Message: Message size exceeded when sending context to Sandbox. Message size: 131.2 MB',
  ],
  [
    'location-key',
    'Unable to write data to entity msdyn_partypostaladdresses.Writes to DirPartyPostalAddressLocationCDSEntity failed with error message Request failed with status code BadRequest and CDS error code : 0x80040265 response message: An error occurred in plugin. A record that has the attribute values Location ID already exists. The entity key Location ID Key requires that this set of attributes contains unique values.',
  ],
  [
    'party-missing',
    '"RecordError0":"Write failed for entity Customers V3 with unknown exception - Party record not found for party type \'Person\'"}',
  ],
  [
    'party-type',
    "Cannot update a party's type from 'DirPerson' to 'DirOrganization', a delete of the existing party followed by an insert with the new type should be performed instead.",
  ],
  ['party-number', "Party number couldn't be found in Dataverse."],
  ['product-draft', 'You can only add Active products.'],
  [
    'row-not-written',
    "Can't save the changes to the database. Unit of Work can't commit transaction. Unable to write data to entity msdyn_shipvias. Writes to DlvDeliveryModeEntity failed with error message Unable to sync with entity msdyn_shipvias.",
  ],
];

export const corpus: readonly CorpusLine[] = [
  ...Object.entries(codes).map(([id, message]) => ({ id, message })),
  ...words.map(([id, message]) => ({ id, message })),
];

export const holdOut: readonly string[] = [
  '[DIPV1013] Something that no page names',
  '[DIPV10100] A code that only begins like a known one',
  'XDIPV1010 and DIPV1010X',
  'DWFOEV2001: not written down',
  'DW9004 Failed to reach the service',
  'The lookup table is ready.',
  'The guid for the field was resolved.',
  'The remote server returned an error: (403) Forbidden.',
  'The remote server returned an error: (400) Bad Request.',
  'Response status code does not indicate success: 500 (Internal Server Error).',
  'CRM import encountered an error',
  '7 Attempts to write data failed',
  'SecureConfiguration of the plug-in is empty',
  'Plugin registered.',
  'A record that has the attribute values Account Number already exists.',
  'Principal team (Id=1) has all privileges',
  'Solution Dynamics365Company has been updated to version 2.0.133',
  'Invalid URI: The hostname could not be parsed.',
  'Party record found.',
  'You can only add active price lists.',
  'The operation ended in time.',
  'The user is a member of the organization.',
  'An item has already been added.',
  'Object reference not set to an instance of an object.',
];
