import type { Switches } from '../world.ts';

/** Both sides of each switch; the world's defaults are among them. */
export const switchChoices = {
  siteCreationFails: ['at-once', 'late'],
  requestCompletes: ['on-acceptance', 'after-sync'],
  gatewayTokens: ['granted', 'refused'],
  recordedIsland: ['right', 'none', 'another', 'without-gateway'],
  operationAddress: ['absolute', 'relative', 'without-version'],
  readySite: ['OperationComplete', 'StateConfigured'],
  templateName: ['echoed', 'DefaultPortalTemplate'],
  secondInstall: ['refused', 'joined'],
  installedAgain: ['updated', 'as-before'],
  emptyCapacity: ['zero', 'absent'],
  revokedTokens: ['refused', 'good-until-expiry'],
  refusedSignIn: ['returned', 'shown'],
  licencesOfTenant: ['members', 'roles-only'],
  activatedRoles: ['hidden', 'shown'],
  globalAdministrators: ['refused', 'allowed'],
  delegatedInDataverse: ['nobody', 'delegated-admin'],
  delegatedInGraph: ['absent', 'forbidden'],
  manyLookups: ['copied', 'refused'],
  companiesSubmitted: ['in-turn', 'at-once'],
  stoppingNeeded: ['allowed', 'refused'],
  pausingNeeded: ['alone', 'with-dependants'],
  firstSite: ['any-template', 'no-dynamics'],
  releasedNames: ['free', 'reserved'],
} as const satisfies { readonly [S in keyof Switches]: readonly Switches[S][] };
