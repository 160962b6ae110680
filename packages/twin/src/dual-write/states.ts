import type { DualWriteMap, MapCode } from '../world/dual-write.ts';

/** As Microsoft's page says it. */
export function wordOf(state: MapCode): string {
  const words = {
    0: 'Not running',
    1: 'Not running',
    2: 'Initializing',
    3: 'Resuming',
    4: 'Running',
    5: 'Paused',
    6: 'Not running',
  } satisfies Record<MapCode, string>;
  return words[state];
}

/** Codes of what may be asked of a map now. While it works, nothing. */
export function allowedActions({ pid, state, due }: DualWriteMap): readonly string[] {
  if (due.length > 0 || state === 2 || state === 3) return [];
  if (state === 4) return ['4', '5'];
  if (state === 5) return ['6', '4'];
  return pid ? ['1'] : ['8'];
}
