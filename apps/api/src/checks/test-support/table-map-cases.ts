import type { MapState } from '@portico/contract/findings';
import { groupErrors } from '../../dual-write/playbook/group-errors.ts';
import { type JudgeCase, link } from './judge-case.ts';

const found = (candidates: number, chosen: boolean) => ({
  wanted: 'accounts',
  reason: 'maps-resolved.reason.name',
  candidates: Array.from({ length: candidates }, (_, index) => ({ id: `${index}` })),
  ...(chosen ? { chosen: { id: '0' } } : {}),
});
const resolved = (...list: readonly object[]) => ({ count: 9, recorded: false, resolved: list, link });

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
  ],
  'map-prerequisites': [
    {
      when: 'the order is known',
      facts: [
        { id: '1', name: 'a', wanted: false },
        { id: '2', name: 'b', wanted: true },
      ],
      state: 'ok',
      says: 'map-prerequisites.ok',
    },
    {
      when: 'the order can’t be read',
      facts: undefined,
      state: 'warn',
      says: 'map-prerequisites.unread',
      owner: 'you',
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
    ...(['stopped', 'paused', 'resuming', 'initial-sync', 'not-running'] as const).map((state) => ({
      when: `one is ${state}`,
      facts: { maps: five(state), link },
      state: 'blocked' as const,
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
