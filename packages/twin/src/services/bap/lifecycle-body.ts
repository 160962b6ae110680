import type { LifecycleOperation } from '../../world/platform.ts';
import type { World } from '../../world.ts';
import { ticks } from './ticks.ts';

const stages = ['Validate', 'Prepare', 'Run', 'Finalize'] as const;
const provider = '/providers/Microsoft.BusinessAppPlatform';

/** An operation as recorded. A failed one stops at the stage where it fails, here `Run`, and says nothing more. */
export function lifecycleBody(world: World, operation: LifecycleOperation) {
  const [start, end] = [Date.parse(operation.startedAt), Date.parse(operation.endsAt)];
  const now = world.clock.now().getTime();
  const failed = operation.fails === true && now >= end;
  const until = failed ? 2 : stages.length - 1;
  const person = world.state.directory.people.find(({ id }) => id === operation.person);
  const at = (index: number) => start + ((end - start) * index) / stages.length;
  const reached = stages
    .map((name, index) => ({ name, from: at(index), to: Math.min(at(index + 1), end), index }))
    .filter(({ from, index }) => from <= now && index <= until);
  return {
    id: operation.id,
    links: {
      self: { path: `${provider}/lifecycleOperations/${operation.id}` },
      environment: { path: `${provider}/environments/${operation.environment}` },
    },
    type: { id: operation.kind },
    typeDisplayName: operation.kind,
    state: { id: now < start ? 'NotStarted' : now < end ? 'Running' : failed ? 'Failed' : 'Succeeded' },
    createdDateTime: ticks(start),
    lastActionDateTime: ticks(Math.min(now, end)),
    requestedBy: {
      id: operation.person,
      displayName: person?.name ?? 'SYSTEM',
      type: person ? 'User' : 'NotSpecified',
      tenantId: person?.tenant ?? '',
    },
    stages: reached.map(({ name, from, to, index }) => ({
      id: name,
      name,
      state: { id: now < to ? 'Running' : failed && index === until ? 'Failed' : 'Succeeded' },
      firstActionDateTime: ticks(from),
      lastActionDateTime: ticks(Math.min(now, to)),
    })),
  };
}
