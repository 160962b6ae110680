import type { MapState } from '@portico/contract/findings';
import { groupErrors } from '../../dual-write/playbook/group-errors.ts';
import { type JudgeCase, link } from './judge-case.ts';

const found = (candidates: number, chosen: boolean) => ({
  wanted: 'accounts',
  reason: 'maps-resolved.reason.name',
  candidates: Array.from({ length: candidates }, (_, index) => ({ id: `${index}` })),
  ...(chosen ? { chosen: { id: '0' } } : {}),
});
const plan = (maps: readonly object[], more: object = {}) => ({ maps, beside: [], apart: [], ...more });
const resolved = (...list: readonly object[]) => ({ count: 9, recorded: false, plan: plan(list), link });
const better = (taken: boolean) => ({ id: '1', version: '1.0.0.6', author: 'Microsoft', reason: 'r', taken });
const ordered = (source: string, more: object = {}) => ({
  source,
  circles: [],
  unnamed: [],
  order: [
    { id: '1', name: 'a', wanted: false },
    { id: '2', name: 'b', wanted: true },
  ],
  ...more,
});

const map = (state: MapState['state'], more: Partial<MapState> = {}): MapState => ({
  id: state,
  name: `Map ${state}`,
  wanted: true,
  state,
  companies: [],
  ...more,
});
const five = (...states: readonly MapState['state'][]): readonly MapState[] =>
  Array.from({ length: 5 }, (_, index) => map(states[index] ?? 'running'));
/** The same maps as `five()`, as Dataverse’s records have one of them. */
const recorded = (state: MapState['state']): readonly MapState[] => [
  map('running'),
  map('running', { state }),
];

const forecast = (more: object = {}) => ({
  copies: true,
  master: 'finance-operations',
  forecast: {
    maps: [
      {
        id: '1',
        name: 'Customers V3',
        wanted: true,
        companies: [],
        seconds: [60, 90],
        obstacles: [],
        ...more,
      },
    ],
  },
});

