import { twinCloud } from '@portico/microsoft/twin-cloud';
import { createConnections } from '@portico/microsoft/connect';
import { realWorld } from '@portico/microsoft/real-world';
import type { Stage } from '../contracts/contract.ts';
import { environments, tenants } from '../scenarios/contoso/ids.ts';
import type { ScenarioId } from '../scenarios/index.ts';
import { signInAs } from '../sign-in-as.ts';
import { startTwin } from '../twin.ts';

/** The twin as the stage of a contract, reached through the product's own pipeline. */
export async function twinStage(scenario: ScenarioId = 'site-exists'): Promise<Stage> {
  const stack = new AsyncDisposableStack();
  const twin = stack.use(await startTwin({ speed: 0, scenario }));
  const connections = stack.use(createConnections({ version: 'test' }));
  const session = {
    cloud: twinCloud(twin.port, 60),
    tenant: tenants.contoso,
    token: (audience: string) => signInAs(twin, 'alex@contoso.example', audience),
    evidence: () => {},
    patience: 'durable' as const,
    world: realWorld,
  };
  return {
    environment: environments.production,
    cloud: session.cloud,
    connect: (service, base) => connections.connect(service, session, base),
    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  };
}
