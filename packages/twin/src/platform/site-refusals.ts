import { Refused } from '../serve.ts';

/**
 * How what is asked of a site is refused. Assumed, all of it but the form: Microsoft publishes no codes, and real ones
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
  siteRole: [403, 'A013', 'The user does not have the permissions required for this website.'],
  appOwner: [403, 'A014', 'The user is not an owner of the application of this website.'],
  visibilityClosed: [403, 'A015', 'The user is not allowed to change the visibility of this website.'],
  publicClosed: [
    403,
    'D015',
    'Access restricted. Your administrator does not allow non-production websites to be public.',
  ],
  publicDeveloper: [400, 'D016', 'A website in a developer environment cannot be made public.'],
  conversionKind: [
    400,
    'A081',
    'A website in a trial or developer environment cannot be converted to production.',
  ],
  conversionTwice: [400, 'A082', 'The website is a production website already, or being converted.'],
  conversionCapacity: [400, 'A083', 'There is no Power Pages capacity for this environment.'],
  notReady: [400, 'A084', 'The website is not ready for this operation.'],
  unknownSite: [404, 'A001', 'Website with the given id does not exist'],
} as const satisfies Record<string, readonly [number, string, string]>;

export type SiteRefusal = keyof typeof siteRefusals;

export function refuseSite(why: SiteRefusal): never {
  const [status, code, message] = siteRefusals[why];
  throw new Refused(status, { error: { code, message } });
}
