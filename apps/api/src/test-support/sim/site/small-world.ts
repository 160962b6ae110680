import type { Answers } from '@portico/contract/answers';
import { createSite, isAlive } from '@portico/twin/platform/create-site';
import { days, later } from '@portico/twin/platform/durations';
import { isAway, lifeOf } from '@portico/twin/platform/site-life';
import { settle } from '@portico/twin/platform/settle';
import { contoso } from '@portico/twin/scenarios/contoso';
import { environments, organizations, people } from '@portico/twin/scenarios/contoso/ids';
import { hostDeleted } from '@portico/twin/scenarios/host-deleted';
import { siteExists } from '@portico/twin/scenarios/site-exists';
import { Refused } from '@portico/twin/serve';
import { createWorld, type State, type World } from '@portico/twin/world';
import type { Chance } from '../../seeded.ts';

type Decision = NonNullable<Answers['portal-site']>;
/** People decide anew when they are told no. */
export type Decided = { -readonly [K in keyof Decision]: Decision[K] };

/** What was there before anybody set up a portal. */
const pasts = [
  'nothing',
  'another portal',
  'pages without a host',
  'one that failed',
  'the address is taken',
] as const;
export type Past = (typeof pasts)[number];
export const kindsOfPasts: readonly Past[] = pasts;

export const drawPast = (chance: Chance): Past =>
  chance.pick(['nothing', 'nothing', 'nothing', ...pasts] as const);

interface Wants {
  readonly now: () => Date;
  readonly past: Past;
  readonly switches: Partial<State['switches']>;
  readonly decided: Decided;
}

/** Contoso, with that past; each seed has its own. */
export function siteWorld({ now, past, switches, decided }: Wants): World {
  const made = { 'another portal': siteExists, 'pages without a host': hostDeleted } as const;
  const state = past === 'another portal' || past === 'pages without a host' ? made[past](now()) : contoso();
  Object.assign(state.switches, switches);
  const { platform, dataverse } = state;
  if (past === 'the address is taken') platform.takenSubdomains.push(decided.subdomain);
  if (past === 'pages without a host') {
    const { tables } = dataverse.organizations.find(({ id }) => id === organizations.production) ?? {};
    decided.record = String(tables?.['adx_websites']?.[0]?.['adx_websiteid']);
  }
  const world = createWorld(state, { now, speed: 0, jump: () => undefined });
  if (past === 'one that failed') {
    state.faults.push({ kind: 'operation-fails', count: 1 });
    create(world, decided);
    const site = platform.sites.at(-1);
    if (site) Object.assign(site, { createdAt: ago(now, 2), readyAt: ago(now, 1) });
  }
  return world;
}

const ago = (now: () => Date, some: number) => later(now(), -some * days);

/** Somebody creates a portal on Microsoft's page; answers whether the page took it. */
export function create(world: World, { name, subdomain, language, record }: Decided): boolean {
  settle(world);
  const mona = world.state.directory.people.find(({ id }) => id === people.mona);
  if (!mona) throw new Error('Contoso has Mona.');
  try {
    createSite(world, mona, environments.production, {
      dataverseOrganizationId: organizations.production,
      name,
      subdomain,
      selectedBaseLanguage: language,
      templateName: 'CustomerPortal',
      ...(record === undefined ? {} : { websiteRecordId: record }),
    });
    return true;
  } catch (error) {
    if (error instanceof Refused) return false;
    throw error;
  }
}

/** The portals that are there or on their way, whoever asked for them. */
export const portals = (world: World) =>
  world.state.platform.sites.filter(
    (site) =>
      site.environment === environments.production &&
      site.template === 'CustomerPortal' &&
      isAlive(world, site),
  );

/** Whether people who open its address meet the site. */
export function isUp(world: World, site: State['platform']['sites'][number]): boolean {
  const environment = world.state.platform.environments.find(({ id }) => id === site.environment);
  const ready = environment && lifeOf(world, site, environment).phase === 'ready';
  return Boolean(ready && !isAway(world, site) && !site.stopped);
}
