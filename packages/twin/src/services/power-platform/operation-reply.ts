import { Reply } from '@portico/http/mount';
import { addressOf } from '../../addresses.ts';
import type { Operation } from '../../world/platform.ts';
import type { World } from '../../world.ts';

/** 202 without a body. The address carries `api-version=1`, to be used as it is; relative ones were seen too. */
export function operationReply(world: World, family: 'powerpages' | 'appmanagement', operation: Operation) {
  const path = `/${family}/environments/${operation.environment}/operations/${operation.id}?api-version=1`;
  const relative = family === 'powerpages' && world.state.switches.operationAddress === 'relative';
  return new Reply(202, undefined, {
    'Operation-Location': relative ? path : `${addressOf(world, 'api')}${path}`,
  });
}
