import type { Answers } from '@portico/contract/answers';
import startMaps from '../../../actions/start-maps.ts';
import mapsRunning from '../../../checks/maps-running.ts';
import { seeded } from '../../seeded.ts';
import { drawMischief } from '../mischief.ts';
import { performing } from '../performing.ts';
import type { Told } from '../play.ts';
import { openPlayers, openStage, type Players } from '../stage.ts';
import { createTokens } from '../tokens.ts';
import { throttleOn } from '../unreliable.ts';
import { judgeEnd } from './judge-end.ts';
import { kinds } from './mischief.ts';
import { givePast, openPage } from './people.ts';
import { reachOf } from './reach.ts';
import { drawShape, kindsOfWorlds } from './shapes.ts';
import { smallWorld } from './small-world.ts';
import { watchWrites } from './watch-writes.ts';
import { createWire } from './wire.ts';

const minutes = 60_000;
/** Worlds are drawn apart, so that a new kind of them changes no other story. */
const ofShapes = 1_000_003;

/** One story: a person has the maps started while things go wrong, and goes on until they run. */
export async function tellStory(seed: number, withLines = false): Promise<Told> {
  const stage = openStage(seed, withLines);
  const { chance, time, disk, tell, breaks } = stage;

  const driver = chance.pick(['automatic', 'automatic', 'guided'] as const);
  const gateway = driver === 'guided' && chance.next() < 0.4 ? 'refused' : 'granted';
  const requestCompletes = chance.pick(['on-acceptance', 'after-sync'] as const);
  const decided: NonNullable<Answers['table-maps']> = {
    initialSync: chance.next() < 0.8,
    master: chance.pick(['finance-operations', 'dataverse'] as const),
    choices: {},
  };
  const mischief = drawMischief(chance, kinds);
  const switches = { requestCompletes, gatewayTokens: gateway } as const;
  const shape = drawShape(seeded(seed + ofShapes));
  const small = smallWorld({ now: time.now, chance, switches, shape });
  const { world: twin, link, wanted } = small;
  givePast(twin, link, wanted, chance);
  tell(
    () => `${driver}, gateway ${gateway}, requests complete ${requestCompletes}, ${JSON.stringify(decided)}`,
  );
  tell(() => link.maps.map(({ name, state }) => `${name}: ${state}`).join('; '));

  const tokens = createTokens(gateway, time.now);
  const page = openPage(twin, link, wanted, tell);
  const players: Players = openPlayers({
    stage,
    mischief,
    tokens,
    action: 'start-maps',
    driver,
    perform: (life) =>
      performing({
        actions: { 'start-maps': startMaps },
        checks: { 'maps-running': mapsRunning },
        holds: ['maps-resolved', 'map-prerequisites'],
        reach: reachOf({ wire, life, time, tokens, link, answers: { 'table-maps': decided } }),
        now: time.now,
        broken: breaks,
      }),
    judge: (entry) => judgeEnd({ twin, link, wanted, watch, disk, gateway, entry, broken: breaks }),
    calm() {
      for (const row of small.customers) if (row['InvoiceAccount'] === 'NOBODY') row['InvoiceAccount'] = '';
    },
    again() {
      if (driver !== 'guided') return;
      page.resume();
      page.run(page.wanted, decided.initialSync);
    },
  });
  const { current, cancel, later } = players;
  const touched = () => page.clicked > 0;
  const watch = watchWrites({ twin, link, decided, touched, operation: current, broken: breaks });
  const means = { twin, link, time, chance, mischief, tokens, watch, page, tell };
  const wire = createWire({ ...means, throttledUntil: throttleOn(disk, current), cancel, broken: breaks });
  players.boot();

  const anyMap = () => chance.pick(page.wanted);
  if (mischief.strikes('sign-in ends')) later(6 * minutes, players.endSignIn);
  if (mischief.strikes('somebody starts a map'))
    later(3 * minutes, () => page.run([anyMap()], chance.next() < 0.8));
  if (mischief.strikes('cancelled')) later(4 * minutes, cancel);
  if (mischief.strikes('nudged')) later(4 * minutes, players.nudge);
  if (driver === 'guided') {
    later(minutes, () => page.run([anyMap()], true));
    later(3 * minutes, () => page.run(page.wanted, decided.initialSync));
  }
  await players.play();
  const worlds = Object.fromEntries(kindsOfWorlds.filter((kind) => shape[kind]).map((kind) => [kind, 1]));
  return { seed, broken: stage.broken, lines: stage.lines, faults: { ...mischief.counts, ...worlds } };
}
