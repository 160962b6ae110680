import { people } from '@portico/twin/scenarios/contoso/ids';
import { environments, organizations } from '@portico/twin/scenarios/contoso/ids';
import { siteExists } from '@portico/twin/scenarios/site-exists';
import { createWorld, guid, type State, type World } from '@portico/twin/world';
import type { Organization, Row } from '@portico/twin/world/dataverse';
import { makeSite, type News } from './template.ts';

/** Where the template's site stands. */
export const template = { environment: environments.sandbox, website: guid(900_001) };
const minutes = 60_000;

const began = new Date(Date.UTC(2024, 4, 1, 10));
const large = siteExists(began);
const live = large.platform.sites[0];
if (!live) throw new Error('A portal stands.');
/** What of an organization members need, and what is read beside a site. */
const needed = [
  'organizations',
  'systemusers',
  'roles',
  'systemuserrolescollection',
  'teams',
  'teammemberships',
  'teamrolescollection',
  'businessunits',
  'publishers',
] as const;
const of = (id: string) => large.dataverse.organizations.find((each) => each.id === id);

function smallOrganization(id: string, made: Record<string, Row[]>): Organization {
  const [like, own] = [of(organizations.production), of(id)];
  if (!like || !own) throw new Error('Contoso has this organization.');
  const kept = needed.map((set) => [set, like.tables[set] ?? []] as const);
  const solutions = (like.tables['solutions'] ?? []).slice(0, 2);
  return {
    ...own,
    version: 5000,
    alike: {},
    totals: {},
    tables: { ...Object.fromEntries(kept), solutions, ...made },
  };
}

export const website = live.websiteRecordId;
/** The live site's address begins so. */
export const { subdomain } = live;

/** A site as its template made it a week ago, and beside it one that the newer template made. */
export function updateWorld(
  now: () => Date,
  brought: ReadonlySet<News>,
  switches: Partial<State['switches']>,
): World {
  const state: State = {
    ...large,
    ids: 1_000_000,
    switches: { ...large.switches, ...switches },
    platform: { ...large.platform, sites: [structuredClone(live as NonNullable<typeof live>)] },
    dataverse: { organizations: [] },
    writes: [],
    faults: [],
  };
  const world = createWorld(state, { now, speed: 0, jump: () => undefined });
  const [made, provisioned] = [() => world.id(), new Date(began.getTime() - 7 * 24 * 60 * minutes)];
  const at = provisioned.toISOString().replace(/\.\d+/, '');
  const rowsOf = (site: string, brings: ReadonlySet<News>) => {
    const language = made();
    const sites = [{ adx_websiteid: site, adx_name: 'Contoso', adx_website_language: 1033 }];
    const languages = [{ adx_portallanguageid: language, adx_name: 'English', adx_lcid: 1033 }];
    const stamped = (rows: readonly Row[]) =>
      rows.map((row) => ({ ...row, createdon: at, modifiedon: at, statecode: 0, statuscode: 1 }));
    return {
      adx_websites: stamped(sites),
      adx_portallanguages: stamped(languages),
      ...makeSite({ website: site, language, at, id: made, news: brings }),
    };
  };
  state.dataverse.organizations.push(
    smallOrganization(organizations.production, rowsOf(website, new Set())),
    smallOrganization(organizations.sandbox, rowsOf(template.website, brought)),
  );
  let version = 4000;
  for (const { tables } of state.dataverse.organizations)
    for (const [set, rows] of Object.entries(tables))
      if (/^(adx_|annotations)/.test(set)) for (const row of rows) row['versionnumber'] = version++;
  return world;
}

export function liveOf({ state }: World): Organization {
  const found = state.dataverse.organizations.find(({ id }) => id === organizations.production);
  if (!found) throw new Error('The site has an organization.');
  return found;
}

/** Who edits the site beside Portico. */
export const editor = people.mona;
