import type { GatewayMap } from './gateway.ts';

/** What is enough to tell which map is meant: the gateway's list and Dataverse's records both have it. */
export type Known = Pick<
  GatewayMap,
  | 'id'
  | 'pid'
  | 'name'
  | 'dataverse'
  | 'finance'
  | 'description'
  | 'version'
  | 'author'
  | 'state'
  | 'versions'
>;

/** By any of its versions: a map goes by the id of the one in use, which changes. */
export const holds = (
  { id, versions }: Pick<Known, 'id' | 'versions'>,
  wanted: string | undefined,
): boolean => wanted !== undefined && (id === wanted || versions.some((version) => version.id === wanted));

/** All that works on rows, or will again by itself. */
export const isActive = ({ state }: Pick<Known, 'state'>): boolean =>
  /^(running|initial-sync|resuming|paused)$/.test(state);

/** `Customers V3 (accounts)`, as Microsoft's page shows it. */
export const titleOf = ({
  name,
  dataverse,
  finance,
}: Pick<Known, 'name' | 'dataverse' | 'finance'>): string => (finance ? `${finance} (${dataverse})` : name);
