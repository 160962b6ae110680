import type { MapState } from '@portico/contract/findings';

/** The dual-write gateway as the rest of the API sees it, bound to one link. Microsoft doesn't support this API. */
export interface Gateway {
  /** The link of the finance and operations environment, and the environment on its other side. */
  findLink(): Promise<Link | undefined>;
  listMaps(): Promise<readonly GatewayMap[]>;
  /** Template ids in running order, the asked one last. */
  prerequisites(templateId: string): Promise<readonly string[]>;
  /** Gives a map its project; answers the request to watch. */
  initialise(map: GatewayMap): Promise<string>;
  /** Starts a map; `pid` must be there. Answers the request to watch. */
  start(
    map: GatewayMap,
    how: { initialSync: boolean; master: 'finance-operations' | 'dataverse' },
  ): Promise<string>;
  /** What the newest initial sync did, per company. */
  companies(map: GatewayMap): Promise<MapState['companies']>;
}

export interface Link {
  readonly id: string;
  readonly name: string;
  /** The Power Platform environment's id, where the gateway says it. */
  readonly environment?: string;
}

export interface GatewayMap {
  /** The template's id. */
  readonly id: string;
  /** Null until the map was initialised. */
  readonly pid: string | null;
  /** `accounts - Customers V3` */
  readonly name: string;
  /** The Dataverse entity set: `accounts`. */
  readonly dataverse: string;
  /** The finance and operations entity for people: `Customers V3`. */
  readonly finance: string;
  readonly description: string;
  readonly version: string;
  readonly author: string;
  readonly state: MapState['state'];
  readonly requests: readonly MapRequest[];
  /** What was asked of it last, by whomever. */
  readonly newest?: MapRequest;
}

export interface MapRequest {
  readonly id: string;
  readonly does: 'initialise' | 'start' | 'something else';
  /** The gateway hasn't begun with it. */
  readonly waiting: boolean;
  readonly failed: boolean;
  readonly error?: string;
}
