import type { Answers } from '@portico/contract/answers';
import { Problem } from '@portico/contract/problems';
import { type Connections, createConnections } from '@portico/microsoft/connect';
import { realWorld } from '@portico/microsoft/real-world';
import { twinCloud } from '@portico/microsoft/twin-cloud';
import type { Driver } from '@portico/plan/action';
import type { Evidence } from '@portico/plan/finding';
import type { Text } from '@portico/plan/text';
import { environments, people, tenants } from '@portico/twin/scenarios/contoso/ids';
import { signInAs } from '@portico/twin/sign-in-as';
import type { Twin } from '@portico/twin/twin';
import type { SiteArchive } from '../../site-config/archive.ts';
import { createMerge, type Merge } from '../../site-config/merge-kept.ts';
import { memoryArchive } from '../../site-config/test-support/memory-archive.ts';
import { createTargets } from '../../targets/create-targets.ts';
import type { Targets } from '../../targets/targets.ts';
import type { AnyAction } from '../define-action.ts';
import { looking } from './looking.ts';

/** How much faster than ours the time of a twin passes. */
export const paceOfTests = 2000;

interface Means {
  readonly twin: Twin;
  readonly answers: Answers;
  readonly userName?: string | undefined;
  /** Times are read by it; our own, unless told. */
  readonly now?: () => Date;
  readonly evidence?: (seen: Evidence) => void;
  readonly choices?: Targets['choices'];
  /** What was done before. */
  readonly operations?: Targets['operations'];
  /** Of its own, unless several share one. */
  readonly archive?: SiteArchive;
  readonly connections?: Connections;
  readonly merge?: Merge;
}

/** What an action reaches in the twin, on behalf of somebody who signs in; connections end with the stack. */
export function targetsIn(stack: AsyncDisposableStack, means: Means): Targets {
  const { twin, answers, userName = 'alex@contoso.example', now = realWorld.now } = means;
  const archive = means.archive ?? memoryArchive(now);
  const tokens = new Map<string, Promise<string>>();
  return createTargets(
    {
      cloud: twinCloud(twin.port, paceOfTests),
      connections: means.connections ?? stack.use(createConnections({ version: 'test' })),
      world: { ...realWorld, now },
      tokenFor: (_, audience, claims) => {
        // One that was turned down isn't used again.
        const known = claims === undefined ? tokens.get(audience) : undefined;
        const token = known ?? signInAs(twin, userName, audience);
        tokens.set(audience, token);
        return token;
      },
      archive: () => archive,
      merge: means.merge ?? createMerge(),
    },
    {
      run: 'acting',
      choices: means.choices ?? {},
      operations: means.operations ?? {},
      person: { id: people.alex, tenant: tenants.contoso },
      answers: { environment: { environment: environments.production }, ...answers },
      patience: 'durable',
      evidence: means.evidence ?? (() => undefined),
    },
  );
}

interface Story {
  readonly driver: Driver;
  readonly meanwhile?: ((twin: Twin, looks: number) => unknown) | undefined;
}

/** Runs an action to its end, without durability; answers what it said, and the problem it ended with. */
export async function actIn(
  twin: Twin,
  action: AnyAction,
  targets: Targets,
  { driver, meanwhile }: Story,
): Promise<{ readonly said: readonly Text[]; readonly problem?: Problem }> {
  const said: Text[] = [];
  try {
    await action.drivers[driver]?.run(targets, looking(twin, said, meanwhile));
    return { said };
  } catch (problem) {
    if (problem instanceof Problem) return { said, problem };
    throw problem;
  }
}
