import type { Candidate, ResolvedMap } from '@portico/contract/findings';
import { msg } from '@portico/plan/text';
import type { GatewayMap } from './gateway.ts';

const byName = msg({
  id: 'maps-resolved.reason.name',
  defaultMessage: 'It has the name that Microsoft’s set-up guide means.',
});
const running = msg({
  id: 'maps-resolved.reason.running',
  defaultMessage: 'It runs already, and does the same work as the one in the guide.',
});
const chosen = msg({ id: 'maps-resolved.reason.chosen', defaultMessage: 'You chose it.' });
const several = msg({
  id: 'maps-resolved.reason.several',
  defaultMessage: 'Several maps could be meant: choose one.',
});
const absent = msg({ id: 'maps-resolved.reason.absent', defaultMessage: 'No map of this kind is there.' });

type Wanted = ResolvedMap['wanted'];

/** The five names of Microsoft's set-up guide, and the maps they mean, best first (dual-write, field maps). */
const meanings: readonly { readonly wanted: Wanted; readonly maps: readonly string[] }[] = [
  { wanted: 'accounts', maps: ['accounts - Customers V3'] },
  { wanted: 'contacts', maps: ['contacts - Customers V3'] },
  { wanted: 'products', maps: ['products - CDS released distinct products'] },
  {
    wanted: 'sales-order-header',
    maps: ['salesorders - CDS sales order headers', 'salesorders - Dynamics 365 Sales order headers'],
  },
  {
    wanted: 'sales-order-details',
    maps: ['salesorderdetails - CDS sales order lines', 'salesorderdetails - Dynamics 365 Sales order lines'],
  },
];

/** Whether a map of this name could be one of the five. */
export const isMeant = (name: string): boolean =>
  meanings.some(({ maps }) => maps.some((meant) => meant.toLowerCase() === name.toLowerCase()));

type Known = Pick<GatewayMap, 'id' | 'name' | 'dataverse' | 'finance' | 'version' | 'author' | 'state'>;

/** Finds the map behind each documented name; what it can't tell apart it leaves to the person. */
export function resolveMaps(
  maps: readonly Known[],
  choices: Readonly<Record<string, string>>,
): readonly ResolvedMap[] {
  return meanings.map(({ wanted, maps: names }) => {
    const fitting = names.map((name) => maps.filter((map) => map.name.toLowerCase() === name.toLowerCase()));
    const candidates = fitting.flat().map(candidate);
    const answer = (reason: { id: string }, map?: Known): ResolvedMap => ({
      wanted,
      candidates,
      reason: reason.id,
      ...(map ? { chosen: candidate(map) } : {}),
    });
    const picked = fitting.flat().find(({ id }) => id === choices[wanted]);
    if (picked) return answer(chosen, picked);
    const active = fitting.flat().filter(({ state }) => state === 'running');
    if (active.length === 1) return answer(active[0] === fitting[0]?.[0] ? byName : running, active[0]);
    const best = fitting.find((found) => found.length > 0);
    if (!best) return answer(absent);
    return best.length === 1 ? answer(byName, best[0]) : answer(several);
  });
}

const candidate = ({ id, name, dataverse, finance, version, author }: Known): Candidate => ({
  id,
  name: finance ? `${finance} (${dataverse})` : name,
  version,
  author,
});
