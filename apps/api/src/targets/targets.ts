import type { Answers } from '@portico/contract/answers';
import type { Client } from '@portico/http/client';
import type { Probed } from '@portico/http/endpoint';
import type { Cloud } from '@portico/microsoft/cloud';
import type { bap, Environment } from '@portico/microsoft/services/bap';
import type { capacity } from '@portico/microsoft/services/capacity';
import type { dataverse } from '@portico/microsoft/services/dataverse';
import type { financeOperations } from '@portico/microsoft/services/finance-operations';
import type { graph } from '@portico/microsoft/services/graph';
import type { websites, Website } from '@portico/microsoft/services/websites';
import type {
  ApplicationPackage,
  applicationPackages,
} from '@portico/microsoft/services/application-packages';
import type { Person } from '@portico/plan/event';
import type { Evidence } from '@portico/plan/finding';
import type { RunState } from '@portico/plan/reduce';
import type { SiteArchive } from '../site-config/archive.ts';
import type { Merge } from '../site-config/merge-kept.ts';
import type { Gateway, GatewayAddress } from './gateway.ts';

/** A Dataverse row as it came; who reads a column says of what type it is. */
export type Row = Readonly<Record<string, unknown>>;

export type Some = { readonly count: number; readonly rows: readonly Row[] };

/** What a check or an action can reach, on behalf of one person, in the environments of one run. */
export interface Targets {
  readonly answers: Answers;
  /** What was decided one by one within steps. */
  readonly choices: RunState['choices'];
  /** What was done in this run, and is being done. */
  readonly operations: RunState['operations'];
  /** What this run keeps of its site. */
  readonly archive: SiteArchive;
  readonly merge: Merge;
  readonly cloud: Cloud;
  now(): Date;
  readonly bap: Client<typeof bap.endpoints>;
  readonly graph: Client<typeof graph.endpoints>;
  readonly capacity: Client<typeof capacity.endpoints>;
  readonly applicationPackages: Client<typeof applicationPackages.endpoints>;
  readonly websites: Client<typeof websites.endpoints>;
  /** All environments that this person sees. */
  environments(): Promise<readonly Environment[]>;
  /** The chosen environment, as Power Platform describes it. */
  environment(): Promise<Environment>;
  /** Dataverse of the chosen environment. */
  dataverse(): Promise<Client<typeof dataverse.endpoints>>;
  /** Dataverse of another environment that this person sees. */
  dataverseOf(environment: string): Promise<Client<typeof dataverse.endpoints>>;
  /** All rows of a query, over all pages. */
  rows(query: {
    set: string;
    $select: string;
    $filter?: string;
    $expand?: string;
    $top?: number;
  }): Promise<readonly Row[]>;
  /** How many rows a query finds, and the first few of them. Dataverse counts no further than 5,000. */
  some(query: { set: string; $select: string; $filter?: string }): Promise<Some>;
  /** A page of the chosen environment's Dataverse for people: `main.aspx?pagetype=entitylist&etn=uom`. */
  dataversePage(path: string): Promise<string>;
  /** All sites of the chosen environment, or of another one. */
  sites(environment?: string): Promise<readonly Website[]>;
  packages(environment: string): Promise<readonly ApplicationPackage[]>;
  /** The finance and operations host that Dataverse names. */
  financeHost(): Promise<string>;
  /** Finance and operations itself, as this person. */
  finance(): Promise<Client<typeof financeOperations.endpoints>>;
  /** A form there for people, by its menu item. */
  financeForm(menuItem: string): Promise<string>;
  /** Where the dual-write gateway is asked; undefined where nobody gave its address and the record names none. */
  gatewayAddress(): Promise<GatewayAddress | undefined>;
  /** The dual-write gateway, or undefined where its address isn't known or Microsoft issues no token for it. */
  findGateway(): Promise<Gateway | undefined>;
  /** Asks a site as anybody could, at its first page or where people sign in. */
  probe(address: string, page?: 'home' | 'sign-in'): Promise<Probed>;
}

/** How targets are made: for whom, how patiently, and who hears of each call. */
export interface Reach {
  /** Asked anew for each token; always of the same tenant. */
  readonly person: Pick<Person, 'id' | 'tenant'>;
  readonly run: string;
  readonly answers: Answers;
  readonly choices: RunState['choices'];
  readonly operations: RunState['operations'];
  readonly patience: 'interactive' | 'durable';
  readonly evidence: (seen: Evidence) => void;
  readonly memo?: object;
  readonly signal?: AbortSignal;
}
