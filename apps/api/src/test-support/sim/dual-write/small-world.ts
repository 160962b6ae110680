import { contoso } from '@portico/twin/scenarios/contoso';
import { people } from '@portico/twin/scenarios/contoso/ids';
import { createWorld, type State, type World } from '@portico/twin/world';
import { fiveMaps } from '@portico/twin/test-support/five-maps';
import type { Chance } from '../../seeded.ts';

export type Link = State['dualWrite']['links'][number];
export type TwinMap = Link['maps'][number];

/** What the rows of the five maps can't do without. */
const needed = ['cdm_companies - Legal entities', 'transactioncurrencies - Currencies', 'uoms - Units'];

export const isWanted = ({ name }: TwinMap): boolean => fiveMaps.includes(name);

/** Contoso, made once: each seed has its own dual-write, and shares what a story doesn't change. */
const base = contoso();
const [contosoLink] = base.dualWrite.links;
const [organization] = base.dataverse.organizations;
if (!contosoLink || !organization) throw new Error('Contoso has a link and an organization.');

const maps = contosoLink.maps
  .filter(({ name }) => fiveMaps.includes(name) || needed.includes(name))
  .map((map) => ({
    ...map,
    templates: map.templates.slice(0, 1),
  }));
const templates = maps.flatMap((map) => map.templates.map(({ id }) => id));
const wholeTables = organization.tables;

interface Wants {
  readonly now: () => Date;
  readonly chance: Chance;
  readonly switches: Partial<State['switches']>;
}

/** Contoso with eight maps and one or two companies; some maps have a past. */
export function smallWorld({ now, chance, switches }: Wants): { world: World; link: Link } {
  const companies = contosoLink?.companies.slice(0, chance.next() < 0.2 ? 2 : 1) ?? [];
  const used = new Set(companies.map(({ id }) => id));
  const link = {
    ...structuredClone({ ...contosoLink, maps, companies, emptyReads: 0 }),
    requests: [],
    executions: [],
    applications: [],
  } as Link;
  for (const map of link.maps) {
    const own = map.companies.filter((company) => company === 'dat' || used.has(company));
    map.companies.splice(0, Infinity, ...own);
  }
  const tables = {
    ...wholeTables,
    // Without rows nothing is written, so that seeds share all other tables, and a copying takes its shortest time.
    ...Object.fromEntries(maps.map(({ dataverse }) => [dataverse.name, []])),
    cdm_companies: wholeTables['cdm_companies'] ?? [],
    msdyn_dualwriteruntimeconfigs: [],
    msdyn_dualwriteentitymaps: (wholeTables['msdyn_dualwriteentitymaps'] ?? []).filter((row) =>
      templates.includes(String(row['msdyn_dualwriteentitymapid'])),
    ),
  };
  const state: State = {
    ...base,
    switches: { ...base.switches, ...switches },
    dataverse: {
      organizations: [{ ...organization, tables } as (typeof base.dataverse.organizations)[number]],
    },
    finance: {
      environments: base.finance.environments.map((each) => ({ ...each, products: [], tables: {} })),
    },
    dualWrite: { links: [link] },
    writes: [],
    faults: [],
  };
  return { world: createWorld(state, { now, speed: 0, jump: () => undefined }), link };
}

/** The consultant who sets up, a colleague who may as well, and what else they are called in the twin. */
export const alex = { id: people.alex, tenant: contosoLink.tenant, name: 'Alex' };
export const mona = { id: people.mona, tenant: contosoLink.tenant, name: 'Mona' };
