import { Reply } from '@portico/http/mount';
import { addressOf } from '../../addresses.ts';
import type { Operation } from '../../world/platform.ts';
import type { World } from '../../world.ts';

/** 202 without a body. The address carries `api-version=1`, to be used as it is; relative and bare ones were seen too. */
export function operationReply(world: World, family: 'powerpages' | 'appmanagement', operation: Operation) {
  const form = family === 'powerpages' ? world.state.switches.operationAddress : 'absolute';
  const path = `/${family}/environments/${operation.environment}/operations/${operation.id}`;
  const target = form === 'without-version' ? path : `${path}?api-version=1`;
  return new Reply(202, undefined, {
    'Operation-Location': form === 'relative' ? target : `${addressOf(world, 'api')}${target}`,
  });
}
