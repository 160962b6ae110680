import type { MapState, OrderedMap } from '@portico/contract/findings';

export interface MapRow {
  readonly id: string;
  readonly name: string;
  /** Undefined until it was read. */
  readonly state: MapState | undefined;
}

/** One of the five maps, and what must run before it and isn't needed by an earlier one. */
export interface MapGroup {
  readonly map: MapRow;
  readonly before: readonly MapRow[];
}

/** The running order as the person reads it: each of the five with what it needs. Without an order, the five alone. */
export function groupMaps(order: readonly OrderedMap[], states: readonly MapState[]): readonly MapGroup[] {
  const groups: MapGroup[] = [];
  let before: MapRow[] = [];
  for (const { id, name, wanted } of order.length > 0 ? order : states) {
    const row = { id, name, state: states.find((state) => state.id === id) };
    if (wanted) groups.push({ map: row, before });
    before = wanted ? [] : [...before, row];
  }
  return groups;
}

export const isRunning = ({ state }: MapRow): boolean => state?.state === 'running';
