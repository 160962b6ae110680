import type { Evidence } from '@portico/plan/finding';

/** Microsoft's services as the sample's evidence names them. */
export const services: Readonly<
  Record<string, readonly [service: string, standing: Evidence['standing'], url: string]>
> = {
  bap: [
    'Power Platform admin',
    'observed',
    'https://api.bap.microsoft.com/providers/Microsoft.BusinessAppPlatform/scopes/admin/environments/0a1b2c3d',
  ],
  dataverse: [
    'Dataverse',
    'documented',
    'https://contoso.crm4.dynamics.com/api/data/v9.2/WhoAmI?secret=query',
  ],
  finance: [
    'Finance and operations',
    'observed',
    'https://contoso.operations.dynamics.com/data/ProductDefaultOrderSettings?secret=query',
  ],
  graph: ['Microsoft Graph', 'documented', 'https://graph.microsoft.com/v1.0/subscribedSkus'],
  gateway: ['Dual-write', 'inferred', 'https://weu.gateway.dynamics.com/api/v1/maps'],
  pages: [
    'Power Pages',
    'documented',
    'https://api.powerplatform.com/powerpages/environments/0a1b2c3d/websites',
  ],
  site: ['The site itself', 'documented', 'https://contoso-orders.powerappsportals.com/'],
};

/** Name, rows and errors of the sample's maps; the first five are those of the guide. */
export const maps = [
  ['CDS released distinct products (products)', 4812, 3],
  ['Customers V3 (accounts)', 1240, 0],
  ['Customers V3 (contacts)', 2671, 0],
  ['CDS sales order headers (salesorders)', 318, 0],
  ['CDS sales order lines (salesorderdetails)', 1904, 0],
  ['Customer groups (msdyn_customergroups)', 12, 0],
  ['Units (uoms)', 64, 0],
] as const;

export const mapStates = maps.map(([name, rows, errors], index) => ({
  id: `map-${index}`,
  name,
  wanted: index < 5,
  state: 'running',
  companies: [
    { company: 'USMF', state: 'completed', rows, errors },
    { company: 'DEMF', state: 'completed', rows: Math.floor(rows / 2), errors: 0 },
  ],
}));
