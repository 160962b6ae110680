import type { OrderedMap } from '@portico/contract/findings';
import type { Verbs, Wait } from '@portico/plan/action';
import { msg, text } from '@portico/plan/text';
import { explain } from '../../dual-write/playbook/explain.ts';
import type { Gateway, GatewayMap, MapRequest } from '../../targets/gateway.ts';
import { holds } from '../../targets/known-map.ts';
import { mapOrder } from '../../targets/map-order.ts';
import { pausedMaps } from '../../targets/standing-maps.ts';
import { findProgress } from '../../targets/sync-progress.ts';
import type { Targets } from '../../targets/targets.ts';
import { resume } from './change-maps.ts';
import { decided } from './decided.ts';
import { forecastOf } from './forecast.ts';
import { find, isUnderWay, lawful, lookAgain, problemOf, refusalOf } from './one-map.ts';
import { switchesOf } from './switches.ts';
import { type Ended, keepTally, type Tally } from './tally.ts';

const preparing = msg({ id: 'start-maps.preparing', defaultMessage: 'Microsoft prepares {name}.' });
const starting = msg({
  id: 'start-maps.starting',
  defaultMessage: 'Microsoft starts {name} ({number} of {total}).',
});
const again = msg({
  id: 'start-maps.again',
  defaultMessage:
    '{name} once more: {errors, plural, one {# row} other {# rows}} referred to rows that weren’t there yet.',
});

/** Starts what is wanted and what it needs, one map after the other, each after what it needs. */
export async function runMaps(targets: Targets, verbs: Verbs): Promise<void> {
  await switchVersions(targets, verbs);
  const { order, circles } = await verbs.once('order', async () =>
    mapOrder(await lawful(targets), decided(targets).choices),
  );
  const expected = await verbs.once('forecast', async () =>
    forecastOf(targets, order, await (await lawful(targets)).listMaps()),
  );
  const tally = keepTally({ order, expected, pace: targets.cloud.pace, now: targets.now });
  const says = tally.expecting();
  if (says) await verbs.say('expecting', says);
  const groupOf = (map: OrderedMap) => circles.find((circle) => circle.includes(map.id)) ?? [map.id];
  for (const map of order) {
    const group = groupOf(map);
    // A circle's maps run together, in the place of the first.
    if (order.find(({ id }) => group.includes(id)) !== map) continue;
    const maps = order.filter(({ id }) => group.includes(id));
    await runGroup(targets, verbs, { maps, order, tally });
  }
  // What refers to their rows was paused with them.
  const others = await verbs.once('paused', async () =>
    pausedMaps(await lawful(targets), decided(targets).choices),
  );
  for (const map of others) await resume(targets, verbs, map, { catchUp: true });
}

/** Puts the better version of a map into use, while it stands still. From then on the map goes by that id. */
async function switchVersions(targets: Targets, verbs: Verbs): Promise<void> {
  const { choices } = decided(targets);
  const switches = await verbs.once('versions', async () =>
    switchesOf(await (await lawful(targets)).listMaps(), choices),
  );
  for (const { id, better } of switches)
    await verbs.once(`switch ${id}`, async ({ write }) => {
      const gateway = await lawful(targets);
      const maps = await gateway.listMaps();
      const map = maps.find((each) => holds(each, better.id));
      // Who has started it meanwhile has chosen.
      const still = switchesOf(maps, choices).some((each) => each.id === map?.id);
      if (map && still)
        await write(() =>
          gateway
            .switchVersion(map, better.id)
            .catch((refused: unknown) => lookAgain(gateway, map.id, 'start', refused)),
        );
      return null;
    });
}

/** How an initial sync ended that ended badly. */
interface Failed {
  readonly id: string;
  readonly errors: number;
  /** Whether the rows that failed refer to rows that this very pass may have brought. */
  readonly circular: boolean;
  readonly message: string;
  readonly request: string;
  /** Seconds that the copying took, where Microsoft says. */
  readonly took?: number | undefined;
}

interface Group {
  readonly maps: readonly OrderedMap[];
  /** All maps of the run. */
  readonly order: readonly OrderedMap[];
  readonly tally: Tally;
}

/**
 * Starts maps that need each other, or one alone. Rows that refer to each other fail in the first pass and arrive in
 * a later one: what failed runs again while fewer rows fail. When no fewer do, somebody has to look.
 */
async function runGroup(targets: Targets, verbs: Verbs, { maps: group, order, tally }: Group): Promise<void> {
  let open = group;
  for (let pass = 1, before = Number.POSITIVE_INFINITY; open.length > 0; pass += 1) {
    const failed: Failed[] = [];
    for (const map of open) {
      const where = { name: map.name, number: order.indexOf(map) + 1, total: order.length };
      const ended = await runOne(targets, verbs, { map, group, where, pass, tally });
      if (isFailed(ended)) {
        failed.push(ended);
        tally.failed(map.id, ended.took);
      } else await verbs.say(`done ${map.id}`, tally.ended(map.id, where, ended));
    }
    const errors = failed.reduce((sum, each) => sum + each.errors, 0);
    const [first] = failed;
    if (first && (errors >= before || !failed.every(({ circular }) => circular)))
      throw problemOf(first, group);
    before = errors;
    open = open.filter(({ id }) => failed.some((each) => each.id === id));
    for (const { id, name } of open) await verbs.say(`again ${id} ${pass}`, text(again, { name, errors }));
  }
}

