import { Reply } from '@portico/http/mount';
import { dualWrite } from '@portico/microsoft/services/dual-write';
import { applySolutions, mapSolutions } from '../dual-write/apply-solutions.ts';
import { askMaps, type Wish } from '../dual-write/ask-maps.ts';
import { checkAccess } from '../dual-write/access.ts';
import { islands } from '../dual-write/islands.ts';
import { findLink, findLinkOfHost, findMap, listedMaps, projectOf } from '../dual-write/find-link.ts';
import { sequenceOf } from '../dual-write/sequences.ts';
import { switchVersion } from '../dual-write/switch-version.ts';
import { takeFault } from '../faults.ts';
import { type Call, Refused, type ServiceTwin } from '../serve.ts';
import type { Link } from '../world/dual-write.ts';
import { answeredTables } from './dual-write/answered-tables.ts';
import { executionsBody } from './dual-write/executions-body.ts';
import { connectionSetBody, datasetOf, linkBody } from './dual-write/link-body.ts';
import { mapBody } from './dual-write/map-body.ts';

export const dualWriteTwin: ServiceTwin<typeof answeredTables> = {
  name: dualWrite.name,
  host: new RegExp(
    String.raw`^projectmanagementservice\.(?!${islands['without-gateway']}\.)[\w-]+\.gateway\.twin\.localhost$`,
  ),
  endpoints: answeredTables,
  audience: () => 'https://IntegratorApp.com',
  refuse: () => new Reply(401, { message: '(Unauthorized)' }),
  handlers: {
    getVersion: () => '1.0.0.0',
    discoverCluster: ({ context: { world, host } }) => ({
      // Assumed: nobody has published what this looks like.
      clusterUrl: `http://${host}:${world.port}`,
    }),
    listLinkedEnvironments: ({ query, context }) => {
      // A full address is no host, and finds nothing; so does the gateway of another region.
      const link = findLinkOfHost(context.world, query.identifier);
      if (!link || islandOf(context) !== link.island) return [];
      checkAccess(context.world, context.caller.person, link);
      return [linkBody(link)];
    },
    listMaps: ({ query, context }) => {
      const link = enter(context, query.cid);
      if (takeFault(context.world, dualWrite.name, 'listMaps', 'stale-reads')) return [];
      if (link.emptyReads > 0) {
        link.emptyReads -= 1;
        return [];
      }
      return listedMaps(link).map((map) => mapBody(context.world, link, map));
    },
    listPrerequisites: ({ params, body, context }) => {
      const link = enter(context, params.cid);
      return body.map((template) => {
        const map = findMap(link, template);
        return map ? sequenceOf(link, map).map(({ active }) => active) : [];
      });
    },
    start: ({ body, context }) => {
      const wishes = body.details.map(({ tid, pid, cid, parameters }): Wish & { link: Link } => {
        if (!tid || !cid || (!pid && body.action !== '8')) throw stumble();
        const link = enter(context, cid);
        const map = findMap(link, tid) ?? projectNotFound(tid);
        if (pid && map.pid !== pid) projectNotFound(pid);
        const skips = parameters?.dualWriteSkipCatchUpSyncParameters;
        return {
          link,
          map,
          skipInitialSync: parameters?.skipInitialSync === true,
          master: parameters?.conflictResolution?.master === 'AX' ? 'AX' : 'CRM',
          ...(skips ? { skipCatchUp: skips.skipCatchUpSyncPreserveData ? 'kept' : 'discarded' } : {}),
        };
      });
      const [first] = wishes;
      if (!first) throw stumble();
      return { requestId: askMaps(context.world, first.link, body.action, wishes) };
    },
    getStatus: ({ params, context }) => {
      const { world } = context;
      const link = world.state.dualWrite.links.find(({ requests }) =>
        requests.some(({ id }) => id === params.request),
      );
      if (!link) return projectNotFound(params.request);
      checkAccess(world, context.caller.person, link);
      const asked = link.requests.filter(({ id }) => id === params.request).map(({ map }) => map);
      return link.maps.filter(({ id }) => asked.includes(id)).map((map) => mapBody(world, link, map));
    },
    listSolutions: ({ params, context }) =>
      mapSolutions(context.world, enter(context, params.cid)).map((row) => ({
        description: null,
        friendlyname: String(row['friendlyname']),
        ismanaged: row['ismanaged'] === true,
        solutionid: row['solutionid'],
        id: row['solutionid'],
        uniquename: String(row['uniquename']),
        version: String(row['version']),
      })),
    applySolution: ({ params, body, context }) => {
      const names = body.solutions.map(({ criteria }) => criteria.uniquename);
      const link = enter(context, params.cid);
      return { requestId: applySolutions(context.world, context.caller.person, link, names).id };
    },
    getSolutionStatus: ({ params, context }) => {
      const found = enter(context, params.cid).applications.find(({ id }) => id === params.request);
      if (!found) return projectNotFound(params.request);
      const { error = '' } = found;
      const state = found.settled ? (error ? '3' : '2') : '1';
      return {
        requestId: found.id,
        action: '2',
        createdOn: found.createdAt,
        modifiedOn: found.settled ? found.endsAt : found.createdAt,
        state,
        result: { message: state === '3' ? error : '', status: state },
        rootActivityId: found.activity,
      };
    },
    switchActive: ({ params, context }) => switchVersion(enter(context, params.cid), params.template),
    getFieldMappings: ({ params, context }) => {
      const { map } = project(context, params.pid);
      return { name: `DWM-${map.pid}`, displayName: map.name, entityMappingTasks: [] };
    },
    refreshTables: ({ params, context }) => {
      project(context, params.project.replace(/^DWM-/, ''));
      return new Reply(200);
    },
    getConnectionSet: ({ params, context }) => connectionSetBody(context.world, enter(context, params.cname)),
    setIntegrationKeys: ({ params, body, context }) => {
      const link = context.world.state.dualWrite.links.find((each) => datasetOf(each) === params.dataset);
      if (!link) return projectNotFound(params.dataset);
      checkAccess(context.world, context.caller.person, link);
      for (const map of listedMaps(link)) map.keys = body.integrationKeys[map.dataverse.name] ?? map.keys;
      return new Reply(200);
    },
    listInitialSyncs: ({ params, context }) => {
      const { link, map } = project(context, params.pid);
      return executionsBody(context.world, link, map);
    },
  },
};

const islandOf = ({ host }: Call): string => host.split('.')[1] ?? '';

function enter(context: Call, id: string): Link {
  const link = findLink(context.world, id) ?? projectNotFound(id);
  checkAccess(context.world, context.caller.person, link);
  return link;
}

function project(context: Call, pid: string) {
  const found = projectOf(context.world, pid);
  checkAccess(context.world, context.caller.person, found.link);
  return found;
}

const projectNotFound = (id: string): never => {
  throw new Refused(404, { error: { code: 'NotFound', message: `${id} was not found.` } });
};

/** What the real one does where a careful one would say 400 (toolbAX, finding 25). */
const stumble = (): Refused =>
  new Refused(500, {
    message: 'An error has occurred.',
    exceptionMessage: 'Object reference not set to an instance of an object.',
    exceptionType: 'System.NullReferenceException',
  });
