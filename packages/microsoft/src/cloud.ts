/**
 * One Microsoft cloud, as data. Product code never asks which cloud it is in: it reads addresses from here.
 * Hosts of a tenant (Dataverse, finance and operations, the dual-write gateway) are not listed but matched,
 * label by label, against patterns: `#` stands for digits or nothing, `*` for exactly one label.
 */
export interface Cloud {
  readonly id: 'public' | 'gcc' | 'gcc-high' | 'dod' | 'china' | 'twin';
  readonly name: string;
  /** https, but for the twin on loopback. */
  readonly scheme: 'https:' | 'http:';
  /** Port that every address of this cloud has; empty for the scheme's own. */
  readonly port: string;
  readonly authority: string;
  readonly bases: { readonly bap: string; readonly powerPlatform: string; readonly graph: string };
  /** What tokens are for. Dataverse and finance and operations aren't here: their audience is their own base. */
  readonly audiences: {
    readonly bap: string;
    readonly powerPlatform: string;
    readonly graph: string;
    readonly dualWrite: string;
  };
  readonly hosts: {
    readonly dataverse: readonly string[];
    readonly financeOperations: readonly string[];
    readonly gateway: readonly string[];
    /** Regional siblings that answer with poll addresses. */
    readonly bap: readonly string[];
    /** Hosts of one environment or tenant, beside the global one. */
    readonly powerPlatform: readonly string[];
  };
  /** What a site's address ends with, with the port if the cloud has one. */
  readonly siteDomain: string;
  /** Microsoft's pages for people. */
  readonly pages: {
    readonly powerPages: string;
    readonly adminCentre: string;
    readonly dataIntegrator: string;
    /** Where their addresses are known; nobody is sent to a page that may not be this cloud's. */
    readonly entra?: string;
    readonly microsoft365?: string;
    readonly lifecycleServices?: string;
  };
  /** How many times faster time runs there: 1, but for rehearsals. Divides every planned wait. */
  readonly pace: number;
}
