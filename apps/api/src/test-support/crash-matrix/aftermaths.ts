import type { Answers } from '@portico/contract/answers';
import type { ActionId, StepId } from '@portico/contract/plan';
import { askMaps } from '@portico/twin/dual-write/ask-maps';
import { applySolutions } from '@portico/twin/dual-write/apply-solutions';
import { runMaps } from '@portico/twin/dual-write/run-maps';
import { sequenceOf } from '@portico/twin/dual-write/sequences';
import { settleDualWrite } from '@portico/twin/dual-write/settle';
import { convertSite, deleteSite, restartSite, showSite } from '@portico/twin/platform/change-site';
import { createSite } from '@portico/twin/platform/create-site';
import { later } from '@portico/twin/platform/durations';
import { installPackage } from '@portico/twin/platform/install-package';
import { environments, organizations } from '@portico/twin/scenarios/contoso/ids';
import { addPortal } from '@portico/twin/scenarios/contoso/portal';
import { production } from '@portico/twin/scenarios/contoso/production';
import { addPortalUsers, chosen, inviteByHand } from '@portico/twin/test-support/portal-users';
import { placeOrder, productsFor } from '@portico/twin/services/portal/place-order';
import { contactNamed } from '@portico/twin/services/portal/portal-user';
import { readyToOrder, signedUp } from '@portico/twin/test-support/ready-to-order';
import {
  addReference,
  newsIn,
  organizationOf,
  putNews,
  removeNews,
} from '@portico/twin/test-support/reference-site';
import { guid, type World } from '@portico/twin/world';
import type { Environment, Site } from '@portico/twin/world/platform';
import type { Persona } from '@portico/twin/world/directory';
import type { Link, MapCode } from '@portico/twin/world/dual-write';
import { fiveMaps } from '@portico/twin/test-support/five-maps';

/** How the twin tells of an action: what must be true there when it has ended, whatever was killed meanwhile. */
export interface Aftermath {
  /** Makes the world small, where a large one would only do the same more often. */
  readonly arrange?: (world: World) => void;
  /** Each effect with how often it happened. At the end each has happened once. */
  readonly effects: (world: World) => Readonly<Record<string, number>>;
  /** A write that is turned away once, so that its step has something to wait for. */
  readonly throttled: { readonly service: string; readonly endpoint: string };
  /** What a person does in Microsoft's own page when the action is guided, by the page's own functions. */
  readonly byHand: (world: World, person: Persona) => void;
  /** The step that was looked at before: by what was found there the action goes. */
  readonly lookedAt?: StepId;
  /** What was done before, with how many writes, because the action takes it back. */
  readonly before?: { readonly action: ActionId; readonly writes: number };
  /** What a person does by hand is seen through the gateway alone. */
  readonly throughGateway?: true;
}

const day = 24 * 3_600_000;

/** What is decided before any action; a step that asks something new has its answer here. */
export const answers = {
  environment: { environment: environments.production },
  'table-maps': { master: 'finance-operations', initialSync: true, choices: {} },
  'portal-site': { name: 'Contoso orders', subdomain: 'contoso-orders', language: 1033 },
  'first-users': chosen,
  'go-live': { convert: 'now' },
  update: { template: { environment: environments.sandbox, website: guid(299) } },
} as const satisfies Answers;

