/** Microsoft's names for the services that evidence names by ours. Product names aren't translated. */
const names: Readonly<Record<string, string>> = {
  dataverse: 'Dataverse',
  websites: 'Power Pages',
  bap: 'Power Platform admin',
  'power-platform': 'Power Platform',
  'power-pages': 'Power Pages',
  graph: 'Microsoft Graph',
  'dual-write': 'dual-write',
  fno: 'finance and operations',
  site: 'the site itself',
};

export const serviceName = (service: string): string => names[service] ?? service;
