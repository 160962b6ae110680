/** Test support: people are invited in the twin, without durability. */
import type { InviteeDecision } from '@portico/contract/answers';
import type { Problem } from '@portico/contract/problems';
import type { Change, Driver, Guide } from '@portico/plan/action';
import type { Evidence, Finding } from '@portico/plan/finding';
import type { Text } from '@portico/plan/text';
import type { CheckId } from '@portico/contract/plan';
import { production } from '@portico/twin/scenarios/contoso/production';
import { addPortalUsers, chosen } from '@portico/twin/test-support/portal-users';
import { startTwin, type Twin } from '@portico/twin/twin';
import { checks } from '../../checks/index.ts';
import inviteUsers from '../invite-users.ts';
import { actIn, targetsIn } from './acting.ts';

export interface Story {
  /** None: things are only looked at. */
  readonly driver?: Driver | 'none';
  readonly people?: InviteeDecision[];
  readonly userName?: string;
  readonly arrange?: (twin: Twin) => void;
  readonly meanwhile?: (twin: Twin, looks: number) => unknown;
}

export interface Ended {
  readonly twin: Twin;
  readonly problem?: Problem;
  readonly said: readonly Text[];
  readonly guide: Guide;
  /** The dry run, as it was before. */
  readonly changes: readonly Change[];
  readonly evidence: readonly Evidence[];
  /** What was written to Dataverse, endpoint by endpoint. */
  readonly written: readonly string[];
  look(check: CheckId): Promise<Finding>;
  changesNow(): Promise<readonly Change[]>;
}

type Row = Record<string, unknown>;
export const rowsIn = ({ world }: Twin, set: string): Row[] =>
  production(world.state).organization.tables[set] ?? [];

export const contactOf = (twin: Twin, index: 0 | 1): Row =>
  rowsIn(twin, 'contacts').find(({ contactid }) => contactid === chosen.people[index]?.contact) ?? {};

/** Plays a story to its end and hands what came of it to `then`. */
export async function invite(story: Story, then: (ended: Ended) => void | Promise<void>): Promise<void> {
  await using stack = new AsyncDisposableStack();
  const { driver = 'automatic', people = chosen.people } = story;
  const twin = stack.use(await startTwin({ speed: 0, scenario: 'site-exists' }));
  addPortalUsers(twin.world);
  const evidence: Evidence[] = [];
  const targets = targetsIn(stack, {
    twin,
    userName: story.userName,
    answers: {
      'portal-site': { name: 'Contoso orders', subdomain: 'contoso-orders', language: 1033 },
      'first-users': { people },
    },
    // The twin's own time: invitations end by it.
    now: () => twin.world.clock.now(),
    evidence: (seen) => evidence.push(seen),
  });
  story.arrange?.(twin);
  const guide = await inviteUsers.drivers.guided.guide(targets);
  const changes = await inviteUsers.changes(targets);
  const { meanwhile } = story;
  const ended =
    driver === 'none' ? { said: [] } : await actIn(twin, inviteUsers, targets, { driver, meanwhile });
  await then({
    ...ended,
    twin,
    guide,
    changes,
    evidence,
    written: twin.world.state.writes.map(({ endpoint }) => endpoint),
    look: async (check) => checks[check].judge(await checks[check].observe(targets)),
    changesNow: () => inviteUsers.changes(targets),
  });
}