/** One for each action of the plan; one missing doesn't compile. */
export const aftermaths = {
  'install-packages': {
    arrange: ({ state }) => {
      for (const found of packagesOf(state)) found.state = 'None';
      for (const { tables } of state.dataverse.organizations)
        tables['solutions'] = (tables['solutions'] ?? []).filter(
          ({ uniquename }) => !packagesOf(state).some(({ solutions }) => String(uniquename) in solutions),
        );
    },
    effects: ({ state }) =>
      Object.fromEntries(
        packagesOf(state).flatMap(({ uniqueName, state: is }) => [
          [
            `${uniqueName} asked for`,
            state.platform.operations.filter((operation) => operation.package === uniqueName).length,
          ],
          [`${uniqueName} is there`, is === 'Installed' ? 1 : 0],
        ]),
      ),
    throttled: { service: 'Power Platform applications', endpoint: 'installPackage' },
    byHand: (world, person) => {
      for (const { uniqueName } of packagesOf(world.state))
        installPackage(world, person, environments.production, uniqueName);
    },
  },
  'apply-map-solutions': {
    // Two of the three: the other would take the same steps.
    arrange: (world) => {
      const { applied } = linkOf(world);
      applied.splice(0, Infinity, ...applied.filter((name) => !mapSolutions.includes(name)));
    },
    effects: (world) => {
      const { applications, applied, maps } = linkOf(world);
      return {
        ...Object.fromEntries(
          mapSolutions.flatMap((name) => [
            [`${name} asked for`, applications.filter(({ solutions }) => solutions.join() === name).length],
            [`${name} applied`, applied.filter((each) => each === name).length],
          ]),
        ),
        'maps of one name': Math.max(
          ...maps.map(
            ({ name, description }) =>
              maps.filter((map) => map.name === name && map.description === description).length,
          ),
        ),
      };
    },
    throttled: { service: 'Dual-write', endpoint: 'applySolution' },
    throughGateway: true,
    byHand: (world, person) => {
      for (const name of mapSolutions) applySolutions(world, person, linkOf(world), [name]);
    },
  },
  'start-maps': {
    // All that the five need at Contoso, 29 maps, would take the same steps five times as often: what the five refer
    // to was copied before, and the maps that did it are gone with all that tells of them.
    arrange: (world) => {
      const link = linkOf(world);
      const kept = link.maps.filter(({ name }) =>
        [...fiveMaps, 'cdm_companies - Legal entities'].includes(name),
      );
      const before = neededOf(world).filter((map) => !kept.includes(map));
      runMaps(
        world,
        link,
        before.map((map) => ({ map, initialSync: true, master: 'AX' })),
      );
      world.clock.jump(day);
      settleDualWrite(world);
      link.maps.splice(0, link.maps.length, ...kept);
      link.requests.splice(0, link.requests.length);
      for (const { tables } of world.state.dataverse.organizations)
        if (tables['msdyn_dualwriteruntimeconfigs']) tables['msdyn_dualwriteruntimeconfigs'] = [];
    },
    effects: (world) => {
      const { requests, maps } = linkOf(world);
      const nameOf = (id: string) => maps.find((map) => map.id === id)?.name ?? id;
      const asked = requests.map(({ action, map }) => `action ${action} on ${nameOf(map)}`);
      return {
        ...Object.fromEntries(asked.map((each) => [each, asked.filter((other) => other === each).length])),
        ...Object.fromEntries(
          neededOf(world).map(({ name, state }) => [`${name} runs`, state === 4 ? 1 : 0]),
        ),
      };
    },
    throttled: { service: 'Dual-write', endpoint: 'start' },
    byHand: (world) => {
      const runs = neededOf(world).map((map) => ({ map, initialSync: true, master: 'AX' as const }));
      runMaps(world, linkOf(world), runs);
    },
  },
  'pause-maps': {
    arrange: letRun,
    effects: (world) => stood(world, '5', 5),
    throttled: { service: 'Dual-write', endpoint: 'start' },
    byHand: (world) => askAll(world, '5'),
    throughGateway: true,
  },
  'skip-catch-up': {
    arrange: (world) => {
      letRun(world);
      askAll(world, '5');
      pass(world);
    },
    effects: (world) => stood(world, '6', 4),
    throttled: { service: 'Dual-write', endpoint: 'start' },
    byHand: (world) => askAll(world, '6'),
    throughGateway: true,
  },
  'stop-maps': {
    arrange: letRun,
    effects: (world) => stood(world, '4', 1),
    throttled: { service: 'Dual-write', endpoint: 'start' },
    byHand: (world) => askAll(world, '4'),
  },
  'provision-site': {
    effects: ({ state, clock }) => {
      const { sites, operations } = state.platform;
      return {
        begun: operations.filter(({ kind }) => kind === 'create-site').length,
        ready: sites.filter(({ readyAt }) => Date.parse(readyAt) <= clock.now().getTime()).length,
      };
    },
    throttled: { service: 'Power Pages', endpoint: 'createWebsite' },
    byHand: (world, person) => {
      const { name, subdomain, language } = answers['portal-site'];
      createSite(world, person, environments.production, {
        name,
        subdomain,
        templateName: 'CustomerPortal',
        selectedBaseLanguage: language,
        dataverseOrganizationId: organizations.production,
      });
    },
  },
  'invite-users': {
    arrange: (world) => {
      addPortal(world.state, world.clock.now());
      addPortalUsers(world);
    },
    effects: ({ state }) => {
      const { tables } = production(state).organization;
      const of = (set: string, column: string, id: string) =>
        (tables[set] ?? []).filter((row) => row[column] === id).length;
      return Object.fromEntries(
        chosen.people.flatMap(({ contact }) => {
          const row = tables['contacts']?.find(({ contactid }) => contactid === contact);
          return [
            [`invitations of ${contact}`, of('adx_invitations', '_adx_invitecontact_value', contact)],
            [`web roles of ${contact}`, of('adx_webrole_contactset', 'contactid', contact)],
            [`filled in at ${contact}`, row?.['_defaultpricelevelid_value'] ? 1 : 0],
          ];
        }),
      );
    },
    throttled: { service: 'Dataverse', endpoint: 'createRow' },
    byHand: (world) => inviteByHand(world),
  },
  'place-order': {
    arrange: readyToOrder,
    effects: ({ state }) => ({
      'an order is placed': (production(state).organization.tables['salesorders'] ?? []).filter(
        ({ ordernumber }) => typeof ordernumber === 'string',
      ).length,
    }),
    // Only people place orders.
    throttled: { service: 'Dataverse', endpoint: 'createRow' },
    byHand: orderOne,
  },
  'convert-site': {
    arrange: letStand,
    effects: (world) => ({
      begun: world.state.platform.operations.filter(({ kind }) => kind === 'convert-site').length,
      production: siteOf(world)?.type === 'Production' ? 1 : 0,
    }),
    throttled: { service: 'Power Pages', endpoint: 'convertToProduction' },
    byHand: (world, person) =>
      on(world, (environment, site) => convertSite(world, person, environment, site)),
  },
  'publish-site': {
    arrange: (world) => {
      letStand(world);
      on(world, (_, site) => Object.assign(site, { type: 'Production' }));
    },
    effects: (world) => ({ public: siteOf(world)?.visibility === 'public' ? 1 : 0 }),
    throttled: { service: 'Power Pages', endpoint: 'updateSiteVisibility' },
    byHand: (world, person) =>
      on(world, (environment, site) => showSite(world, person, environment, site, 'public')),
  },
  'hide-site': {
    arrange: (world) => {
      letStand(world);
      on(world, (_, site) => Object.assign(site, { type: 'Production', visibility: 'public' }));
    },
    effects: (world) => ({ private: siteOf(world)?.visibility === 'private' ? 1 : 0 }),
    throttled: { service: 'Power Pages', endpoint: 'updateSiteVisibility' },
    byHand: (world, person) =>
      on(world, (environment, site) => showSite(world, person, environment, site, 'private')),
  },
  'restart-site': {
    arrange: letStand,
    effects: (world) => ({ restarted: siteOf(world)?.away ? 1 : 0 }),
    throttled: { service: 'Power Pages', endpoint: 'restartWebsite' },
    byHand: (world, person) => {
      on(world, (_, site) => {
        restartSite(world, person, site);
        // A long one: whoever died meanwhile still sees it.
        if (site.away) site.away = { ...site.away, until: later(world.clock.now(), day) };
      });
    },
  },
  'delete-site-host': {
    arrange: letStand,
    effects: (world) => ({
      begun: world.state.platform.operations.filter(({ kind }) => kind === 'delete-site').length,
      gone: Date.parse(siteOf(world)?.deletedAt ?? '') <= world.clock.now().getTime() ? 1 : 0,
    }),
    throttled: { service: 'Power Pages', endpoint: 'deleteWebsite' },
    byHand: (world, person) => on(world, (environment, site) => deleteSite(world, person, environment, site)),
  },
  'apply-update': {
    arrange: offerUpdate,
    effects: (world) => {
      const { lines, pages } = newsIn(organizationOf(world, organizations.production));
      return { 'the new line in the footer': lines, 'the new page, with its language': pages / 2 };
    },
    throttled: { service: 'Dataverse', endpoint: 'batch' },
    lookedAt: 'update',
    byHand: (world) =>
      on(world, (_, site) => putNews(world, organizationOf(world, organizations.production), site)),
  },
  'roll-back': {
    arrange: offerUpdate,
    effects: (world) => {
      const { lines, pages } = newsIn(organizationOf(world, organizations.production));
      return { 'the footer is as before': 1 - lines, 'no page is left': 1 - pages };
    },
    throttled: { service: 'Dataverse', endpoint: 'batch' },
    lookedAt: 'update',
    // Two change sets, because of the page, and the restart.
    before: { action: 'apply-update', writes: 3 },
    byHand: (world) => removeNews(organizationOf(world, organizations.production)),
  },
} satisfies Record<ActionId, Aftermath>;

