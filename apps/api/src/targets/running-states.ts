import type { ErrorGroup, ErrorSample, MapState } from '@portico/contract/findings';
import { groupErrors } from '../dual-write/playbook/group-errors.ts';
import type { Gateway, GatewayMap, MapRequest } from './gateway.ts';
import { titleOf } from './known-map.ts';
import { neededMaps } from './map-order.ts';

/**
 * The five maps and what they need, with their states and, where a sync runs or failed, each company's, and what went
 * wrong by cause.
 */
export async function runningStates(
  gateway: Gateway,
  choices: Readonly<Record<string, string>>,
): Promise<readonly MapState[]> {
  const [order, maps] = await Promise.all([neededMaps(gateway, choices), gateway.listMaps()]);
  return Promise.all(
    order.map(async ({ id, name, wanted }): Promise<MapState> => {
      const map = maps.find((each) => each.id === id);
      const state = map?.state ?? 'unknown:absent';
      const last = map?.requests.at(-1);
      const failed = last?.failed && state !== 'running' ? last : undefined;
      const error = failed && (failed.error ?? '?');
      const syncs =
        map?.pid && (wanted || failed || state === 'initial-sync') ? await gateway.companies(map) : [];
      const errors = groupErrors(
        samplesOf(
          syncs.flatMap((sync) => sync.errors),
          failed,
        ),
      ).map((group) => withName(group, maps));
      return {
        id,
        name,
        wanted,
        state,
        companies: syncs.map(({ company }) => company),
        ...(error ? { error } : {}),
        ...(errors.length > 0 ? { errors } : {}),
      };
    }),
  );
}

/** What the companies' rows met, and what the request said where no row says it; all with the request's ids. */
function samplesOf(rows: readonly ErrorSample[], failed: MapRequest | undefined): readonly ErrorSample[] {
  if (!failed) return rows;
  const { id, activity, error = '?' } = failed;
  const said = rows.some(({ message }) => message === error);
  const all = said ? rows : [...rows, { message: error }];
  return all.map((sample) => ({ ...sample, request: id, ...(activity ? { activity } : {}) }));
}

/** The map that is referred to, as it is listed; one that runs before others of the same table. */
function withName(group: ErrorGroup, maps: readonly GatewayMap[]): ErrorGroup {
  const { needs } = group;
  const there = maps.filter(({ dataverse }) => dataverse.toLowerCase() === needs?.set);
  const map = there.find(({ state }) => state === 'running') ?? there[0];
  if (!needs || !map) return group;
  return { ...group, needs: { set: needs.set, name: titleOf(map), state: map.state } };
}
