import provisionSite from '../../../actions/provision-site.ts';
import { checks } from '../../../checks/index.ts';
import { drawMischief } from '../mischief.ts';
import { performing } from '../performing.ts';
import { type Entry, operationsOf } from '../disk.ts';
import type { Told } from '../play.ts';
import { openPlayers, openStage, type Players } from '../stage.ts';
import { createTokens } from '../tokens.ts';
import { throttleOn } from '../unreliable.ts';
import { judgeEnd } from './judge-end.ts';
import { kinds } from './mischief.ts';
import { reachOf } from './reach.ts';
import { create, type Decided, drawPast, portals, siteWorld } from './small-world.ts';
import { watchWrites } from './watch-writes.ts';
import { createWire } from './wire.ts';

const minutes = 60_000;

/** Reading a whole site is another story. */
const { 'baseline-kept': _, ...own } = checks;

/** One story: a person has the portal created while things go wrong, and goes on until people may open it. */
export async function tellStory(seed: number, withLines = false): Promise<Told> {
  const stage = openStage(seed, withLines);
  const { chance, time, disk, tell, breaks } = stage;

  const drawn = drawPast(chance);
  const driver = chance.pick(['automatic', 'automatic', 'guided'] as const);
  // By hand somebody meets that an address is taken on Microsoft's page, and no operation of ours knows of it.
  const past = driver === 'guided' && drawn === 'the address is taken' ? 'nothing' : drawn;
  const switches = {
    operationAddress: chance.pick(['absolute', 'relative', 'without-version'] as const),
    templateName: chance.pick(['echoed', 'echoed', 'DefaultPortalTemplate'] as const),
    readySite: chance.pick(['OperationComplete', 'StateConfigured'] as const),
  };
  const mischief = drawMischief(chance, kinds);
  const decided: Decided = { name: 'Contoso orders', subdomain: 'contoso-portal', language: 1033 };
  const twin = siteWorld({ now: time.now, past, switches, decided });
  tell(() => `${driver}, ${past}, ${JSON.stringify(switches)}, ${JSON.stringify(decided)}`);

  const tokens = createTokens('granted', time.now);
  const click = (what: string, wish: Decided): boolean => {
    const taken = create(twin, wish);
    tell(() => `somebody creates ${what} at ${wish.subdomain}${taken ? '' : ', in vain'}`);
    return taken;
  };
  /** Who is told on Microsoft's page that there is one already stops what watches for another. */
  const byHand = () => {
    const [there] = portals(twin);
    if (there?.subdomain === decided.subdomain || click('it', decided) || !there) return;
    gaveUp = true;
    players.giveUp();
  };
  let gaveUp = false;
  const players: Players = openPlayers({
    stage,
    mischief,
    tokens,
    action: 'provision-site',
    driver,
    perform: (life) =>
      performing({
        actions: { 'provision-site': provisionSite },
        checks: own,
        holds: ['site-address'],
        reach: reachOf({
          wire,
          life,
          time,
          tokens,
          answers: { 'portal-site': decided },
          operations: () => operationsOf(disk),
        }),
        now: time.now,
        broken: breaks,
      }),
    judge: (entry) => judgeEnd({ twin, decided, watch, disk, entry, broken: breaks }),
    decide: (entry) => decideAnew(entry),
    again() {
      if (driver === 'guided') byHand();
    },
  });

  /** Told of a portal at another address they take it; told that an address is taken they choose another. */
  function decideAnew({ event }: Entry): boolean {
    const { code, upstream } = (event.type === 'operation-finished' && event.problem) || {};
    const [there] = portals(twin);
    watch.decidesAnew();
    const full = /maximum/.test(upstream?.message ?? '');
    if ((code === 'site-elsewhere' || gaveUp || full) && there) {
      gaveUp = false;
      delete decided.record;
      decided.subdomain = there.subdomain;
    } else if (code === 'upstream-refused' && /subdomain/.test(upstream?.message ?? ''))
      decided.subdomain = `contoso-portal-${chance.between(2, 99)}`;
    else return code === 'upstream-refused';
    tell(() => `decides for ${decided.subdomain}`);
    return true;
  }

  const { current, cancel, later } = players;
  const watch = watchWrites({ twin, decided, operation: current, broken: breaks });
  const means = { twin, time, chance, mischief, tokens, watch, tell };
  const wire = createWire({ ...means, throttledUntil: throttleOn(disk, current), broken: breaks });
  players.boot();

  if (mischief.strikes('sign-in ends')) later(12 * minutes, players.endSignIn);
  if (mischief.strikes('somebody creates it as well')) later(minutes, () => click('it as well', decided));
  if (mischief.strikes('somebody creates another'))
    later(minutes, () => click('another', { name: 'Another', subdomain: 'contoso-other', language: 1033 }));
  if (mischief.strikes('cancelled')) later(12 * minutes, cancel);
  if (mischief.strikes('nudged')) later(12 * minutes, players.nudge);
  if (driver === 'guided') later(3 * minutes, byHand);
  await players.play();
  const worlds = { [past]: 1 };
  return { seed, broken: stage.broken, lines: stage.lines, faults: { ...mischief.counts, ...worlds } };
}
