import type { Estate } from './estate.ts';
import type { Following, Place } from './place.ts';
import { environmentId, honest, ownHosts, subdomain } from './tenant.ts';

/** Each kind of call, by what is in its line and host, and what makes the product send it. */
const calls: readonly {
  readonly of: (estate: Estate) => string;
  readonly ask: (following: Following) => Promise<unknown>;
}[] = [
  { of: () => '/scopes/admin/environments/', ask: ({ targets }) => targets.environment() },
  { of: () => '/WhoAmI', ask: async ({ targets }) => (await targets.dataverse()).whoAmI({}) },
  {
    of: () => '/solutions?',
    ask: ({ targets }) => targets.rows({ set: 'solutions', $select: 'uniquename' }),
  },
  {
    of: () => '/data/LegalEntities',
    ask: async ({ targets }) => (await targets.finance()).listLegalEntities({}),
  },
  { of: () => '/DualWriteManagement/', ask: ({ targets }) => targets.findGateway() },
  { of: () => '/websites?', ask: ({ targets }) => targets.sites() },
  {
    of: () => 'POST ',
    ask: ({ targets }) =>
      targets.websites.createWebsite({
        environment: environmentId,
        body: {
          dataverseOrganizationId: 'o',
          name: 'n',
          selectedBaseLanguage: 1033,
          subdomain,
          templateName: 't',
        },
      }),
  },
  {
    of: () => '/operations/',
    ask: ({ targets }) =>
      targets.websites.getOperation.at(`/powerpages/environments/${environmentId}/operations/1`),
  },
  {
    of: (estate) => `GET ${ownHosts(estate).site}/`,
    ask: ({ targets, estate }) => targets.probe(siteOf(estate)),
  },
];
const siteOf = ({ cloud, goods }: Estate) => `${cloud.scheme}//${goods.site[0]}/`;
const call = (twist: number) => calls[twist % calls.length] ?? calls[0];
const nth = <T>(from: readonly T[], twist: number) => from[Math.floor(twist / calls.length) % from.length];

const allows: Place['allows'] = (estate, host) => Object.values(ownHosts(estate)).includes(host);
/** A probe is answered by where it would be led, and goes nowhere. */
const goods: Place['goods'] = (estate) => [
  { given: `${estate.cloud.authority}/signin`, host: ownHosts(estate).site, path: '/' },
];

const statuses = [301, 302, 303, 307, 308, 300, 304, 305, 306, 310, 399];

/** A redirect in place of an answer; whatever follows it meets the next one, and so on. */
export const redirects: Place = {
  name: 'redirects',
  allows,
  goods,
  paths: ['/', '/next'],
  tell: (estate, location, twist) => ({
    ...honest(estate),
    instead: {
      of: call(twist)?.of(estate) ?? '',
      status: nth(statuses, twist) ?? 302,
      headers: { location },
    },
  }),
  follow: (following) => call(following.twist)?.ask(following) ?? Promise.reject(new Error('no call')),
};

const failures = [200, 201, 202, 204, 401, 403, 404, 407, 408, 409, 410, 421, 429, 500, 502, 503, 504];
const leading: readonly ((address: string) => Readonly<Record<string, string>>)[] = [
  (address) => ({ location: address }),
  (address) => ({ location: address, 'content-location': address }),
  (address) => ({ refresh: `0; url=${address}` }),
  (address) => ({ link: `<${address}>; rel="next"` }),
  (address) => ({ 'azure-asyncoperation': address, 'operation-location': address }),
  (address) => ({ 'alt-svc': `h2="${address.replace(/^.*?\/\//, '')}"; ma=3600` }),
  (address) => ({ 'www-authenticate': `Bearer authorization_uri="${address}", resource_id="${address}"` }),
  (address) => ({ 'retry-after': address }),
];

/** Answers that ask to come again, or elsewhere: with addresses in any header that some client would follow. */
export const headersThatLead: Place = {
  name: 'addresses beside “try again”',
  allows,
  goods,
  paths: ['/', '/next'],
  tell: (estate, address, twist) => ({
    ...honest(estate),
    instead: {
      of: call(twist)?.of(estate) ?? '',
      status: nth(failures, twist) ?? 503,
      // A millisecond: the second try is part of what is looked at.
      headers: { 'retry-after-ms': '1', ...nth(leading, twist * 7)?.(address) },
    },
  }),
  follow: (following) => call(following.twist)?.ask(following) ?? Promise.reject(new Error('no call')),
};
