import { Problem } from '@portico/contract/problems';
import type { Client } from '@portico/http/client';
import { type dualWrite, mapAction } from '@portico/microsoft/services/dual-write';
import type { TableMap } from '@portico/microsoft/services/dual-write/map';
import { companySync } from './company-sync.ts';
import type { Gateway, GatewayMap, MapRequest } from './gateway.ts';

type Service = Client<typeof dualWrite.endpoints>;
type Asked = NonNullable<TableMap['detail']['lastRequest']>;
type Linked = Awaited<ReturnType<Service['listLinkedEnvironments']>>[number];

const masters = { 'finance-operations': 'AX', dataverse: 'CRM' } as const;

interface Means {
  readonly client: Service;
  /** A client that remembers no earlier answer. */
  readonly fresh: () => Service;
  readonly link: Linked | undefined;
  readonly pause: (seconds: number) => Promise<void>;
}

/** How often an empty list is asked again; Microsoft's own automation does it five times. */
const patience = 5;

/** The gateway's calls in our words, for one link. Without a link there are no maps to speak of. */
export function bindGateway({ client, fresh, link, pause }: Means): Gateway {
  const linked = () => {
    if (!link) throw new Problem('not-found', { values: { missing: 'dual-write link' } });
    return link;
  };
  const ask = async (
    does: keyof typeof mapAction,
    maps: readonly GatewayMap[],
    parameters?: Parameters<Service['start']>[0]['body']['details'][number]['parameters'],
  ) => {
    const { cid } = linked();
    const unready = maps.find(({ pid }) => !pid && does !== 'initialise');
    // Without a project the service breaks with a 500; it is never asked like that.
    if (unready) throw new Problem('bug', { detail: `map ${unready.id} was not initialised` });
    const details = maps.map(({ id: tid, pid }) => ({
      tid,
      cid,
      ...(pid ? { pid } : {}),
      ...(parameters ? { parameters } : {}),
    }));
    return (await client.start({ body: { action: mapAction[does], details } })).requestId;
  };
  return {
    findLink: async () =>
      link && {
        id: link.cid,
        name: link.cname ?? link.cid,
        ...(link.powerAppsEnvironment ? { environment: link.powerAppsEnvironment } : {}),
      },
    listMaps: async () => {
      const { cid } = linked();
      let maps = await client.listMaps({ cid });
      // Now and then it answers with nothing for a moment, and means it only when it says so again and again.
      for (let again = 1; maps.length === 0 && again < patience; again += 1) {
        await pause(again);
        maps = await fresh().listMaps({ cid });
      }
      return maps.map(mapOf);
    },
    mapSolutions: async () =>
      (await client.listSolutions({ cid: linked().cid })).map(({ uniquename, friendlyname }) => ({
        name: uniquename,
        shown: friendlyname || uniquename,
      })),
    applySolution: async (uniquename) => {
      // One for each call: several in one create their maps twice (Dual-write-automations).
      const body = { solutions: [{ criteria: { uniquename } }] };
      return (await client.applySolution({ cid: linked().cid, body })).requestId;
    },
    application: async (request) => {
      const { state, result, rootActivityId } = await client.getSolutionStatus({
        cid: linked().cid,
        request,
      });
      return {
        failed: state === 'failed',
        ...(result?.message ? { error: result.message } : {}),
        ...(rootActivityId ? { activity: rootActivityId } : {}),
      };
    },
    prerequisites: async (templateId) => {
      const [sequence] = await client.listPrerequisites({ cid: linked().cid, body: [templateId] });
      return sequence ?? [templateId];
    },
    switchVersion: async (map, version) => {
      // The id once more as the body, as Microsoft's own page sends it.
      await client.switchActive({
        cid: linked().cid,
        template: version,
        ...(map.pid ? { pid: map.pid } : {}),
        body: version,
      });
    },
    refreshTables: async (map) => {
      if (!map.pid) throw new Problem('bug', { detail: `map ${map.id} was not initialised` });
      const { name } = await client.getFieldMappings({ pid: map.pid });
      await client.refreshTables({ project: name, body: {} });
    },
    integrationKeys: async () => {
      const { environments } = await client.getConnectionSet({ cname: linked().cname ?? linked().cid });
      const sides = Object.values(environments).filter(({ targetType }) => targetType !== 'AX');
      return Object.fromEntries(
        sides.flatMap(({ schemas }) =>
          (schemas ?? []).map(({ name, keys }) => [name ?? '', keyOf(keys ?? [])] as const),
        ),
      );
    },
    initialise: (map) => ask('initialise', [map]),
    start: (map, { initialSync, master }) =>
      ask('start', [map], {
        skipInitialSync: !initialSync,
        conflictResolution: { option: '1', master: masters[master] },
      }),
    stop: (maps) => ask('stop', maps),
    pause: (maps) => ask('pause', maps),
    resume: (maps, { catchUp }) =>
      ask(
        'resume',
        maps,
        catchUp ? undefined : { dualWriteSkipCatchUpSyncParameters: { skipCatchUpSyncPreserveData: true } },
      ),
    companies: async (map) => {
      const { projectExecutionResponses: runs } = await client.listInitialSyncs({ pid: map.pid ?? '' });
      const newest = runs[0]?.initialSyncRequestId;
      return runs.filter(({ initialSyncRequestId }) => initialSyncRequestId === newest).map(companySync);
    },
  };
}

type Key = NonNullable<
  NonNullable<
    Awaited<ReturnType<Service['getConnectionSet']>>['environments'][string]['schemas']
  >[number]['keys']
>[number];

/** The columns of the key called `userKeys`, or `userKey` where it has one column (Dual-write-automations). */
const keyOf = (keys: readonly Key[]): readonly string[] =>
  keys.find(({ name }) => /^userkeys?$/i.test(name ?? ''))?.fields ?? [];

function mapOf({ leftEntity, rightEntity, detail }: TableMap): GatewayMap {
  const { lastRequest: newest } = detail;
  const requests = detail.lastRequests ?? (newest ? [newest] : []);
  return {
    id: detail.tid,
    pid: detail.pid || null,
    name: detail.tName,
    dataverse: rightEntity.name,
    finance: leftEntity.displayName ?? leftEntity.name,
    description: detail.template?.description ?? '',
    version: detail.template?.version ?? '',
    author: detail.template?.author ?? '',
    versions: (detail.templates ?? []).map((template) => ({
      id: template.id,
      version: template.version ?? '',
      author: template.author ?? '',
      shipped: template.readOnly === true,
    })),
    state: detail.state,
    requests: requests.map(requestOf),
    ...(newest ? { newest: requestOf(newest) } : {}),
  };
}

/** What the codes of requests mean. 2, 3 and 7 exist, and nobody knows what they do. */
const meanings = new Map<string, MapRequest['does']>(
  (Object.keys(mapAction) as (keyof typeof mapAction)[]).map((does) => [mapAction[does], does]),
);

function requestOf({ requestId, action, createdOn, state, errorMessage, rootActivityId }: Asked): MapRequest {
  return {
    id: requestId,
    does: meanings.get(action ?? '') ?? 'something else',
    ...(createdOn ? { at: createdOn } : {}),
    waiting: state === 'waiting',
    failed: state === 'failed',
    ...(errorMessage ? { error: errorMessage } : {}),
    ...(rootActivityId ? { activity: rootActivityId } : {}),
  };
}
