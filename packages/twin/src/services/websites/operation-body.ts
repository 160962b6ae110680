import { addressOf } from '../../addresses.ts';
import type { Operation } from '../../world/platform.ts';
import type { World } from '../../world.ts';

/** No body was ever published: this has the fields that one shipping client looks for. Assumed. */
export function websiteOperationBody(world: World, operation: Operation) {
  const now = world.clock.now().getTime();
  const site = world.state.platform.sites.find(({ id }) => id === operation.site);
  const identity = { operationId: operation.id, createdOn: operation.startedAt };
  if (now < Date.parse(operation.endsAt))
    return {
      ...identity,
      operationStatus:
        now - Date.parse(operation.startedAt) < 30_000 ? 'OperationNotStarted' : 'OperationInProgress',
    };
  if (operation.fails) return { ...identity, operationStatus: 'OperationFailed', error: operation.fails };
  return {
    ...identity,
    operationStatus: 'OperationComplete',
    ...(site && operation.kind === 'create-site'
      ? {
          websiteUrl: addressOf(world, `${site.subdomain}.portals`),
          websiteRecordId: site.websiteRecordId,
        }
      : {}),
  };
}
