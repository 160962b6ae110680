import { checkTexts, newFaults } from '@portico/merge/check-text';
import { match } from '@portico/merge/match';
import { mergeSite } from '@portico/merge/merge-site';
import type { Plan } from '@portico/merge/plan';
import type { RunState } from '@portico/plan/reduce';
import applyUpdate from '../../../actions/apply-update.ts';
import rollBack from '../../../actions/roll-back.ts';
import { checks } from '../../../checks/index.ts';
import { newIdIn } from '../../../merge/new-id.ts';
import { createMerge } from '../../../site-config/merge-kept.ts';
import { readSite } from '../../../site-config/read-sites.ts';
import type { Captured } from '../../../site-config/archive.ts';
import type { Targets } from '../../../targets/targets.ts';
import { createLife } from '../life.ts';
import { drawMischief } from '../mischief.ts';
import { performing } from '../performing.ts';
import { alex } from '../persons.ts';
import type { Entry } from '../disk.ts';
import type { Told } from '../play.ts';
import { openPlayers, openStage, type Players } from '../stage.ts';
import { createTokens } from '../tokens.ts';
import { throttleOn } from '../unreliable.ts';
import { openArchive } from './archive.ts';
import { openEdits } from './edits.ts';
import { pasts, type Wish, wishes } from './histories.ts';
import { isHalf, judgeEnd } from './judge-end.ts';
import { kinds } from './mischief.ts';
import { type Decided, lookAndDecide } from './person.ts';
import { reachOf } from './reach.ts';
import { updateWorld } from './small-world.ts';
import { news } from './template.ts';
import { rowsOf, standingOf, touchesNew } from './truth.ts';
import { watchWrites } from './watch-writes.ts';
import { createWire } from './wire.ts';

const minutes = 60_000;

// The parsers are loaded here and not in the middle of a story: while they are, its time would pass.
await Promise.all((['liquid', 'style', 'script', 'json'] as const).map((kind) => newFaults(kind, 'a', [])));
await checkTexts({ records: [] });

