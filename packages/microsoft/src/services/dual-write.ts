import { z } from 'zod';
import { defineService } from '../service.ts';
import { listOf } from '../wire.ts';
import { initialSyncs } from './dual-write/initial-sync.ts';
import { connectionSet, linkedEnvironment, mapSolution, solutionRequest } from './dual-write/link.ts';
import { fields } from './dual-write/fields.ts';
import { tableMap } from './dual-write/map.ts';

const automations = 'microsoft/Dual-write-automations';
const observed = { source: automations, standing: 'observed' } as const;
const m = '/api/DualWriteManagement/1.0';
const finance = z.object({ targetType: z.string().default('AX') });

/** Codes of `start`'s action. 2, 3 and 7 exist, and nobody knows what they do. */
export const mapAction = { start: '1', stop: '4', pause: '5', resume: '6', initialise: '8' } as const;

const parameters = z.looseObject({
  skipInitialSync: z.boolean().optional(),
  /** Who wins where both sides hold the same key: `AX` is finance and operations. */
  conflictResolution: z
    .object({ option: z.literal('1').default('1'), master: z.enum(['CRM', 'AX']) })
    .optional(),
  dualWriteSkipCatchUpSyncParameters: z.object({ skipCatchUpSyncPreserveData: z.boolean() }).optional(),
});

const accepted = fields({ requestId: z.string() });

/**
 * The dual-write gateway, as Microsoft's dual-write page calls it. It is not documented and not supported: all here
 * was read from Microsoft's own automation, which warns that it may break at any time.
 */
export const dualWrite = defineService({
  name: 'Dual-write',
  audience: (cloud) => cloud.audiences.dualWrite,
  hosts: (cloud) => cloud.hosts.gateway,
  headers: { Accept: 'application/json' },
  endpoints: {
    getVersion: {
      ...observed,
      method: 'GET',
      path: `${m}/Version`,
      summary: 'The handshake of Microsoft’s page; what it answers is not known',
      answer: z.unknown(),
      effect: 'safe',
    },
    discoverCluster: {
      ...observed,
      method: 'GET',
      path: '/api/ClusterDiscovery',
      summary: 'The gateway of a region, asked of any gateway; neither regions nor answer are written down',
      query: z.object({ regionName: z.string(), pageType: z.string().default('DW') }),
      answer: z.unknown(),
      effect: 'safe',
      source: 'S0l0m0n8und9/toolbAX, dual-write profile design',
      standing: 'inferred',
    },
    listLinkedEnvironments: {
      ...observed,
      method: 'GET',
      path: `${m}/Environments`,
      summary: 'The link of a finance and operations host; empty when there is none, or for a full address',
      query: finance.extend({ identifier: z.string() }),
      answer: listOf(linkedEnvironment),
      effect: 'safe',
    },
    listMaps: {
      ...observed,
      method: 'GET',
      path: `${m}/Entities`,
      summary: 'All table maps with their states; now and then empty for a moment',
      query: finance.extend({ cid: z.string() }),
      answer: listOf(tableMap),
      effect: 'safe',
    },
    listPrerequisites: {
      ...observed,
      method: 'POST',
      path: `${m}/GetTemplatePrerequisiteSequences/{cid}`,
      summary: 'What each map needs, in running order, itself included; a read in spite of its verb',
      body: z.array(z.string()),
      answer: listOf(listOf(z.string())),
      effect: 'safe',
    },
    start: {
      ...observed,
      method: 'POST',
      path: `${m}/Start`,
      summary: 'Initialise, start, stop, pause or resume maps; without tid or pid it breaks with a 500',
      body: z.object({
        action: z.enum(mapAction),
        details: z.array(
          z.object({
            tid: z.string(),
            pid: z.string().optional(),
            cid: z.string(),
            parameters: parameters.optional(),
          }),
        ),
      }),
      answer: accepted,
      // Not found by a key of ours, but by the map's state: whoever asks looks at the map first.
      effect: 'unsafe',
    },
    getStatus: {
      ...observed,
      method: 'GET',
      path: `${m}/Status/{request}`,
      summary: 'The maps of a request; its own state is in their lastRequests',
      answer: listOf(tableMap),
      effect: 'safe',
    },
    listSolutions: {
      ...observed,
      method: 'GET',
      path: `${m}/SolutionAware/{cid}/Solutions/`,
      summary: 'Dataverse solutions that carry maps',
      answer: listOf(mapSolution),
      effect: 'safe',
    },
    applySolution: {
      ...observed,
      method: 'POST',
      path: `${m}/SolutionAware/{cid}/RestoreTemplates`,
      summary: 'Apply one solution’s maps; several in one call create duplicates',
      body: z.object({
        action: z.literal('2').default('2'),
        solutions: z.array(z.object({ criteria: z.object({ uniquename: z.string() }) })),
      }),
      answer: accepted,
      effect: 'unsafe',
    },
    getSolutionStatus: {
      ...observed,
      method: 'GET',
      path: `${m}/SolutionAware/{cid}/Status/{request}`,
      summary: 'How applying a solution goes',
      answer: solutionRequest,
      effect: 'safe',
    },
    switchActive: {
      ...observed,
      method: 'POST',
      path: `${m}/SolutionAware/{cid}/SwitchActive/{template}`,
      summary: 'Choose another version of a map; refused while it runs',
      query: z.object({ pid: z.string().optional() }),
      // The id once more, without quotes, though the content type says JSON.
      verbatim: true,
      body: z.string(),
      answer: z.unknown(),
      // Choosing the same version twice is choosing it once.
      effect: 'safe',
    },
    getFieldMappings: {
      ...observed,
      method: 'GET',
      path: `${m}/{pid}/FieldMappings`,
      summary: 'The columns of a map, and the project name that a refresh needs',
      answer: fields({ name: z.string(), displayName: z.string().nullish() }),
      effect: 'safe',
    },
    refreshTables: {
      ...observed,
      method: 'POST',
      path: '/api/Project/{project}/Refresh',
      summary: 'Read the tables of a map anew',
      body: z.object({ tokens: z.array(z.string()).default(['']) }),
      answer: z.unknown(),
      effect: 'safe',
    },
    getConnectionSet: {
      ...observed,
      method: 'GET',
      path: '/api/ConnectionSet/{cname}',
      summary: 'Both environments, their companies and integration keys',
      answer: connectionSet,
      effect: 'safe',
    },
    setIntegrationKeys: {
      ...observed,
      method: 'POST',
      path: '/api/dataset/{dataset}/IntegrationKeys',
      summary: 'Set the keys by which rows of a table are matched',
      body: z.object({ integrationKeys: z.record(z.string(), z.array(z.string())), datasetName: z.string() }),
      answer: z.unknown(),
      effect: 'safe',
    },
    listInitialSyncs: {
      ...observed,
      method: 'GET',
      path: '/api/ProjectExecutionWithCompanies/{pid}',
      summary: 'Initial syncs of a map: per company, both ways, with their first errors',
      answer: initialSyncs,
      effect: 'safe',
    },
  },
});
