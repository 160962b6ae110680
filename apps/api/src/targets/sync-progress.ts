import type { CompanySync, Gateway, GatewayMap } from './gateway.ts';
import { lasting, read, valueOf } from './read.ts';

/** How far the copying of one map is. */
export interface SyncProgress {
  readonly companies: readonly CompanyProgress[];
  /** From the first company's beginning to the last change of any; undefined where the service doesn't say. */
  readonly seconds: number | undefined;
}

interface CompanyProgress {
  readonly company: string;
  /** Rows that have arrived, and those that couldn't. */
  readonly rows: number;
  readonly errors: number;
  readonly ended: boolean;
  /** What its turn took, once it has ended; undefined where the service doesn't say. */
  readonly seconds: number | undefined;
}

/** Measuring is worth no failure: what can't be read now is not measured. */
const unmeasured = [...lasting, 'upstream-unavailable', 'upstream-shape'] as const;

/**
 * What the initial sync has done that a map's newest start began; undefined when that started none, or when it can't
 * be told from an older one.
 */
export async function findProgress(gateway: Gateway, map: GatewayMap): Promise<SyncProgress | undefined> {
  // By their times: in which order they are listed nobody has published.
  const start = map.requests
    .filter(({ does, at }) => at && /^(start|resume)$/.test(does))
    .toSorted((one, other) => timeOf(one.at) - timeOf(other.at))
    .at(-1);
  if (!map.pid || start?.does !== 'start') return undefined;
  const syncs = valueOf(await read(gateway.companies(map), unmeasured)) ?? [];
  return progressOf(syncs.filter(({ submitted }) => timeOf(submitted) >= timeOf(start.at)));
}

/** Companies go one after the other: a turn begins when the one before it has ended, whenever it was submitted. */
export function progressOf(syncs: readonly CompanySync[]): SyncProgress | undefined {
  if (syncs.length === 0) return undefined;
  const begun = Math.min(...syncs.map(({ submitted }) => timeOf(submitted)));
  const ends = syncs
    .filter(({ ended }) => ended)
    .map(({ changed }) => timeOf(changed))
    .toSorted((one, other) => one - other);
  return {
    seconds: secondsOf(begun, Math.max(...syncs.map(({ changed }) => timeOf(changed)))),
    companies: syncs.map((sync) => ({
      company: sync.company.company,
      rows: sync.company.rows,
      errors: sync.company.errors,
      ended: sync.ended,
      seconds: sync.ended
        ? secondsOf(ends.findLast((end) => end < timeOf(sync.changed)) ?? begun, timeOf(sync.changed))
        : undefined,
    })),
  };
}

/** Milliseconds; not a number where it isn't said. */
const timeOf = (at = ''): number => Date.parse(at);

const secondsOf = (from: number, to: number): number | undefined =>
  Number.isFinite(to - from) && to >= from ? (to - from) / 1000 : undefined;
