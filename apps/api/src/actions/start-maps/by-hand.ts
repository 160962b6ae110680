import type { Guide, Verbs } from '@portico/plan/action';
import { msg, text } from '@portico/plan/text';
import { dualWritePage } from '../../targets/dual-write-page.ts';
import { documentedMaps } from '../../targets/documented-maps.ts';
import { neededMaps } from '../../targets/map-order.ts';
import { recordedStates } from '../../targets/recorded-states.ts';
import { runningStates } from '../../targets/running-states.ts';
import type { Targets } from '../../targets/targets.ts';
import { decided, masterNames } from './decided.ts';
import { forecastOf } from './forecast.ts';
import { keepTally } from './tally.ts';

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

const watching = msg({
  id: 'start-maps.watching',
  defaultMessage: 'We watch until the maps run; {count} of {total} do.',
});
const looking = msg({ id: 'start-maps.looking', defaultMessage: 'We look which maps run.' });

/** What to click on Microsoft's dual-write page. */
export async function guide(targets: Targets): Promise<Guide> {
  const { initialSync, master, choices } = decided(targets);
  const names = (await recordedStates(targets.rows, choices)).map(({ name }) => name).join(', ');
  return {
    who: 'finance-operations-admin',
    link: await dualWritePage(targets),
    steps: [
      text(pick, { names }),
      text(press),
      text(initialSync ? tickSync : leaveSync),
      text(chooseMaster, { master: masterNames[master] }),
      text(confirm),
    ],
    notice: text(notice),
  };
}

/** A person starts them in Microsoft's page; we look until they run, and say how many do. */
export async function watch(targets: Targets, verbs: Verbs): Promise<void> {
  const { choices } = decided(targets);
  const { order, expected } = await verbs.once('forecast', async () => {
    const gateway = await targets.findGateway();
    const known = gateway
      ? { order: await neededMaps(gateway, choices), maps: await gateway.listMaps() }
      : await documentedMaps(targets.rows, choices);
    return { order: known.order, expected: await forecastOf(targets, known.order, known.maps) };
  });
  const tally = keepTally({ order, expected, pace: targets.cloud.pace, now: targets.now });
  const says = tally.expecting();
  if (says) await verbs.say('expecting', says);
  const look = async () => {
    const gateway = await targets.findGateway();
    const states = gateway
      ? await runningStates(gateway, choices)
      : await recordedStates(targets.rows, choices);
    // What can't be read isn't waited for.
    const read = states.filter(({ wanted, state }) => wanted && !state.startsWith('unknown:'));
    const run = states.filter(({ state }) => state === 'running').map(({ id }) => id);
    return { total: read.length, count: read.filter(({ id }) => run.includes(id)).length, run };
  };
  // One wait for each number: a wait says its words once, and these words count.
  for (let count = -1, total = 0, run: readonly string[] = []; count < total; ) {
    const says = count < 0 ? text(looking) : text(watching, { count, total, ...tally.without(run) });
    const before = count;
    ({ count, total, run } = await verbs.until(
      `more than ${before} run`,
      { says, for: 'person', every: 20, usually: 900 },
      async () => {
        const now = await look();
        return now.total > 0 && (now.count > before || now.count === now.total) ? now : undefined;
      },
    ));
  }
}
