import type { Clock } from './clock.ts';
import type { Fault } from './world/fault.ts';
import type { Directory } from './world/directory.ts';
import type { Dataverse } from './world/dataverse.ts';
import type { DualWrite } from './world/dual-write.ts';
import type { FinanceOperations } from './world/finance-operations.ts';
import type { Platform } from './world/platform.ts';

/** One successful change, for "each write once" and for audit. */
export interface Written {
  readonly at: string;
  readonly service: string;
  readonly endpoint: string;
  readonly method: string;
  readonly path: string;
  readonly person: string;
  /** One of several in a call, which is counted beside them. */
  readonly batched?: true;
}

/**
 * What nobody outside Microsoft knows, as a switch with a default. Everything here is assumed;
 * tests that depend on one run both sides.
 */
export interface Switches {
  /** Site creation without its prerequisites, or at an address that others have, fails: at once with 400, or late as a failed operation. */
  siteCreationFails: 'at-once' | 'late';
  /** The dual-write request is completed before the initial sync ends, or after it. */
  requestCompletes: 'on-acceptance' | 'after-sync';
  /** Entra issues tokens for the dual-write gateway to apps other than Microsoft's own. */
  gatewayTokens: 'granted' | 'refused';
  /**
   * What an environment's record says of the island whose gateway knows its link: that island, none, another one
   * with a gateway of its own, or one where no gateway is.
   */
  recordedIsland: 'right' | 'none' | 'another' | 'without-gateway';
  /** The form of operation addresses that Power Pages answers with. */
  operationAddress: 'absolute' | 'relative' | 'without-version';
  /** How a ready site reads: as documented, or as seen live. */
  readySite: 'OperationComplete' | 'StateConfigured';
  /** Whether a site reads back the template that was asked for, or the name that recorded sites have. */
  templateName: 'echoed' | 'DefaultPortalTemplate';
  /** A start that another one of the same package precedes. */
  secondInstall: 'refused' | 'joined';
  /** What installing does to a package that is installed in an older version. */
  installedAgain: 'updated' | 'as-before';
  /** Capacity reports hold a row with zero for what was never bought, or no row. */
  emptyCapacity: 'zero' | 'absent';
  /**
   * A token whose sign-in was ended, or that lacks proof asked for since, is refused by every service at once
   * (continuous access evaluation; documented for Graph only), or stays good until it expires.
   */
  revokedTokens: 'refused' | 'good-until-expiry';
  /**
   * Entra tells the app that it refused a sign-in (microsoft-authentication-library-for-js 1001), or says so on a
   * page of its own, from which the person goes back (3949 there).
   */
  refusedSignIn: 'returned' | 'shown';
  /** Members without a directory role may list subscribed SKUs; guests never may without one. */
  licencesOfTenant: 'members' | 'roles-only';
  /** Roles that somebody activated for some hours are among those that Graph says they hold, or not. */
  activatedRoles: 'hidden' | 'shown';
  /** Global Administrator alone is enough where site creation is closed: Microsoft's pages disagree. */
  globalAdministrators: 'refused' | 'allowed';
  /** Whom Dataverse takes a partner's delegated administrator for. */
  delegatedInDataverse: 'nobody' | 'delegated-admin';
  /** How Graph answers when a partner's delegated administrator asks for their own account. */
  delegatedInGraph: 'absent' | 'forbidden';
  /** Dataverse's rows of maps with ten lookups and more can be copied all the same: they only might fail (initial-sync-guidance). */
  manyLookups: 'copied' | 'refused';
  /** When the companies of an initial sync say they were submitted: each in its turn, or all when the first one was. */
  companiesSubmitted: 'in-turn' | 'at-once';
  /** A map that running ones refer to can be stopped by itself, or not before them. */
  stoppingNeeded: 'allowed' | 'refused';
  /** Pausing such a map pauses them too, as a training says, or it alone. */
  pausingNeeded: 'alone' | 'with-dependants';
  /** The API creates a Dynamics 365 site as the first one ever, which the studio doesn't offer. */
  firstSite: 'any-template' | 'no-dynamics';
  /** Putting two rows together that are together already: refused as a duplicate, or as good as done. */
  associatedAgain: 'refused' | 'accepted';
  /** Taking two rows apart that aren't together: as good as done, or refused as not there. */
  disassociatedAgain: 'accepted' | 'absent';
  /**
   * What a change set that failed answers: one part in its place, as OData says, or that part inside an answer to the
   * set. Only the failure of a request by itself is documented.
   */
  failedChangeSet: 'one-part' | 'inside-its-set';
  /**
   * A root page that the API creates in a change set gets its content pages from Power Pages' plug-in as anywhere, or
   * doesn't.
   */
  contentPagesInChangeSets: 'created' | 'not-created';
  /** Who signs in has the role `Authorized users` by that alone, or by being given it. */
  authorizedUsers: 'assigned' | 'everybody';
  /** The row of an invitation that is taken has that as its last change, or keeps the date that it had. */
  takenInvitation: 'dated' | 'undated';
  /** A name is free again as soon as its site is deleted, or only after an hour (community reports say 30 to 60 minutes). */
  releasedNames: 'free' | 'reserved';
  /**
   * Who converts or deletes a site must own its application (admin/admin-roles); since a site has a managed identity
   * there may be no registration to own.
   */
  appOwnership: 'required' | 'not-asked';
  /** A conversion without capacity or billing policy is taken all the same (admin/convert-site: degraded performance), or refused. */
  conversionWithoutCapacity: 'allowed' | 'refused';
  /** How a site reads while it is converted: as before, or as being worked on. */
  convertingSite: 'as-before' | 'OperationInProgress';
  /** Asking for a conversion that runs or is done already. */
  secondConversion: 'refused' | 'joined';
  /** A new visibility reads at once, or when the site is back from its restart. */
  newVisibility: 'at-once' | 'after-restart';
  /** The control over public non-production sites where nobody set it: closed (admin/site-visibility-governance), or not in force. */
  publicSitesUnset: 'closed' | 'not-in-force';
  /**
   * A batch is one request to the service protection limits, as api-limits has it ("avoids the number of requests
   * limit"), or as many as it holds.
   */
  batchedRequests: 'one' | 'each';
  /**
   * Where a component of the enhanced data model says what it is together with: a list in its content, the relationship
   * of components, or both, as the studio writes it. Reports call either of them the one that counts.
   */
  componentSets: 'both' | 'content' | 'relationship';
  /** Metadata of virtual tables says what choices and flags are at first, as that of other tables does, or nothing. */
  virtualTableDefaults: 'described' | 'none';
}

