import type { ErrorGroup, FindingFacts, MapState } from '@portico/contract/findings';
import type { Detail, Remedy } from '@portico/plan/finding';
import { type Message, msg, type Text, text } from '@portico/plan/text';
import { dualWritePage } from '../targets/dual-write-page.ts';
import { read, valueOf } from '../targets/read.ts';
import { recordedStates } from '../targets/recorded-states.ts';
import { runningStates } from '../targets/running-states.ts';
import { defineCheck } from './define-check.ts';
import { twoWitnesses, unrecorded } from './two-witnesses.ts';

const all = msg({ id: 'maps-running.ok', defaultMessage: 'All five maps run, and so does what they need.' });
const some = msg({ id: 'maps-running.some', defaultMessage: '{count} of {total} maps run.' });
const paused = msg({
  id: 'maps-running.paused',
  defaultMessage: '{count} of {total} maps run, {paused, plural, one {# is} other {# are}} paused.',
});
const mostly = msg({
  id: 'maps-running.mostly',
  defaultMessage: 'What can be read says that the maps run; {names} can’t be read from Dataverse.',
});
const oneWay = msg({
  id: 'maps-running.one-way',
  defaultMessage: '{name}: rows go one way, so Dataverse keeps no record of whether it runs.',
});
const contradicted = msg({
  id: 'maps-running.contradicted',
  defaultMessage: 'The gateway says that the maps run. Dataverse has no record of {names}.',
});
const start = msg({ id: 'maps-running.remedy.start', defaultMessage: 'Start the maps below.' });
const goOn = msg({
  id: 'maps-running.remedy.go-on',
  defaultMessage: 'Start the maps below: those that are paused go on, and what waited is carried over.',
});
const failed = msg({
  id: 'maps-running.remedy.failed',
  defaultMessage: 'Read why a map stopped, mend it, and start it again.',
});
const again = msg({
  id: 'maps-running.remedy.again',
  defaultMessage: 'Then the maps can be started again.',
});
const needs = msg({
  id: 'maps-running.needs',
  defaultMessage: 'Rows of {name} refer to rows of {needed}.',
});
const unexplained = msg({
  id: 'maps-running.unexplained',
  defaultMessage: 'What {name} met is in no list of known causes: “{message}”',
});
const look = msg({
  id: 'maps-running.remedy.look',
  defaultMessage: 'Open the dual-write page and see that {names} shows “Running”.',
});

/** Maps that Microsoft's set-up guide asks for. */
const documented = 5;

/** The proof of starting the maps: each is `Running`, by the gateway, or by Dataverse where that can tell. */
export default defineCheck({
  title: msg({ id: 'maps-running.title', defaultMessage: 'The table maps run' }),
  why: msg({
    id: 'maps-running.why',
    defaultMessage: 'Without them the portal has no products, no customers and no orders.',
  }),
  owner: 'you',
  after: ['maps-resolved', 'map-prerequisites'],
  observe: async ({ findGateway, rows, answers, financeHost, cloud }) => {
    const gateway = await findGateway();
    const choices = answers['table-maps']?.choices ?? {};
    const link = await dualWritePage({ cloud, financeHost });
    if (!gateway) return { maps: await recordedStates(rows, choices), link };
    const [maps, recorded] = await Promise.all([
      runningStates(gateway, choices),
      // A second witness, where this person may hear it.
      read(recordedStates(rows, choices)),
    ]);
    return { maps, recorded: valueOf(recorded), link };
  },
  judge: ({ maps, recorded, link }: Seen) => {
    const facts: FindingFacts['maps-running'] = { maps };
    const running = maps.filter(({ state }) => state === 'running');
    const unread = maps.filter(({ state }) => state === unrecorded);
    // The gateway's list of maps is empty for a moment now and then: that is no proof of anything.
    const whole = maps.filter(({ wanted }) => wanted).length >= documented;
    if (whole && running.length === maps.length) {
      const { details, absent } = twoWitnesses(running, recorded);
      const proof = { ...(details.length > 0 ? { details } : {}), facts };
      if (absent.length === 0) return { state: 'ok', says: text(all), ...proof };
      const names = absent.join(', ');
      const remedy = { owner: 'you', steps: [text(look, { names })], link } as const;
      return { state: 'warn', says: text(contradicted, { names }), remedy, ...proof };
    }
    const names = unread.map(({ name }) => name).join(', ');
    if (whole && running.length + unread.length === maps.length && running.length > 0) {
      const details: Detail[] = unread.map(({ name }) => ({
        state: 'not-checked',
        says: text(oneWay, { name }),
      }));
      const remedy = { owner: 'you', steps: [text(look, { names })], link } as const;
      return { state: 'warn', says: text(mostly, { names }), details, remedy, facts };
    }
    const counts = {
      count: running.length,
      total: Math.max(maps.length, documented),
      paused: maps.filter(({ state }) => state === 'paused').length,
    };
    const otherwise = maps.some(hasError) ? failed : counts.paused > 0 ? goOn : start;
    const met = maps.filter(({ state }) => state !== 'running').flatMap(metBy);
    const worst = met.find(({ group }) => group.cause)?.group;
    return {
      state: 'blocked',
      ...(whole && otherwise !== failed && met.length === 0 && maps.every(isAtRest) ? { todo: true } : {}),
      says: text(counts.paused > 0 ? paused : some, counts),
      ...(worst?.cause ? { cause: worst.cause } : {}),
      ...(met.length > 0 ? { details: distinct(met.flatMap(detailsOf)) } : {}),
      remedy: { ...remedyOf(met, otherwise), link },
      facts,
    };
  },
});

interface Seen {
  readonly maps: readonly MapState[];
  /** What Dataverse’s own records say, beside the gateway. */
  readonly recorded?: readonly MapState[] | undefined;
  readonly link: string;
}

interface Met {
  readonly name: string;
  readonly group: ErrorGroup;
}

/** In running order: what stops a map stops those after it. */
const metBy = ({ name, errors = [] }: MapState): readonly Met[] => errors.map((group) => ({ name, group }));

/** Not started, stopped or paused by somebody: that is no fault. */
const isAtRest = ({ state }: MapState) => /^(running|not-running|stopped|paused)$/.test(state);

const hasError = ({ error }: MapState) => error !== undefined;

function detailsOf({ name, group: { cause, needs: needed, samples } }: Met): readonly Detail[] {
  if (!cause)
    return [{ state: 'not-checked', says: text(unexplained, { name, message: samples[0]?.message ?? '?' }) }];
  const pointer = needed && text(needs, { name, needed: needed.name ?? needed.set });
  return [cause, ...(pointer ? [pointer] : [])].map((says) => ({ state: 'probable', says }));
}

/** Whom an administrator is asked for takes five steps at most. */
const mostSteps = 4;

/** What the first cause needs, and what else the same people can do about the others. */
function remedyOf(met: readonly Met[], otherwise: Message): Remedy {
  const known = met.flatMap(({ group }) => (group.remedy ? [group.remedy] : []));
  const owner = known[0]?.owner;
  if (!owner) return { owner: 'you', steps: [text(otherwise)] };
  const theirs = known.filter((remedy) => remedy.owner === owner).flatMap(({ steps }) => steps);
  return { owner, steps: [...distinct<Text>(theirs).slice(0, mostSteps), text(again)] };
}

const distinct = <T>(all: readonly T[]): readonly T[] => [
  ...new Map(all.map((each) => [JSON.stringify(each), each])).values(),
];