/** One story: a customised site takes a newer template over while things go wrong and people edit it. */
export async function tellStory(seed: number, withLines = false): Promise<Told> {
  const stage = openStage(seed, withLines);
  const { chance, time, disk, tell, breaks } = stage;
  const mischief = drawMischief(chance, kinds);
  const brought = new Set(news.filter(() => chance.next() < 0.4));
  const names = Object.keys(wishes) as [keyof typeof wishes, ...(keyof typeof wishes)[]];
  const wish = chance.pick(names);
  const past = chance.pick(['baseline kept', 'baseline kept', ...pasts] as const);
  const switches = {
    contentPagesInChangeSets: chance.pick(['created', 'not-created'] as const),
    failedChangeSet: chance.pick(['one-part', 'inside-its-set'] as const),
    associatedAgain: chance.pick(['refused', 'accepted'] as const),
  };
  const twin = updateWorld(time.now, brought, switches);
  tell(() => `${wish}, ${past}, ${[...brought].join(', ')}, ${JSON.stringify(switches)}`);

  const tokens = createTokens('granted', time.now);
  const choices: Record<string, RunState['choices'][string]> = {};
  const edits = openEdits({ world: twin, chance, tell });
  /** Records that were edited since somebody looked. */
  const edited = new Set<string>();
  const edit = (ids?: readonly string[]) => {
    const made = edits.make(ids);
    if (made !== undefined) edited.add(made);
  };

  let decided: Decided;
  /** What was decided for the plan, whatever somebody decides beside it since. */
  let agreed: Decided | undefined;
  /** The update that is in the site, or on its way. */
  let plan: Plan = { writes: [] };
  /** What the baseline may be once it is taken back: of one that writes nothing nobody sees whether it was concluded. */
  let planned: readonly (Captured | undefined)[] = [];
  const goals: Wish[] = [...wishes[wish]];
  let next: Wish = 'apply-update';
  /** Somebody was told that what they want to take back was edited since. */
  let refused = false;
  const standing = () => standingOf(twin, plan, edited);
  let before = standing();

  const kept = openArchive(time.now, (role) => {
    const { update } = kept.last;
    const isPlanned = role === 'update' && update?.takesBack === undefined;
    if (isPlanned && JSON.stringify(update?.plan) !== JSON.stringify(decided.plan))
      breaks('planned otherwise than it was decided');
    if (role !== 'baseline' || disk.journal.length === 0) return;
    const { there, away, neither } = standing();
    // What says that it took the template over says so of an update that is there.
    if (neither.length > 0 || (kept.last.baseline?.took === undefined ? there : away) > 0)
      breaks(`the baseline moves, and the update doesn’t stand so: ${JSON.stringify(standing())}`);
  });
  const merge = createMerge(async ({ sides, answers = {} }) => {
    const matching = match(sides, { answers, newId: ({ id }) => newIdIn(sides.ours.website, id) });
    return { matching, site: mergeSite(matching) };
  });
  const reached = { time, chance, tokens, choices, archive: kept.archive, merge };

  const players: Players = openPlayers({
    stage,
    mischief,
    tokens,
    action: () => next,
    driver: 'automatic',
    perform: (life) =>
      performing({
        actions: { 'apply-update': applyUpdate, 'roll-back': rollBack },
        checks,
        holds: ['template-suitable'],
        reach: reachOf({ ...reached, life, send: (call) => wire.send(life, call) }),
        now: time.now,
        broken: breaks,
      }),
    judge: (entry) => judge(entry),
    decide: () => decideAnew(),
  });
  const { current, cancel, later } = players;
  const watch = watchWrites({ twin, operation: current, nameOf: kept.nameOf, broken: breaks });
  const wire = createWire({
    twin,
    time,
    chance,
    mischief,
    tokens,
    watch,
    tell,
    operation: current,
    broken: breaks,
    throttledUntil: throttleOn(disk, current),
    edit,
  });
  const atEase = createLife({ dies: () => false, died: () => undefined });
  const targets: Targets = reachOf({ ...reached, life: atEase, send: wire.calmly })({
    person: alex,
    patience: 'durable',
    evidence: () => undefined,
  });

  async function look(): Promise<void> {
    tokens.signIn(alex.id);
    decided = await lookAndDecide({ targets, choices, chance });
    watch.seen();
    tell(() => `decides for ${decided.plan.writes.map(({ op, table }) => `${op} ${table}`).join(', ')}`);
    // Of one that is there, by halves or as a whole, nothing is decided anew before it has ended.
    if (isHalf(standing()) || standing().there > 0 || touchesNew(twin, plan, edited)) return;
    const { baseline } = kept.last;
    const isOnTop = baseline?.took !== undefined && decided.plan.writes.length === 0;
    planned = isOnTop ? [...planned, baseline] : [baseline];
    // Of one that isn’t there nothing is left when everything is decided against.
    if (decided.plan.writes.length > 0 || standing().away > 0) {
      plan = decided.plan;
      agreed = decided;
      edits.settle();
      edited.clear();
    }
  }

  /** What was edited of the update's own records is taken back by whoever wants to be rid of it. */
  async function decideAnew(): Promise<boolean> {
    // What was on its way has arrived by then.
    await time.sleep(10_000);
    if (refused) {
      // What hasn’t come isn’t put back.
      const last = watch.written.findLast(({ accepted }) => accepted)?.name ?? '';
      const links = /^write (\d+) of \1$/.test(last) ? plan : { writes: [] };
      edits.revert(rowsOf(twin, plan), links);
      watch.seen();
    }
    if (next === 'apply-update') await look();
    if (mischief.strikes('edited unseen')) edit(plan.writes.map(({ id }) => id));
    before = standing();
    return true;
  }

  function judge(entry: Entry): string {
    const { forgoes, ticked } = agreed ?? decided;
    const end = judgeEnd({
      twin,
      watch,
      disk,
      edits,
      entry,
      plan,
      before,
      edited,
      kept: kept.texts,
      forgoes({ id, cell, value }) {
        if (!cell.startsWith('role ')) return forgoes(id, cell);
        // A role that is given is always asked about.
        return (value === false && ticked(id)) || forgoes(id, 'adx_entitypermission_webrole');
      },
      broken: breaks,
    });
    const { outcome } = end;
    tell(() => `${next} ends ${outcome}: ${JSON.stringify(end.standing)}`);
    if (outcome === 'done') judgeBaseline();
    refused = next === 'roll-back' && outcome.endsWith('site-edited');
    const isDone =
      outcome === 'done' ||
      (next === 'roll-back' && outcome.endsWith('update-gone') && end.standing.there === 0);
    if (isDone && next === goals[0]) {
      goals.shift();
      next = goals[0] ?? next;
      return goals.length === 0 ? 'done' : 'on';
    }
    if (isDone) {
      next = goals[0] ?? next;
      return 'on';
    }
    // What is there by halves has to go first.
    const isStuck = outcome.includes('unfinished') || (isHalf(end.standing) && chance.next() < 0.7);
    if (next === 'apply-update' && isStuck) next = 'roll-back';
    return outcome;
  }

  /** After an update it says what the template says, and after taking it back what it said before. */
  function judgeBaseline(): void {
    const { baseline } = kept.last;
    const texts = (records: readonly { fields: object }[]) =>
      JSON.stringify(
        records
          .flatMap(({ fields }) => ('adx_value' in fields ? [fields] : []))
          .map(valuesOf)
          .sort(),
      );
    const valuesOf = (fields: object) =>
      JSON.stringify(['adx_name', 'adx_value'].map((name) => Reflect.get(fields, name)));
    const said = texts(baseline?.snapshot.records ?? []);
    const wanted = next === 'apply-update' ? [kept.last.template] : planned;
    if (!wanted.some((each) => texts(each?.snapshot.records ?? []) === said))
      breaks(`done, and the baseline is another after ${next}`);
  }

  if (past === 'baseline kept') {
    const { snapshot, notes } = await readSite(targets);
    await kept.archive.keep('baseline', { snapshot, notes });
  }
  for (let count = chance.between(0, 5); count > 0; count -= 1) edit();
  await look();
  if (mischief.strikes('edited unseen')) edit(plan.writes.map(({ id }) => id));
  before = standing();
  players.boot();

  if (mischief.strikes('sign-in ends')) later(3 * minutes, players.endSignIn);
  if (mischief.strikes('cancelled')) later(minutes / 2, cancel);
  if (mischief.strikes('nudged')) later(2 * minutes, players.nudge);
  for (let count = chance.between(1, 4); count > 0; count -= 1)
    if (mischief.strikes('somebody edits')) later(2 * minutes, () => edit());
  await players.play();
  const worlds = { [past]: 1, [wish]: 1 };
  return { seed, broken: stage.broken, lines: stage.lines, faults: { ...mischief.counts, ...worlds } };
}
