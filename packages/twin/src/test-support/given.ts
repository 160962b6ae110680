import { environments, organizations } from '../scenarios/contoso/ids.ts';

export const environment = environments.production;

/** A site that the default scenario lets its consultant create. */
export const wish = {
  dataverseOrganizationId: organizations.production,
  name: 'Orders',
  selectedBaseLanguage: 1033,
  subdomain: 'contoso-shop',
  templateName: 'CustomerPortal',
};
