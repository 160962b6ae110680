import { bearing } from '@portico/contract/bearing';
import type { FindingFacts, MapForecast, SyncObstacle } from '@portico/contract/findings';
import type { Detail, Finding } from '@portico/plan/finding';
import { type Message, msg, text } from '@portico/plan/text';
import { documentedMaps } from '../targets/documented-maps.ts';
import { neededMaps, toCopy } from '../targets/map-order.ts';
import { forecastSync } from '../targets/sync-forecast.ts';
import { defineCheck } from './define-check.ts';

const ok = msg({
  id: 'sync-feasible.ok',
  defaultMessage:
    '{count, plural, =0 {Nothing is left to copy: the maps run, or go on where they were paused.} one {The rows of the one map that doesn’t run yet are within what an initial sync takes.} other {The rows of {count} maps are within what an initial sync takes.}}',
});
const skipped = msg({
  id: 'sync-feasible.skipped',
  defaultMessage: 'No rows are copied: you decided to start without initial sync.',
});
const consequence = msg({
  id: 'sync-feasible.skipped.consequence',
  defaultMessage:
    'Rows that are there stay where they are. What refers to them later fails, until they are changed or brought over by other means.',
});
const over = msg({
  id: 'sync-feasible.over',
  defaultMessage: 'The initial sync of {names} is likely to fail, after hours.',
});
const careful = msg({
  id: 'sync-feasible.lookups',
  defaultMessage:
    '{master, select, dataverse {Dataverse’s rows of {names} are to win, and may not be copied from there.} other {Rows of {names} that only Dataverse has may not be copied from there.}}',
});
const uncounted = msg({
  id: 'sync-feasible.uncounted',
  defaultMessage:
    'The rows of {names} can’t be counted, so nobody can say how long they take, or whether they are too many.',
});
const reasons: Readonly<Record<SyncObstacle, Message>> = {
  rows: msg({
    id: 'sync-feasible.detail.rows',
    defaultMessage:
      '{name}, {company, select, all {all companies} other {{company}}}: more than the 500,000 rows that a run takes.',
  }),
  'single-threaded': msg({
    id: 'sync-feasible.detail.single-threaded',
    defaultMessage:
      '{name}, {company, select, all {all companies} other {{company}}}: more than 70,000 rows to a table that takes them one by one; that isn’t done within the 24 hours that a run has.',
  }),
  hours: msg({
    id: 'sync-feasible.detail.hours',
    defaultMessage:
      '{name}, {company, select, all {all companies} other {{company}}}: more rows than can be copied within the 24 hours that a run has.',
  }),
  lookups: msg({
    id: 'sync-feasible.detail.lookups',
    defaultMessage:
      '{name}, {company, select, all {all companies} other {{company}}}: it has ten lookups or more, and rows with that many can’t be read out of Dataverse.',
  }),
};
const needless = msg({
  id: 'sync-feasible.detail.needless',
  defaultMessage:
    '{name}: it has ten lookups or more, and Microsoft says that reading so many out of Dataverse may fail. Finance and operations has all of its rows too, and wins, so none has to come from there.',
});
const before = msg({
  id: 'sync-feasible.remedy.before',
  defaultMessage:
    'Bring the rows over before the maps start, with the Data import/export framework or a migration tool, under the same keys.',
});
const without = msg({
  id: 'sync-feasible.remedy.without',
  defaultMessage: 'Then clear “Copy existing rows first” below, and start the maps without initial sync.',
});
const empty = msg({
  id: 'sync-feasible.remedy.empty',
  defaultMessage:
    'If Dataverse’s rows are test data, delete them. If they are real, start without initial sync and bring them over in passes.',
});
const rights = msg({
  id: 'sync-feasible.remedy.rights',
  defaultMessage:
    'Have somebody look who may read these tables in finance and operations, or count them in “Data management”.',
});

/** What the first copying would meet: counted before it starts, because it fails hours in and is never taken back. */
export default defineCheck({
  title: msg({ id: 'sync-feasible.title', defaultMessage: 'The existing rows can be copied' }),
  why: msg({
    id: 'sync-feasible.why',
    defaultMessage: 'Initial sync has limits that Microsoft’s page doesn’t show before it runs into them.',
  }),
  owner: 'you',
  after: ['map-prerequisites'],
  observe: async (targets) => {
    const decision = targets.answers['table-maps'];
    const copies = decision?.initialSync ?? true;
    const gateway = await targets.findGateway();
    const choices = decision?.choices ?? {};
    // Which maps, not how they depend on each other: that is asked for with a call for each.
    const { order, maps } = gateway
      ? { order: await neededMaps(gateway, choices), maps: await gateway.listMaps() }
      : await documentedMaps(targets.rows, choices);
    // What runs was copied, or was meant not to be.
    const forecast = await forecastSync(targets, toCopy(order, maps), maps);
    return { copies, master: decision?.master ?? 'finance-operations', forecast };
  },
  judge: ({ copies, master, forecast }): Finding => {
    const facts: FindingFacts['sync-feasible'] = forecast;
    if (!copies)
      return {
        state: 'ok',
        says: text(skipped),
        details: [{ state: 'probable', says: text(consequence) }],
        facts,
      };
    const { maps } = forecast;
    const details = maps.flatMap((map) => detailsOf(map, master));
    const failing = maps.filter(({ obstacles }) => obstacles.some((each) => each !== 'lookups'));
    if (failing.length > 0)
      return {
        state: 'blocked',
        says: text(over, { names: namesOf(failing) }),
        details,
        remedy: { owner: 'you', steps: [text(before), text(without)] },
        facts,
      };
    const looking = maps.filter((map) => bearing(map, master).includes('lookups'));
    if (looking.length > 0)
      return {
        state: 'warn',
        says: text(careful, { names: namesOf(looking), master }),
        details,
        remedy: { owner: 'you', steps: [text(empty)] },
        facts,
      };
    const unknown = maps.filter(({ wanted, seconds }) => wanted && !seconds);
    if (unknown.length > 0)
      return {
        state: 'warn',
        says: text(uncounted, { names: namesOf(unknown) }),
        remedy: { owner: 'finance-operations-admin', steps: [text(rights)] },
        facts,
      };
    return { state: 'ok', says: text(ok, { count: maps.length }), details, facts };
  },
});

const namesOf = (maps: readonly MapForecast[]): string => maps.map(({ name }) => name).join(', ');

/** A line for each company that meets a limit; for the map as a whole where companies weren't counted. */
function detailsOf(map: MapForecast, master: string): readonly Detail[] {
  const { name, companies, obstacles } = map;
  const bears = bearing(map, master);
  const lines = (companies.length > 0 ? companies : [{ company: 'all', obstacles }]).flatMap(
    ({ company, obstacles: met }) =>
      met
        .filter((each) => bears.includes(each))
        .map((each): Detail => ({ state: 'probable', says: text(reasons[each], { name, company }) })),
  );
  // It doesn't stand in the way, and whoever meets Microsoft's error all the same has read of it here.
  const spared = obstacles.includes('lookups') && !bears.includes('lookups');
  return spared ? [...lines, { state: 'probable', says: text(needless, { name }) }] : lines;
}
