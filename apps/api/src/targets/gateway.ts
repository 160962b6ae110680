import type { ErrorSample, MapState } from '@portico/contract/findings';

/** The dual-write gateway as the rest of the API sees it, bound to one link. Microsoft doesn't support this API. */
export interface Gateway {
  /** The link of the finance and operations environment, and the environment on its other side. */
  findLink(): Promise<Link | undefined>;
  listMaps(): Promise<readonly GatewayMap[]>;
  /** The solutions in Dataverse that carry maps, applied or not: unique name, and the name for people. */
  mapSolutions(): Promise<readonly { readonly name: string; readonly shown: string }[]>;
  /** Has the maps of one solution put into the list; answers the request to watch. */
  applySolution(name: string): Promise<string>;
  /** How such a request went. */
  application(request: string): Promise<Application>;
  /** Template ids in running order, the asked one among them, last. */
  prerequisites(templateId: string): Promise<readonly string[]>;
  /** Puts another version of a map into use, which must stand still for that. */
  switchVersion(map: GatewayMap, version: string): Promise<void>;
  /** Has the gateway read both tables of a map anew, so that columns that are new or gone are known. */
  refreshTables(map: GatewayMap): Promise<void>;
  /** By which columns rows of a Dataverse table are matched, by entity set. */
  integrationKeys(): Promise<Readonly<Record<string, readonly string[]>>>;
  /** Gives a map its project; answers the request to watch. */
  initialise(map: GatewayMap): Promise<string>;
  /** Starts a map; `pid` must be there. Answers the request to watch. */
  start(
    map: GatewayMap,
    how: { initialSync: boolean; master: 'finance-operations' | 'dataverse' },
  ): Promise<string>;
  /** Stops running or paused maps; what waited for them is gone. Answers the request to watch. */
  stop(maps: readonly GatewayMap[]): Promise<string>;
  /** Pauses running maps: what people save meanwhile waits. Answers the request to watch. */
  pause(maps: readonly GatewayMap[]): Promise<string>;
  /**
   * Lets paused maps go on. What waited is carried over first, or, without catching up, kept as errors that
   * Microsoft's page shows for a day. Answers the request to watch.
   */
  resume(maps: readonly GatewayMap[], how: { catchUp: boolean }): Promise<string>;
  /** What the newest initial sync did, per company. */
  companies(map: GatewayMap): Promise<readonly CompanySync[]>;
}

/** One company's part of an initial sync, with the errors that the service hands out: five of each direction. */
export interface CompanySync {
  readonly company: MapState['companies'][number];
  /** When it was submitted and when its state last changed, by the service's clock; undefined where it doesn't say. */
  readonly submitted?: string;
  readonly changed?: string;
  /** Its turn is over, well or badly. */
  readonly ended: boolean;
  readonly errors: readonly ErrorSample[];
}

/** Where the gateway is asked: a person gave the address, or the island in the environment's record led to it. */
export interface GatewayAddress {
  readonly address: string;
  readonly given: boolean;
}

export interface Link {
  readonly id: string;
  readonly name: string;
  /** The Power Platform environment's id, where the gateway says it. */
  readonly environment?: string;
}

export interface Application {
  readonly failed: boolean;
  readonly error?: string;
  /** The root activity id. */
  readonly activity?: string;
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
  /** All saved versions, the one in use among them. */
  readonly versions: readonly MapVersion[];
  readonly state: MapState['state'];
  readonly requests: readonly MapRequest[];
  /** What was asked of it last, by whomever. */
  readonly newest?: MapRequest;
}

export interface MapVersion {
  /** The template's id. */
  readonly id: string;
  readonly version: string;
  readonly author: string;
  /** Came with a managed solution and can't be edited: Microsoft's, or a partner's product. */
  readonly shipped: boolean;
}

export interface MapRequest {
  readonly id: string;
  readonly does: 'initialise' | 'start' | 'stop' | 'pause' | 'resume' | 'something else';
  /** By the service's clock. */
  readonly at?: string;
  /** The gateway hasn't begun with it. */
  readonly waiting: boolean;
  readonly failed: boolean;
  readonly error?: string;
  /** The root activity id. */
  readonly activity?: string;
}
