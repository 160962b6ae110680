import type { OrderedMap } from '@portico/contract/findings';
import { Problem } from '@portico/contract/problems';
import type { Verbs } from '@portico/plan/action';
import { msg, text } from '@portico/plan/text';
import type { Gateway, GatewayMap } from '../targets/gateway.ts';
import { mapOrder } from '../targets/map-order.ts';
import { recordedStates } from '../targets/recorded-states.ts';
import { runningStates } from '../targets/running-states.ts';
import type { Targets } from '../targets/targets.ts';
import { defineAction } from './define-action.ts';

const start = msg({ id: 'start-maps.change', defaultMessage: 'Start {name}' });
const copy = msg({
  id: 'start-maps.change.sync',
  defaultMessage:
    'Copy the rows that are there, once, for {count, plural, one {this map} other {these # maps}}; {master} wins where both sides have the same key',
});
const there = msg({ id: 'start-maps.there', defaultMessage: '{name} runs ({number} of {total}).' });
const preparing = msg({ id: 'start-maps.preparing', defaultMessage: 'Microsoft prepares {name}.' });
const copying = msg({
  id: 'start-maps.copying',
  defaultMessage: 'Microsoft copies the rows of {name} ({number} of {total}).',
});
const starting = msg({
  id: 'start-maps.starting',
  defaultMessage: 'Microsoft starts {name} ({number} of {total}).',
});
const watching = msg({
  id: 'start-maps.watching',
  defaultMessage: 'We watch until the maps run; {count} of {total} do.',
});
const looking = msg({ id: 'start-maps.looking', defaultMessage: 'We look which maps run.' });

/** Starts the five maps and what they need, one after the other, each after what it needs. */
export default defineAction({
  title: msg({ id: 'start-maps.title', defaultMessage: 'Start the table maps' }),
  left: msg({
    id: 'start-maps.left',
    defaultMessage:
      'Maps that run keep running, and copied rows stay. What hasn’t been started stays stopped.',
  }),
  provenBy: ['maps-running'],
  changes: async (targets) => {
    const { initialSync, master } = decided(targets);
    const gateway = await targets.findGateway();
    const choices = decided(targets).choices;
    const maps = gateway ? await toDo(gateway, choices) : await recordedStates(targets.rows, choices);
    const starts = maps.map(
      ({ name }) => ({ system: 'Dual-write', says: text(start, { name }), undo: 'possible' }) as const,
    );
    if (!initialSync) return starts;
    const values = { count: maps.length, master: masterNames[master] };
    return [...starts, { system: 'Dual-write', says: text(copy, values), undo: 'impossible' }];
  },
  drivers: {
    automatic: { run: (targets, verbs) => runAll(targets, verbs) },
    guided: {
      guide: async (targets) => {
        const { initialSync, master, choices } = decided(targets);
        const names = (await recordedStates(targets.rows, choices)).map(({ name }) => name).join(', ');
        return {
          who: 'finance-operations-admin',
          link: `${targets.cloud.pages.dataIntegrator}/dualWrite?axenv=${await targets.financeHost()}`,
          steps: [
            text(pick, { names }),
            text(press),
            text(initialSync ? tickSync : leaveSync),
            text(chooseMaster, { master: masterNames[master] }),
            text(confirm),
          ],
          notice: text(notice),
        };
      },
      run: watch,
    },
  },
});

const pick = msg({ id: 'start-maps.guide.pick', defaultMessage: 'Select these maps: {names}.' });
const press = msg({
  id: 'start-maps.guide.press',
  defaultMessage:
    'Select “Run”, and keep “Show related table map(s)” ticked, so that what the maps need runs too.',
});
const tickSync = msg({ id: 'start-maps.guide.sync', defaultMessage: 'Tick “Initial sync” for all rows.' });
const leaveSync = msg({
  id: 'start-maps.guide.no-sync',
  defaultMessage: 'Clear “Initial sync” for all rows.',
});
const chooseMaster = msg({
  id: 'start-maps.guide.master',
  defaultMessage: 'Set “Master for initial sync” to {master}. Microsoft’s page begins with Dataverse.',
});
const confirm = msg({ id: 'start-maps.guide.confirm', defaultMessage: 'Select “Run” again.' });
const notice = msg({
  id: 'start-maps.guide.notice',
  defaultMessage: 'We notice when the maps run, within a minute.',
});

const masterNames = { 'finance-operations': 'Finance and Operations', dataverse: 'Dataverse' } as const;

function decided({ answers }: Targets) {
  const decision = answers['table-maps'];
  if (!decision) throw new Problem('answers-missing', { values: { step: 'table-maps' } });
  return decision;
}

/** What doesn't run yet, in order. */
async function toDo(
  gateway: Gateway,
  choices: Readonly<Record<string, string>>,
): Promise<readonly OrderedMap[]> {
  const [order, maps] = await Promise.all([mapOrder(gateway, choices), gateway.listMaps()]);
  return order.filter(({ id }) => maps.find((map) => map.id === id)?.state !== 'running');
}

