/** Test support: a site is created or changed in the twin, without durability; time passes with each look. */
import type { Answers } from '@portico/contract/answers';
import type { Problem } from '@portico/contract/problems';
import type { Change, Driver, Guide } from '@portico/plan/action';
import type { Text } from '@portico/plan/text';
import type { ScenarioId } from '@portico/twin/scenarios/index';
import { startTwin, type Twin } from '@portico/twin/twin';
import type { DefectId } from '@portico/twin/defects/index';
import type { Targets } from '../../targets/targets.ts';
import type { AnyAction } from '../define-action.ts';
import provisionSite from '../provision-site.ts';
import { actIn, paceOfTests, targetsIn } from './acting.ts';

type Decision = NonNullable<Answers['portal-site']>;

export interface Story {
  /** Creating the site, unless told. */
  readonly action?: AnyAction;
  readonly decided?: Answers['go-live'];
  readonly userName?: string;
  readonly scenario?: ScenarioId;
  readonly defects?: readonly DefectId[];
  readonly driver?: Driver;
  readonly decision?: Partial<Decision>;
  /** What was done in this set-up before. */
  readonly before?: (twin: Twin) => Targets['operations'];
  /** Before anything is looked at, and after so many looks. */
  readonly arrange?: (twin: Twin) => void;
  readonly meanwhile?: (twin: Twin, looks: number) => unknown;
}

export interface Ended {
  readonly twin: Twin;
  readonly problem?: Problem;
  readonly said: readonly Text[];
  readonly guide: Guide;
  /** How often the twin was made to create a site. */
  readonly created: number;
  /** How often anything else was asked for. */
  readonly sent: (endpoint: string) => number;
  /** What the dry run says afterwards. */
  readonly left: readonly Change[];
}

const decided = { name: 'Contoso orders', subdomain: 'contoso-portal', language: 1033 };

/** Plays a story to its end and hands what came of it to `then`. */
export async function tell(story: Story, then: (ended: Ended) => void | Promise<void>): Promise<void> {
  await using stack = new AsyncDisposableStack();
  const { scenario = 'contoso-fresh', defects = [], driver = 'automatic', action = provisionSite } = story;
  const twin = stack.use(await startTwin({ speed: 0, scenario, defects }));
  const begun = twin.world.clock.now().getTime();
  const targets = targetsIn(stack, {
    twin,
    userName: story.userName,
    now: () => new Date(begun + (twin.world.clock.now().getTime() - begun) / paceOfTests),
    ...(story.before ? { operations: story.before(twin) } : {}),
    answers: {
      'portal-site': { ...decided, ...story.decision },
      ...(story.decided ? { 'go-live': story.decided } : {}),
    },
  });
  story.arrange?.(twin);
  const guide = await action.drivers.guided.guide(targets);
  const ended = await actIn(twin, action, targets, { driver, meanwhile: story.meanwhile });
  const sent = (endpoint: string) =>
    twin.world.state.writes.filter((write) => write.endpoint === endpoint).length;
  const left = await action.changes(targets);
  await then({
    ...ended,
    twin,
    guide,
    created: sent('createWebsite'),
    sent,
    left,
  });
}