export const assumed: Switches = {
  siteCreationFails: 'at-once',
  requestCompletes: 'on-acceptance',
  gatewayTokens: 'granted',
  recordedIsland: 'right',
  operationAddress: 'absolute',
  readySite: 'OperationComplete',
  templateName: 'echoed',
  secondInstall: 'refused',
  installedAgain: 'updated',
  emptyCapacity: 'absent',
  revokedTokens: 'refused',
  refusedSignIn: 'returned',
  licencesOfTenant: 'members',
  activatedRoles: 'hidden',
  globalAdministrators: 'refused',
  delegatedInDataverse: 'nobody',
  delegatedInGraph: 'absent',
  manyLookups: 'copied',
  companiesSubmitted: 'in-turn',
  stoppingNeeded: 'allowed',
  pausingNeeded: 'alone',
  firstSite: 'any-template',
  associatedAgain: 'refused',
  disassociatedAgain: 'accepted',
  failedChangeSet: 'one-part',
  contentPagesInChangeSets: 'created',
  authorizedUsers: 'assigned',
  takenInvitation: 'dated',
  releasedNames: 'free',
  appOwnership: 'required',
  conversionWithoutCapacity: 'allowed',
  convertingSite: 'as-before',
  secondConversion: 'refused',
  newVisibility: 'at-once',
  publicSitesUnset: 'closed',
  batchedRequests: 'one',
  componentSets: 'both',
  virtualTableDefaults: 'described',
};

/** All that the twin knows, as plain data: it can be saved and loaded. */
export interface State {
  readonly scenario: string;
  /** The scenario that the twin was started with; another one may have been begun since. */
  asked?: string;
  /** In a saved world: the twin's time when it was saved. The clock goes on from there. */
  resumeAt?: string;
  /** The next id's number. */
  ids: number;
  readonly switches: Switches;
  readonly directory: Directory;
  readonly platform: Platform;
  readonly dataverse: Dataverse;
  readonly dualWrite: DualWrite;
  readonly finance: FinanceOperations;
  readonly writes: Written[];
  faults: Fault[];
  /** Ids of the defects that were laid over the scenario. */
  defects: readonly string[];
}

export interface World {
  /** Replaced as a whole when a scenario begins anew. */
  state: State;
  readonly clock: Clock;
  /** The port that every address of this twin has; known once it listens. */
  port: number;
  /** Milliseconds of execution that Dataverse takes for a request, and for each change in it; none where it isn't said. */
  takes?: { readonly request: number; readonly operation: number };
  /** A fresh id: a GUID that is the same in each run of the same story. */
  id(): string;
}

export function createWorld(state: State, clock: Clock): World {
  // Of the state that is there now: a scenario that begins anew has numbers of its own.
  const world: World = { state, clock, port: 0, id: () => guid(world.state.ids++) };
  return world;
}

/** A valid version-4-shaped GUID from a number. */
export function guid(number: number): string {
  // A fixed odd multiplier spreads the numbers, so that ids don't look like a list.
  const hex = (BigInt(number + 1) * 0x9e3779b97f4a7c15f39cc0605cedc835n) & ((1n << 128n) - 1n);
  const digits = hex.toString(16).padStart(32, '0');
  return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-4${digits.slice(13, 16)}-a${digits.slice(17, 20)}-${digits.slice(20)}`;
}