export const tableMapCases = {
  'maps-resolved': [
    {
      when: 'each is found',
      facts: resolved(found(1, true), found(2, true)),
      state: 'ok',
      says: 'maps-resolved.ok',
    },
    {
      when: 'each is found, in Dataverse’s records only',
      facts: { ...resolved(found(1, true)), recorded: true },
      state: 'ok',
      says: 'maps-resolved.ok',
    },
    {
      when: 'a name could mean several',
      facts: resolved(found(1, true), found(2, false)),
      state: 'blocked',
      says: 'maps-resolved.unclear',
      owner: 'you',
    },
    {
      when: 'a map is missing',
      facts: resolved(found(0, false), found(2, false)),
      state: 'blocked',
      says: 'maps-resolved.missing',
      owner: 'finance-operations-admin',
    },
    {
      when: 'the list is empty',
      facts: { ...resolved(found(0, false)), count: 0 },
      state: 'blocked',
      says: 'maps-resolved.blank',
      owner: 'finance-operations-admin',
    },
    {
      when: 'what runs beside them could mean several',
      facts: { ...resolved(), plan: plan([found(1, true)], { beside: [found(2, false)] }) },
      state: 'blocked',
      says: 'maps-resolved.unclear',
    },
    {
      when: 'nobody wants an optional one',
      facts: {
        ...resolved(),
        plan: plan([found(1, true)], {
          beside: [{ ...found(1, false), reason: 'maps-resolved.reason.contact-persons' }],
        }),
      },
      state: 'ok',
      says: 'maps-resolved.ok',
    },
    {
      when: 'one runs that must not',
      facts: {
        ...resolved(),
        plan: plan([found(1, true)], {
          apart: [{ id: '9', name: 'CDS Contacts V2 (contacts)', running: true }],
        }),
      },
      state: 'blocked',
      says: 'maps-resolved.conflict',
      owner: 'finance-operations-admin',
    },
    {
      when: 'one must not run, and doesn’t',
      facts: { ...resolved(), plan: plan([found(1, true)], { apart: [{ id: '9', running: false }] }) },
      state: 'ok',
      says: 'maps-resolved.ok',
    },
    ...[false, true].map((taken) => ({
      when: `another version is better, and is ${taken ? '' : 'not '}taken`,
      facts: resolved({
        ...found(1, true),
        chosen: { id: '0', name: 'Customers V3', version: '1', better: better(taken) },
      }),
      state: 'ok' as const,
      says: 'maps-resolved.ok',
    })),
  ],
  'map-prerequisites': [
    {
      when: 'the order is known',
      facts: ordered('gateway'),
      state: 'ok',
      says: 'map-prerequisites.ok',
    },
    {
      when: 'two need each other, and the documentation names one more',
      facts: ordered('gateway', { circles: [['1', '2']], unnamed: ['Parties (msdyn_parties)'] }),
      state: 'ok',
      says: 'map-prerequisites.ok',
    },
    {
      when: 'the order is the documentation’s',
      facts: ordered('documented'),
      state: 'warn',
      says: 'map-prerequisites.unread',
      owner: 'you',
    },
  ],
  'integration-keys': [
    {
      when: 'they are Microsoft’s, in another order',
      facts: { link, keys: { accounts: ['MSDYN_company.cdm_companycode', 'accountnumber'], own: ['name'] } },
      state: 'ok',
      says: 'integration-keys.ok',
    },
    {
      when: 'one is another',
      facts: { link, keys: { accounts: ['name'], uoms: ['msdyn_symbol'] } },
      state: 'warn',
      says: 'integration-keys.other',
      owner: 'finance-operations-admin',
    },
    {
      when: 'one is none',
      facts: { link, keys: { accounts: [] } },
      state: 'warn',
      says: 'integration-keys.other',
    },
    {
      when: 'they can’t be read',
      facts: { link, keys: undefined },
      state: 'warn',
      says: 'integration-keys.unread',
      owner: 'finance-operations-admin',
    },
  ],
  'sync-feasible': [
    { when: 'all is within the limits', facts: forecast(), state: 'ok', says: 'sync-feasible.ok' },
    {
      when: 'nothing is copied, however much there is',
      facts: { ...forecast({ obstacles: ['rows'] }), copies: false },
      state: 'ok',
      says: 'sync-feasible.skipped',
    },
    ...(['rows', 'single-threaded', 'hours'] as const).map((obstacle) => ({
      when: `a company has too many rows: ${obstacle}`,
      facts: forecast({
        companies: [{ company: 'USMF', seconds: [1, 2], obstacles: [obstacle] }],
        obstacles: [obstacle],
      }),
      state: 'blocked' as const,
      says: 'sync-feasible.over',
      owner: 'you',
    })),
    {
      when: 'there are rows in Dataverse, and ten lookups',
      facts: forecast({ obstacles: ['lookups'] }),
      state: 'warn',
      says: 'sync-feasible.lookups',
      owner: 'you',
    },
    {
      when: 'the other side has all of those rows, and wins',
      facts: forecast({ obstacles: ['lookups'], both: { rows: 3, lookedAt: 3, whole: true } }),
      state: 'ok',
      says: 'sync-feasible.ok',
    },
    {
      when: 'the other side has all of those rows, and loses',
      facts: {
        ...forecast({ obstacles: ['lookups'], both: { rows: 3, lookedAt: 3, whole: true } }),
        master: 'dataverse',
      },
      state: 'warn',
      says: 'sync-feasible.lookups',
    },
    {
      when: 'rows can’t be counted',
      facts: forecast({ seconds: undefined }),
      state: 'warn',
      says: 'sync-feasible.uncounted',
      owner: 'finance-operations-admin',
    },
  ],
  'maps-running': [
    { when: 'all run', facts: { maps: five(), link }, state: 'ok', says: 'maps-running.ok' },
    {
      when: 'one leaves no record in Dataverse',
      facts: { maps: five('unknown:one-way'), link },
      state: 'warn',
      says: 'maps-running.mostly',
      owner: 'you',
    },
    {
      when: 'Dataverse has the record of all that it can have',
      facts: { maps: five(), recorded: recorded('unknown:one-way'), link },
      state: 'ok',
      says: 'maps-running.ok',
    },
    {
      when: 'Dataverse has no record of one',
      facts: { maps: five(), recorded: recorded('not-running'), link },
      state: 'warn',
      says: 'maps-running.contradicted',
      owner: 'you',
    },
    {
      when: 'one is paused',
      facts: { maps: five('paused'), link },
      state: 'blocked',
      todo: true,
      says: 'maps-running.paused',
      owner: 'you',
    },
    ...(['stopped', 'resuming', 'initial-sync', 'not-running'] as const).map((state) => ({
      when: `one is ${state}`,
      facts: { maps: five(state), link },
      state: 'blocked' as const,
      ...(/^(stopped|not-running)$/.test(state) ? { todo: true as const } : {}),
      says: 'maps-running.some',
      owner: 'you',
    })),
    // Not knowing is never a yes.
    ...(['unknown:absent', 'unknown:11'] as const).map((state) => ({
      when: `one is ${state}`,
      facts: { maps: five(state), link },
      state: 'blocked' as const,
      says: 'maps-running.some',
    })),
    {
      when: 'the list is empty for a moment',
      facts: { maps: [], link },
      state: 'blocked',
      says: 'maps-running.some',
    },
    {
      when: 'one of the five is not in the list',
      facts: { maps: [...five().slice(1), map('running', { wanted: false })], link },
      state: 'blocked',
      says: 'maps-running.some',
    },
    {
      when: 'what they need does not run',
      facts: { maps: [...five(), map('stopped', { wanted: false })], link },
      state: 'blocked',
      todo: true,
      says: 'maps-running.some',
    },
    {
      when: 'one stopped with an error',
      facts: {
        maps: [...five('stopped').slice(1), map('stopped', { error: 'A lookup was not found.' })],
        link,
      },
      state: 'blocked',
      says: 'maps-running.some',
    },
    {
      when: 'one stopped for causes that are known, and one that isn’t',
      facts: {
        maps: [
          ...five('stopped').slice(1),
          map('stopped', {
            error: 'A lookup was not found.',
            errors: groupErrors([
              { message: 'Nobody has written this down.' },
              { message: '[DIPV1010] a; [DIPV1018] b' },
              {
                message:
                  "Couldn't resolve the guid for the field: cdm_company.cdm_companycode. The lookup value was not found: USMF.",
              },
            ]),
          }),
        ],
        link,
      },
      state: 'blocked',
      says: 'maps-running.some',
      owner: 'finance-operations-admin',
    },
    {
      when: 'none of them leaves a record',
      facts: { maps: five(...Array<MapState['state']>(5).fill('unknown:one-way')), link },
      state: 'blocked',
      says: 'maps-running.some',
    },
  ],
} satisfies Record<string, readonly JudgeCase[]>;
