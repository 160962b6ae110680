import { contoso } from '@portico/twin/scenarios/contoso';
import { quoteToCash } from '@portico/twin/scenarios/quote-to-cash';
import { createWorld, type State, type World } from '@portico/twin/world';
import { fiveMaps } from '@portico/twin/test-support/five-maps';
import type { Chance } from '../../seeded.ts';
import { customersOf, financeRows, groupsOf, inACircle, type Shape } from './shapes.ts';

export type Link = State['dualWrite']['links'][number];
export type TwinMap = Link['maps'][number];

/** What the rows of the five maps can't do without. */
const needed = ['cdm_companies - Legal entities', 'transactioncurrencies - Currencies', 'uoms - Units'];

/** What customers name besides. */
const groups = 'msdyn_customergroups - Customer groups';

/** Copied whatever was decided, and finance and operations wins: the features that are on. */
export const isFixed = ({ name }: Pick<TwinMap, 'name'>): boolean =>
  name.endsWith('feature management states');

/** A scenario, made once: each seed has its own dual-write, and shares what a story doesn't change. */
function baseOf(base: State, wanted: readonly string[]) {
  const [link] = base.dualWrite.links;
  const [organization] = base.dataverse.organizations;
  if (!link || !organization) throw new Error('Contoso has a link and an organization.');
  const maps = link.maps.filter(
    (map) => [...wanted, ...needed, groups].includes(map.name) || (wanted !== fiveMaps && isFixed(map)),
  );
  return { base, link, organization, maps, wanted };
}

const newer = fiveMaps.map((name) => name.replace(/CDS sales order (\w+)$/, 'Dynamics 365 Sales order $1'));
const bases = { guide: baseOf(contoso(), fiveMaps), newer: baseOf(quoteToCash(), newer) };

interface Wants {
  readonly now: () => Date;
  readonly chance: Chance;
  readonly switches: Partial<State['switches']>;
  readonly shape: Shape;
}

export interface SmallWorld {
  readonly world: World;
  readonly link: Link;
  /** The five. */
  readonly wanted: readonly TwinMap[];
  /** The rows of customers in finance and operations. */
  readonly customers: readonly Record<string, unknown>[];
}

/** Contoso with eight maps and one or two companies; some maps have a past. */
export function smallWorld({ now, chance, switches, shape }: Wants): SmallWorld {
  const {
    base,
    link: whole,
    organization,
    maps,
    wanted,
  } = bases[shape['newer order maps'] ? 'newer' : 'guide'];
  const companies = whole.companies.slice(0, chance.next() < 0.2 ? 2 : 1);
  const used = new Set(companies.map(({ id }) => id));
  const [company] = companies;
  const customers = customersOf(shape, company?.id ?? '', chance);
  const own = maps
    .filter(({ name }) => name !== groups || customers.length > 0)
    .map((map) => ({
      ...map,
      templates: shape['several versions'] ? map.templates : map.templates.slice(0, 1),
    }))
    .map((map) => (shape['maps need each other'] ? inACircle(map) : map));
  const link = {
    ...structuredClone({ ...whole, maps: own, companies, emptyReads: 0 }),
    requests: [],
    executions: [],
    applications: [],
  } as Link;
  for (const map of link.maps) {
    const mine = map.companies.filter((company) => company === 'dat' || used.has(company));
    map.companies.splice(0, Infinity, ...mine);
    // Microsoft's is the first, then an older one, a partner's, and one that is parked.
    if (map.templates.length > 1) {
      const [first, ...others] = map.templates;
      if (first) map.active = chance.pick([first, ...others]).id;
    }
  }
  const templates = own.flatMap((map) => map.templates.map(({ id }) => id));
  const wholeTables = organization.tables;
  const [ours] = wholeTables['cdm_companies'] ?? [];
  const tables = {
    ...wholeTables,
    // Without rows nothing is written, so that seeds share all other tables, and a copying takes its shortest time.
    ...Object.fromEntries(own.map(({ dataverse }) => [dataverse.name, []])),
    cdm_companies: wholeTables['cdm_companies'] ?? [],
    ...(customers.length > 0
      ? {
          cdm_companies: structuredClone(wholeTables['cdm_companies'] ?? []),
          transactioncurrencies: structuredClone(
            wholeTables['transactioncurrencies']?.filter((row) => row['isocurrencycode'] === 'USD') ?? [],
          ),
          msdyn_customergroups: groupsOf(ours?.['cdm_companyid']),
        }
      : {}),
    msdyn_dualwriteruntimeconfigs: [],
    msdyn_dualwriteentitymaps: (wholeTables['msdyn_dualwriteentitymaps'] ?? []).filter((row) =>
      templates.includes(String(row['msdyn_dualwriteentitymapid'])),
    ),
  };
  const state: State = {
    ...base,
    switches: { ...base.switches, ...switches },
    dataverse: {
      organizations: [{ ...organization, tables, alike: {} }],
    },
    finance: {
      environments: base.finance.environments.map((each) => ({
        ...each,
        products: [],
        tables: customers.length > 0 ? financeRows(customers) : {},
      })),
    },
    dualWrite: { links: [link] },
    writes: [],
    faults: [],
  };
  return {
    world: createWorld(state, { now, speed: 0, jump: () => undefined }),
    link,
    wanted: link.maps.filter(({ name }) => wanted.includes(name)),
    customers,
  };
}
