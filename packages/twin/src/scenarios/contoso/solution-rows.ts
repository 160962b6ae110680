import type { Row } from '../../world/dataverse.ts';

interface Solution {
  readonly id: string;
  readonly uniqueName: string;
  readonly version: string;
  readonly publisher: string;
  readonly organization: string;
  readonly versionNumber: number;
}

/** A solution with every column of a recorded one (terraform provider, solution/tests/datasource). */
export const solutionRow = ({
  id,
  uniqueName,
  version,
  publisher,
  organization,
  versionNumber,
}: Solution): Row => ({
  solutionid: id,
  uniquename: uniqueName,
  friendlyname: friendlyNames[uniqueName] ?? uniqueName,
  version,
  description: `${friendlyNames[uniqueName] ?? uniqueName}, for dual-write`,
  ismanaged: true,
  isvisible: true,
  isapimanaged: false,
  solutiontype: null,
  solutionpackageversion: '9.1',
  installedon: '2025-03-03T10:00:00Z',
  createdon: '2025-03-03T10:00:00Z',
  modifiedon: '2025-03-03T10:00:02Z',
  updatedon: null,
  thumbprint: null,
  templatesuffix: null,
  upgradeinfo: null,
  pinpointassetid: null,
  pinpointpublisherid: null,
  pinpointsolutionid: null,
  pinpointsolutiondefaultlocale: null,
  versionnumber: versionNumber,
  _publisherid_value: publisher,
  _organizationid_value: organization,
  _configurationpageid_value: null,
  _parentsolutionid_value: null,
  _createdby_value: organization,
  _modifiedby_value: organization,
  _createdonbehalfby_value: null,
  _modifiedonbehalfby_value: null,
});

const friendlyNames: Readonly<Record<string, string>> = {
  Dynamics365SupplyChainExtended: 'Dynamics 365 Supply Chain Extended',
  Dynamics365FinanceExtended: 'Dynamics 365 Finance Extended',
  Dynamics365Company: 'Dynamics 365 Company',
  DualWriteCore: 'Dual-write core',
};

const address = (which: 1 | 2): Row =>
  Object.fromEntries(
    [
      'addressid',
      'addresstypecode',
      'city',
      'country',
      'county',
      'fax',
      'latitude',
      'line1',
      'line2',
      'line3',
      'longitude',
      'name',
      'postalcode',
      'postofficebox',
      'shippingmethodcode',
      'stateorprovince',
      'telephone1',
      'telephone2',
      'telephone3',
      'upszone',
      'utcoffset',
    ].map((part) => [`address${which}_${part}`, null]),
  );

/** A publisher with every column of a recorded one. */
export const publisherRow = (
  id: string,
  organization: string,
  { name, prefix, option }: { readonly name: string; readonly prefix: string; readonly option: number },
): Row => ({
  publisherid: id,
  uniquename: name,
  friendlyname: name,
  description: 'Dynamics 365',
  customizationprefix: prefix,
  customizationoptionvalueprefix: option,
  isreadonly: true,
  supportingwebsiteurl: 'http://crm.dynamics.com',
  emailaddress: null,
  entityimage: null,
  entityimageid: null,
  entityimage_timestamp: null,
  entityimage_url: null,
  pinpointpublisherid: null,
  pinpointpublisherdefaultlocale: null,
  createdon: '2025-03-03T09:01:00Z',
  modifiedon: '2025-03-03T09:01:00Z',
  versionnumber: 880,
  _organizationid_value: organization,
  _createdby_value: organization,
  _modifiedby_value: organization,
  _createdonbehalfby_value: null,
  _modifiedonbehalfby_value: null,
  ...address(1),
  ...address(2),
});
