import { withPort } from '../../addresses.ts';
import { allowedActions } from '../../dual-write/states.ts';
import type { DualWriteMap, Link, MapRequest, Template } from '../../world/dual-write.ts';
import type { World } from '../../world.ts';

/** A table map as the gateway lists it; states are numbers written as text. */
export function mapBody(world: World, link: Link, map: DualWriteMap) {
  const templates = map.templates.map((template) => templateBody(map, template));
  const requests = link.requests.filter((request) => request.map === map.id);
  const bodies = requests.map((request) => requestBody(world, request));
  const last = bodies.at(-1);
  return {
    leftEntity: { targetType: 'AX', ...map.finance },
    rightEntity: { targetType: 'CRM', name: map.dataverse.name, displayName: map.dataverse.name },
    detail: {
      tid: map.active,
      tName: map.name,
      tags: [],
      templates,
      template: templates.find(({ id }) => id === map.active) ?? null,
      pid: map.pid,
      lastRequest: last ?? null,
      state: String(map.state),
      actions: [...allowedActions(map)],
      lastRequests: bodies,
      isProjectDeleted: false,
    },
  };
}

function templateBody(map: DualWriteMap, { id, version, author, readOnly }: Template) {
  const [major, minor, build, revision] = version.split('.').map(Number);
  return {
    id,
    name: map.name,
    readOnly,
    displayName: `${map.finance.displayName} (${map.dataverse.name})`,
    author,
    version: { major, minor, build, revision, majorRevision: 0, minorRevision: revision },
    tags: [],
    description: map.description,
    createdDateTime: '2025-03-03T10:10:00Z',
  };
}

/** Waiting, completed, failed. Whether it is completed when the sync has begun or when it has ended is a switch. */
export function requestState(world: World, { acceptedAt, endsAt, error }: MapRequest): 1 | 2 | 3 {
  const now = world.clock.now().getTime();
  if (isOver(world, { endsAt })) return error ? 3 : 2;
  const early = world.state.switches.requestCompletes === 'on-acceptance';
  return early && now >= Date.parse(acceptedAt) ? 2 : 1;
}

const isOver = (world: World, { endsAt }: Pick<MapRequest, 'endsAt'>): boolean =>
  world.clock.now().getTime() >= Date.parse(endsAt);

function requestBody(world: World, request: MapRequest) {
  const state = requestState(world, request);
  return {
    requestId: request.id,
    action: request.action,
    createdOn: request.createdAt,
    modifiedOn: isOver(world, request) ? request.endsAt : request.acceptedAt,
    state: String(state),
    errorMessage: state === 3 && request.error ? withPort(world, request.error) : null,
    errorUri: null,
    rootActivityId: request.activity,
  };
}