async function lawful(targets: Targets): Promise<Gateway> {
  const gateway = await targets.findGateway();
  if (!gateway) throw new Problem('token-refused');
  return gateway;
}

async function runAll(targets: Targets, verbs: Verbs): Promise<void> {
  const { choices, initialSync, master } = decided(targets);
  const order = await verbs.once('order', async () => mapOrder(await lawful(targets), choices));
  for (const [index, { id, name }] of order.entries()) {
    const where = { name, number: index + 1, total: order.length };
    await initialise(targets, verbs, id, name);
    const request = await verbs.once(`start ${id}`, async ({ write }) => {
      const gateway = await lawful(targets);
      const map = await find(gateway, id);
      // Whoever started it: it is started, and its request tells whether it fails. A second start is never sent.
      if (isStarting(map)) return map.newest?.id ?? null;
      if (isUnderWay(map)) return null;
      return await write(() =>
        gateway
          .start(map, { initialSync, master })
          .catch((refused: unknown) => lookAgain(gateway, id, refused)),
      );
    });
    await verbs.until(
      `run ${id}`,
      { says: text(initialSync ? copying : starting, where), for: 'upstream', every: 20, usually: 600 },
      async () => {
        const map = await find(await lawful(targets), id);
        if (map.state === 'running') return true;
        failIfRefused(map, request);
        return undefined;
      },
    );
    await verbs.say(`done ${id}`, text(there, where));
  }
}

/** A map has no project before its first use; starting one without is a server error. */
async function initialise(targets: Targets, verbs: Verbs, id: string, name: string): Promise<void> {
  const request = await verbs.once(`prepare ${id}`, async ({ write }) => {
    const gateway = await lawful(targets);
    const map = await find(gateway, id);
    if (map.pid) return null;
    // Its project is on its way, whoever asked for it: that takes longer than we look.
    if (map.newest?.does === 'initialise' && !map.newest.failed) return map.newest.id;
    return await write(() => gateway.initialise(map));
  });
  await verbs.until(
    `prepared ${id}`,
    { says: text(preparing, { name }), for: 'upstream', every: 5, usually: 30 },
    async () => {
      const map = await find(await lawful(targets), id);
      if (map.pid) return true;
      failIfRefused(map, request);
      return undefined;
    },
  );
}

/** By its newest request: one that has ended says nothing of a map that stands still, for it may be days old. */
const isStarting = (map: GatewayMap): boolean =>
  map.newest?.does === 'start' && !map.newest.failed && (map.newest.waiting || isUnderWay(map));

/** Refused while a start stands there: somebody was quicker, and the map's state doesn't show it yet. */
async function lookAgain(gateway: Gateway, id: string, refused: unknown): Promise<never> {
  if (!(refused instanceof Problem) || refused.code !== 'upstream-refused') throw refused;
  const { newest } = await find(gateway, id);
  if (newest?.does !== 'start' || newest.failed) throw refused;
  throw new Problem('upstream-unavailable', { detail: `map ${id} is about to start`, cause: refused });
}

const isUnderWay = ({ state }: GatewayMap) => /^(running|initial-sync|resuming)$/.test(state);

async function find(gateway: Gateway, id: string): Promise<GatewayMap> {
  const map = (await gateway.listMaps()).find((each) => each.id === id);
  // An empty list happens for a moment; the operation looks again.
  if (!map) throw new Problem('upstream-unavailable', { detail: `map ${id} is not in the list` });
  return map;
}

function failIfRefused(map: GatewayMap, request: string | null): void {
  const ours = map.requests.find(({ id }) => id === request);
  if (!ours?.failed || isUnderWay(map)) return;
  throw new Problem('action-failed', {
    values: { map: map.name },
    upstream: { status: 200, message: ours.error ?? '', ...(request ? { correlation: request } : {}) },
  });
}

/** A person starts them in Microsoft's page; we look until they run, and say how many do. */
async function watch(targets: Targets, verbs: Verbs): Promise<void> {
  const { choices } = decided(targets);
  const look = async () => {
    const gateway = await targets.findGateway();
    const states = gateway
      ? await runningStates(gateway, choices)
      : await recordedStates(targets.rows, choices);
    // What can't be read isn't waited for.
    const read = states.filter(({ wanted, state }) => wanted && !state.startsWith('unknown:'));
    return { total: read.length, count: read.filter(({ state }) => state === 'running').length };
  };
  // One wait for each number: a wait says its words once, and these words count.
  for (let count = -1, total = 0; count < total; ) {
    const says = count < 0 ? text(looking) : text(watching, { count, total });
    const before = count;
    ({ count, total } = await verbs.until(
      `more than ${before} run`,
      { says, for: 'person', every: 20, usually: 900 },
      async () => {
        const now = await look();
        return now.total > 0 && (now.count > before || now.count === now.total) ? now : undefined;
      },
    ));
  }
}