interface Turn {
  readonly map: OrderedMap;
  readonly group: readonly OrderedMap[];
  readonly where: { readonly name: string; readonly number: number; readonly total: number };
  readonly pass: number;
  readonly tally: Tally;
}

async function runOne(targets: Targets, verbs: Verbs, about: Turn): Promise<Failed | Ended> {
  const { map: ordered, group, where, pass, tally } = about;
  const { id, name } = ordered;
  const { initialSync, master } = decided(targets);
  const how = ordered.alwaysCopied
    ? ({ initialSync: true, master: 'finance-operations' } as const)
    : { initialSync, master };
  const turn = tally.turn(id, where);
  await initialise(targets, verbs, id, name);
  const key = pass === 1 ? id : `${id} pass ${pass}`;
  const request = await verbs.once(`start ${key}`, async ({ write }) => {
    const gateway = await lawful(targets);
    const before = await find(gateway, id);
    // Both tables are read anew, by the gateway: nobody's rows change, and new columns are known.
    if (!isStarting(before) && !isUnderWay(before) && before.state !== 'paused')
      await gateway.refreshTables(before);
    // That took a while, in which somebody may have started it.
    const map = await find(gateway, id);
    // Whoever started it: it is started, and its request tells whether it fails. A second start is never sent.
    if (isStarting(map)) return map.newest?.id ?? null;
    if (isUnderWay(map)) return null;
    // One that is paused can't be started: it goes on, and what waited for it arrives.
    const does = map.state === 'paused' ? 'resume' : 'start';
    return await write(() =>
      (does === 'start' ? gateway.start(map, how) : gateway.resume([map], { catchUp: true })).catch(
        (refused: unknown) => lookAgain(gateway, id, does, refused),
      ),
    );
  });
  const copies = how.initialSync && turn.copies;
  const begins = copies ? turn.begins() : { says: text(starting, where), usually: 600 };
  const wait: Wait = { ...begins, for: 'upstream', every: 20 };
  return verbs.until<Failed | Ended>(`run ${key}`, wait, async () => {
    const gateway = await lawful(targets);
    const map = await find(gateway, id);
    const progress = copies ? await findProgress(gateway, map) : undefined;
    if (map.state === 'running') return turn.ends(progress);
    const refused = refusalOf(map, request);
    if (refused) return { ...(await failureOf(gateway, map, refused, group)), took: progress?.seconds };
    if (progress) Object.assign(wait, turn.goesOn(progress));
    return undefined;
  });
}

const isFailed = (ended: Failed | Ended): ended is Failed => typeof ended === 'object' && 'request' in ended;

/** A map has no project before its first use; starting one without is a server error. */
async function initialise(targets: Targets, verbs: Verbs, id: string, name: string): Promise<void> {
  const request = await verbs.once(`prepare ${id}`, async ({ write }) => {
    const gateway = await lawful(targets);
    const map = await find(gateway, id);
    if (map.pid) return null;
    // Its project is on its way, whoever asked for it: that takes longer than we look.
    if (map.newest?.does === 'initialise' && !map.newest.failed) return map.newest.id;
    return await write(() =>
      gateway.initialise(map).catch((refused: unknown) => lookAgain(gateway, id, 'initialise', refused)),
    );
  });
  await verbs.until(
    `prepared ${id}`,
    { says: text(preparing, { name }), for: 'upstream', every: 5, usually: 30 },
    async () => {
      const map = await find(await lawful(targets), id);
      if (map.pid) return true;
      const refused = refusalOf(map, request);
      if (refused) throw problemOf({ id, message: refused.error ?? '', request: refused.id }, [{ id, name }]);
      return undefined;
    },
  );
}

/** By its newest request: one that has ended says nothing of a map that stands still, for it may be days old. */
const isStarting = (map: GatewayMap): boolean =>
  (map.newest?.does === 'start' || map.newest?.does === 'resume') &&
  !map.newest.failed &&
  (map.newest.waiting || isUnderWay(map));

async function failureOf(
  gateway: Gateway,
  map: GatewayMap,
  { id, error = '' }: MapRequest,
  group: readonly OrderedMap[],
): Promise<Failed> {
  const [companies, maps] = await Promise.all([gateway.companies(map), gateway.listMaps()]);
  const messages = [error, ...companies.flatMap(({ errors }) => errors.map(({ message }) => message))];
  const sets = maps
    .filter((each) => group.some((one) => one.id === each.id))
    .map(({ dataverse }) => dataverse);
  return {
    id: map.id,
    errors: companies.reduce((sum, { company }) => sum + company.errors, 0),
    circular: messages.some((message) => mayArrive(message, sets)),
    message: error,
    request: id,
  };
}

/** Whether a row failed for want of one that this very run brings, so that it may well be found the next time. */
function mayArrive(message: string, sets: readonly string[]): boolean {
  const known = explain(message);
  return known !== undefined && (known.id.endsWith('-circular') || sets.includes(known.needs ?? ''));
}
