import { Refused } from '../serve.ts';

/**
 * How the creation of a site is refused. Assumed, all of it but the form: Microsoft publishes no codes, and real ones
 * seen elsewhere are a letter and three digits (A059, D006). The text of the first two is documented for the maker
 * page (power-pages-docs, admin/control-site-creation).
 */
const noPermission =
  "You don't have permissions to create a site in this environment. Choose another one or contact your administrator to request access.";

export const siteRefusals = {
  role: [403, 'A011', noPermission],
  closed: [403, 'A012', noPermission],
  environment: [404, 'A020', 'Environment with the given id does not exist'],
  dataverse: [400, 'A021', 'The environment has no Dataverse database.'],
  organization: [400, 'A022', 'The Dataverse organization does not belong to the environment.'],
  disabled: [400, 'A023', 'The environment is not available.'],
  name: [400, 'A030', 'The name of the website is not valid.'],
  subdomainInvalid: [400, 'A031', 'The subdomain is not valid.'],
  subdomainReserved: [400, 'A032', 'The subdomain is reserved.'],
  subdomainTaken: [400, 'A033', 'A website with the given subdomain already exists.'],
  template: [400, 'A041', 'The template is not known.'],
  templateTwice: [400, 'A042', 'The maximum number of sites of this template has been reached.'],
  language: [400, 'A051', 'The language is not enabled in the environment.'],
  dualWrite: [400, 'A061', 'A solution that this template depends on is missing: DualWriteCore.'],
  record: [400, 'A071', 'The website record does not exist.'],
  unknownSite: [404, 'A001', 'Website with the given id does not exist'],
} as const satisfies Record<string, readonly [number, string, string]>;

export type SiteRefusal = keyof typeof siteRefusals;

export function refuseSite(why: SiteRefusal): never {
  const [status, code, message] = siteRefusals[why];
  throw new Refused(status, { error: { code, message } });
}