/** On the portal: one of the first thing that there is. */
function orderOne(world: World): void {
  const [site] = world.state.platform.sites;
  const user = site && contactNamed(world, site, signedUp[0] ?? '');
  const product = user && String(productsFor(world, site, user)[0]?.['productid']);
  if (!product) throw new Error('The portal has its first user, and something to order.');
  placeOrder(world, site, user, { product, quantity: 1, receipt: '', address: 'Main Street 1' });
}

const siteOf = ({ state }: World) =>
  state.platform.sites.find(({ subdomain }) => subdomain === answers['portal-site'].subdomain);

/** The site stands, and a newer template is to be seen in the sandbox. */
function offerUpdate(world: World): void {
  letStand(world);
  const reference = addReference(world, 1, answers.update.template.website);
  putNews(world, organizationOf(world, organizations.sandbox), reference);
}

/** The site that was decided stands, made by Alex; and it is a trial. */
function letStand(world: World): void {
  const alex = world.state.directory.people.find(({ userName }) => userName.startsWith('alex@'));
  if (!alex) throw new Error('Contoso has Alex.');
  aftermaths['provision-site'].byHand(world, alex);
  world.clock.jump(day);
}

function on(world: World, act: (environment: Environment, site: Site) => unknown): void {
  const site = siteOf(world);
  const environment = world.state.platform.environments.find(({ id }) => id === site?.environment);
  if (!site || !environment) throw new Error('The site stands.');
  act(environment, site);
}

