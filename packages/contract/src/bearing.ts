import type { MapForecast, SyncObstacle } from './findings.ts';

type Counted = Pick<MapForecast, 'obstacles' | 'both'>;

/**
 * The obstacles that bear on the side that wins. Rows with many lookups can't be read out of Dataverse: where finance and
 * operations has all of them too, and wins, none has to come from there. Until each was compared nobody can say so.
 */
export const bearing = ({ obstacles, both }: Counted, master: string): readonly SyncObstacle[] =>
  obstacles.filter((each) => each !== 'lookups' || master === 'dataverse' || !allKnown(both));

const allKnown = (both: MapForecast['both']): boolean => both?.whole === true && both.rows >= both.lookedAt;
