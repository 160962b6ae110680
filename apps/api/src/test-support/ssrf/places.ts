import { gatewayOrigin } from '@portico/contract/gateway-address';
import siteAnswers from '../../checks/site-answers.ts';
import installPackages from '../../actions/install-packages.ts';
import provisionSite from '../../actions/provision-site.ts';
import type { Verbs } from '@portico/plan/action';
import { gatewaysOf } from '../../targets/find-gateway.ts';
import type { Estate, Kind } from './estate.ts';
import type { Following, Place } from './place.ts';
import { headersThatLead, redirects } from './answers-that-lead.ts';
import { rebinding } from './rebinding.ts';
import { signIn } from './sign-in.ts';
import { environmentId, ownHosts, subdomain } from './tenant.ts';

/** An action runs to its first look at what it started, as it does for a person. */
const oneLook: Verbs = {
  once: (_key, act) => act({ unanswered: 0, write: (send) => send() }),
  say: () => Promise.resolve(),
  // Nothing is waited for: what comes after the first look is not about addresses.
  until: async (_key, _wait, poll) => (await poll()) as never,
};

const within =
  (kinds: readonly Kind[], fixed: (estate: Estate) => readonly string[]): Place['allows'] =>
  (estate, host) =>
    fixed(estate).includes(host) || kinds.some((kind) => estate.zones[kind].test(host));
const bap = (estate: Estate) => [ownHosts(estate).bap];
const throughDataverse = (estate: Estate) => [ownHosts(estate).bap, ownHosts(estate).dataverse];
const platform = (estate: Estate) => [...throughDataverse(estate), ownHosts(estate).platform];

/** Bases: bare, with a slash, and as somebody shouts them. */
const bases =
  (kind: 'dataverse' | 'finance' | 'site', path: string): Place['goods'] =>
  ({ cloud, goods }) =>
    goods[kind].flatMap((host) =>
      [host, `${host}/`, host.toUpperCase()].map((each) => ({
        given: `${cloud.scheme}//${each}`,
        host,
        path,
      })),
    );

async function askFinance({ targets, shows }: Following): Promise<void> {
  shows(await targets.financeForm('SysUserInfoPage'));
  await (await targets.finance()).listLegalEntities({});
}

function nextLink(
  list: 'rows' | 'websites' | 'applicationPackages',
  path: string,
  follow: Place['follow'],
): Place {
  const at = (estate: Estate) => ownHosts(estate)[list === 'rows' ? 'dataverse' : 'platform'];
  const keys = ['@odata.nextLink', '@odata.nextlink', 'nextLink'];
  return {
    name: `next page of ${list}`,
    allows: within([], list === 'rows' ? throughDataverse : platform),
    goods: (estate) =>
      [`${estate.cloud.scheme}//${at(estate)}${path}&page=2`, `${path}&page=2`, `${path}&page=2 é`].map(
        (given) => ({
          given,
          host: at(estate),
          path: '&page=2',
        }),
      ),
    paths: [path, '/'],
    tell: (_estate, link, twist) => ({ next: { list, link, key: keys[twist % keys.length] ?? '' } }),
    follow,
  };
}

function operation(name: string, path: string, follow: Place['follow']): Place {
  return {
    name,
    allows: within([], platform),
    goods: (estate) =>
      [path, `${estate.cloud.scheme}//${ownHosts(estate).platform}${path}`].flatMap((given) =>
        // As Operation-Location with a 202, as Location with a 202 and with a 201.
        [26, 25, 27].map((twist) => ({ given, host: ownHosts(estate).platform, path, twist })),
      ),
    paths: [path],
    tell: (_estate, address, twist) => ({
      started: {
        status: twist % 3 === 0 ? 201 : 202,
        headers: { [twist % 2 === 0 ? 'operation-location' : 'location']: address, 'retry-after': '5' },
      },
    }),
    follow,
  };
}

export const places: readonly Place[] = [
  {
    name: 'Dataverse of an environment',
    allows: within(['dataverse'], bap),
    goods: bases('dataverse', '/WhoAmI'),
    tell: (_estate, instanceUrl) => ({ instanceUrl }),
    follow: async ({ targets, shows }) => {
      shows(await targets.dataversePage('main.aspx'));
      await (await targets.dataverse()).whoAmI({});
    },
  },
  {
    name: 'finance, by Power Platform',
    allows: within(['finance'], throughDataverse),
    goods: bases('finance', '/data/LegalEntities'),
    tell: (_estate, finance) => ({ finance }),
    follow: askFinance,
  },
  {
    name: 'finance, by Dataverse',
    allows: within(['finance'], throughDataverse),
    goods: bases('finance', '/data/LegalEntities'),
    tell: (_estate, financeByDataverse) => ({ financeByDataverse }),
    follow: askFinance,
  },
  {
    name: 'dual-write gateway',
    allows: within(['gateway'], throughDataverse),
    goods: ({ islands, gateway }) =>
      islands.map((given) => ({
        given,
        host: gateway.replace('weu-il107', given.split('.')[0] ?? ''),
        path: '/Environments',
      })),
    tell: (_estate, island) => ({ island }),
    follow: ({ targets }) => targets.findGateway(),
  },
  {
    name: 'dual-write gateway, by a person',
    allows: within(['gateway'], throughDataverse),
    goods: ({ cloud, gateway }) =>
      ['', '/', '/api/DualWriteManagement/1.0/Version', '/?axenv=a#top'].flatMap((rest) =>
        [gateway, gateway.toUpperCase()].map((host) => ({
          given: `${cloud.scheme}//${host}${rest}`,
          host: gateway,
          path: '/Environments',
        })),
      ),
    paths: ['', '/api/DualWriteManagement/1.0/Version'],
    // What the API would refuse is tried all the same: the second door must hold alone.
    answers: ({ cloud }, given) => ({
      'dual-write': { gateway: gatewayOrigin(gatewaysOf(cloud), given) ?? given },
    }),
    tell: () => ({}),
    follow: ({ estate, targets, shows, given }) => {
      const accepted = gatewayOrigin(gatewaysOf(estate.cloud), given);
      if (accepted !== undefined) shows(accepted);
      return targets.findGateway();
    },
  },
  nextLink('rows', '/api/data/v9.2/solutions?$select=uniquename', ({ targets }) =>
    targets.rows({ set: 'solutions', $select: 'uniquename' }),
  ),
  nextLink(
    'websites',
    `/powerpages/environments/${environmentId}/websites?api-version=2024-10-01`,
    ({ targets }) => targets.sites(),
  ),
  nextLink(
    'applicationPackages',
    `/appmanagement/environments/${environmentId}/applicationPackages?api-version=2022-03-01-preview`,
    ({ targets }) => targets.packages(environmentId),
  ),
  operation(
    'operation of a site',
    `/powerpages/environments/${environmentId}/operations/1?api-version=1`,
    ({ targets }) =>
      provisionSite.drivers.automatic?.run(targets, oneLook) ?? Promise.reject(new Error('no driver')),
  ),
  operation(
    'operation of a package',
    `/appmanagement/environments/${environmentId}/operations/1?api-version=1`,
    ({ targets }) =>
      installPackages.drivers.automatic?.run(targets, oneLook) ?? Promise.reject(new Error('no driver')),
  ),
  redirects,
  headersThatLead,
  {
    name: 'address of a site',
    allows: within(['site'], platform),
    goods: bases('site', '/'),
    tell: (_estate, websiteUrl) => ({ websites: [{ id: 's', subdomain, websiteUrl }] }),
    follow: ({ targets }) => siteAnswers.observe(targets),
  },
  rebinding,
  signIn,
];