/** The five run, and so does what is left of what they need. */
function letRun(world: World): void {
  aftermaths['start-maps'].arrange(world);
  aftermaths['start-maps'].byHand(world);
  pass(world);
}

function pass(world: World): void {
  world.clock.jump(day);
  settleDualWrite(world);
}

/** On the page: the maps whose rows refer to those of others before these. */
function askAll(world: World, action: string): void {
  const five = neededOf(world).filter(({ name }) => fiveMaps.includes(name));
  askMaps(
    world,
    linkOf(world),
    action,
    five.toReversed().map((map) => ({ map, skipInitialSync: true })),
  );
}

/** How often each of the five was asked for it, and whether it stands so. */
function stood(world: World, action: string, as: MapCode): Readonly<Record<string, number>> {
  const { requests, maps } = linkOf(world);
  return Object.fromEntries(
    maps
      .filter(({ name }) => fiveMaps.includes(name))
      .flatMap(({ id, name, state }) => [
        [
          `action ${action} on ${name}`,
          requests.filter((one) => one.action === action && one.map === id).length,
        ],
        [`${name} stands so`, state === as ? 1 : 0],
      ]),
  );
}
const mapSolutions = ['msdyn_Dynamics365FinanceExtendedMaps', 'msdyn_Dynamics365SupplyChainExtendedMaps'];

/** Two of what dual-write needs: the others would take the same steps. */
const packagesOf = ({ platform }: World['state']) =>
  (platform.packages[environments.production] ?? []).filter(({ uniqueName }) =>
    /^(HCMCommonAnchor|msdyn_Dynamics365HCMAnchor)$/.test(uniqueName),
  );

function linkOf({ state }: World): Link {
  const [link] = state.dualWrite.links;
  if (!link) throw new Error('Contoso has a link.');
  return link;
}

/** The five maps and what they need, each after what it needs. */
function neededOf(world: World) {
  const link = linkOf(world);
  const wanted = link.maps.filter(({ name }) => fiveMaps.includes(name));
  return [...new Set(wanted.flatMap((map) => sequenceOf(link, map)))];
}
