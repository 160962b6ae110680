import type { MapState } from '@portico/contract/findings';
import type { Detail } from '@portico/plan/finding';
import { msg, text } from '@portico/plan/text';

const both = msg({
  id: 'maps-running.both',
  defaultMessage: '{name}: the gateway says that it runs, and Dataverse has the record of it.',
});
const gatewayAlone = msg({
  id: 'maps-running.gateway-alone',
  defaultMessage: '{name}: the gateway says that it runs. Its rows go one way, so Dataverse keeps no record.',
});

/**
 * The one state that doesn't speak against a map: its rows go one way, so Dataverse keeps no record of it. A state
 * that nobody knows, or a map that is gone, is not running as far as anybody can tell.
 */
export const unrecorded: MapState['state'] = 'unknown:one-way';

/** What the gateway says of running maps, beside what Dataverse’s records say of the wanted ones among them. */
export function twoWitnesses(
  running: readonly MapState[],
  recorded: readonly MapState[] = [],
): { readonly details: readonly Detail[]; readonly absent: readonly string[] } {
  const where = (state: MapState['state']) =>
    running
      .filter((map) => map.wanted && recorded.some((one) => one.name === map.name && one.state === state))
      .map(({ name }) => name);
  return {
    details: [
      ...where('running').map((name) => ({ state: 'proved', says: text(both, { name }) }) as const),
      ...where(unrecorded).map(
        (name) => ({ state: 'probable', says: text(gatewayAlone, { name }) }) as const,
      ),
    ],
    absent: where('not-running'),
  };
}
