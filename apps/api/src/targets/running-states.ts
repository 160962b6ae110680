import type { MapState } from '@portico/contract/findings';
import type { Gateway } from './gateway.ts';
import { neededMaps } from './map-order.ts';

/** The five maps and what they need, with their states and, where a sync runs or failed, each company's. */
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
      const error = last?.failed && state !== 'running' ? (last.error ?? '?') : undefined;
      const companies =
        map?.pid && (wanted || error || state === 'initial-sync') ? await gateway.companies(map) : [];
      return { id, name, wanted, state, companies, ...(error ? { error } : {}) };
    }),
  );
}
