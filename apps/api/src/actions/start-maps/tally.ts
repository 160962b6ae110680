import type { OrderedMap, SecondsRange } from '@portico/contract/findings';
import type { Wait } from '@portico/plan/action';
import { msg, type Text, text, type Values } from '@portico/plan/text';
import { correctedPace, type Measured } from '../../targets/corrected-pace.ts';
import type { Expected } from '../../targets/sync-forecast.ts';
import { rangeOf } from '../../targets/sync-feasibility.ts';
import type { SyncProgress } from '../../targets/sync-progress.ts';
import { type Arriving, arrivingOf, countsOf, leftOf, type UnderWay, underWayOf } from './reckon-left.ts';

const expecting = msg({
  id: 'start-maps.expecting',
  defaultMessage:
    '{maps, plural, one {The rows of one map are} other {The rows of # maps are}} to be copied{rows, plural, =0 {} other {: about #}}.',
});
const copying = msg({
  id: 'start-maps.copying',
  defaultMessage: 'Microsoft copies the rows of {name} ({number} of {total}).',
});
const counting = msg({
  id: 'start-maps.counting',
  defaultMessage:
    'Microsoft copies {name} ({number} of {total}): {rows, plural, one {# row has} other {# rows have}} arrived{expected, plural, =0 {} other { of about #}}; {ended} of {companies, plural, one {# company} other {# companies}} done.',
});
const there = msg({ id: 'start-maps.there', defaultMessage: '{name} runs ({number} of {total}).' });
const copied = msg({
  id: 'start-maps.copied',
  defaultMessage:
    '{name} runs ({number} of {total}), {rows, plural, one {# row was} other {# rows were}} copied.',
});

/** How a map's copying ended, stored as the answer of its wait. `running`: nothing was copied that can be measured. */
export type Ended = Copied | 'running';

interface Copied {
  readonly rows: number;
  /** Seconds, by Microsoft's clock; undefined where it doesn't say. */
  readonly took?: number;
  /** Microsoft's seconds until we noticed, from the beginning of the map's turn or since this process took it up. */
  readonly lasted: number;
}

type Where = Readonly<{ name: string; number: number; total: number }>;
type Words = Pick<Wait, 'says' | 'usually'>;

interface Means {
  readonly order: readonly OrderedMap[];
  /** Of the maps that didn't run before, by id. */
  readonly expected: Readonly<Record<string, Expected>>;
  /** How many of Microsoft's seconds pass in one of ours. */
  readonly pace: number;
  readonly now: () => Date;
}

/** Seconds, where nothing is known. */
const usually = 600;
/** What is left is told anew when the end has moved by this part of what was left, and of the map's turn so far. */
const worth = 0.25;

export type Tally = ReturnType<typeof keepTally>;

/**
 * What was expected of a run's copying, what was measured of it, and how long the rest may take. It knows what the
 * steps have stored, so it's the same after a crash; the copying under way is then measured anew.
 */
export function keepTally({ order, expected, pace, now }: Means) {
  const measured: Measured[] = [];
  const over = new Set<string>();
  /** Seconds of all passes of a map; none once one of them is unknown. */
  const spent = new Map<string, number | undefined>();

  const spentOn = (id: string, took: number | undefined): number | undefined =>
    add(spent.has(id) ? spent.get(id) : 0, took);
  const open = () =>
    order.flatMap(({ id, wanted }) => {
      const map = expected[id];
      return map && !over.has(id) ? [{ id, wanted, ...map }] : [];
    });
  const inOurs = ([least, most]: SecondsRange): SecondsRange => [
    Math.round(least / pace),
    Math.round(most / pace),
  ];
  /** Seconds of ours that the run may still take. */
  const left = (underWay?: UnderWay): SecondsRange | undefined => {
    const seconds = Object.keys(expected).length > 0 ? leftOf(open(), measured, underWay) : undefined;
    return seconds && inOurs(seconds);
  };
  /** The most that a map may still take. */
  const most = (map: Expected | undefined, rest = map, seen: readonly Measured[] = []): number =>
    map?.rows === undefined || !rest
      ? usually
      : inOurs(rangeOf(rest, correctedPace([...measured, ...seen])))[1];
  const since = (milliseconds: number): number => ((now().getTime() - milliseconds) / 1000) * pace;

  return {
    /** What is to come; undefined where nothing is copied, or nothing of it could be counted. */
    expecting(): Text | undefined {
      const maps = Object.values(expected);
      const rows = maps.reduce((sum, map) => sum + (map.rows ?? 0), 0);
      return maps.length === 0 ? undefined : text(expecting, { maps: maps.length, rows, ...told(left()) });
    },

    /** What is left where a person starts the maps: of those that run nothing is. */
    without(running: readonly string[]): Values {
      for (const id of running) over.add(id);
      return told(left());
    },

    /** A pass that failed is over. */
    failed(id: string, took: number | undefined): void {
      spent.set(id, spentOn(id, took));
    },

    /** A map runs: what is said of it. */
    ended(id: string, where: Where, how: Ended): Text {
      over.add(id);
      if (how === 'running') return text(there, { ...where, ...told(left()) });
      const map = expected[id];
      const took = spentOn(id, how.took);
      // Of what wasn't counted nobody knows what its rows were expected to take.
      if (map?.rows !== undefined)
        measured.push({
          companies: map.companies,
          work: map.rows > 0 ? (map.work * how.rows) / map.rows : 0,
          seconds: Math.max(how.took ?? 0, how.lasted),
        });
      return text(copied, {
        ...where,
        rows: how.rows,
        ...(took === undefined ? {} : { took: Math.round(took) }),
        ...expectedOf(map),
        ...told(left()),
      });
    },

    /** One map's turn, from now on. */
    turn(id: string, where: Where) {
      const began = now().getTime();
      const map = expected[id];
      let arriving: Arriving | undefined;
      let before = { step: '', most: 0, at: began };
      return {
        /** What ran before, or was paused, isn't copied now. */
        copies: map !== undefined,
        begins: (): Words => ({
          says: text(copying, { ...where, expected: map?.rows ?? 0, ...told(left()) }),
          usually: most(map),
        }),
        /** Other words, when there is something new: a company, a tenth of the rows, another end. */
        goesOn(progress: SyncProgress): Words | undefined {
          if (!map) return undefined;
          const { done, ended } = countsOf(progress);
          arriving = arrivingOf(arriving, progress, now().getTime());
          const underWay = underWayOf(
            { id, ...map },
            progress,
            arriving && { ...arriving, seconds: since(arriving.since) },
          );
          const still = left(underWay);
          const step = `${ended} ${map.rows ? Math.floor((10 * done) / map.rows) : ''}`;
          const later = (still?.[1] ?? 0) + since(before.at) / pace - before.most;
          // The longer it goes on, the more: of one that hangs, less and less often.
          const enough = worth * (before.most + since(began) / pace);
          if (step === before.step && Math.abs(later) <= enough) return undefined;
          before = { step, most: still?.[1] ?? 0, at: now().getTime() };
          return {
            says: text(counting, {
              ...where,
              rows: done,
              expected: map.rows ?? 0,
              ended,
              companies: progress.companies.length,
              ...Object.fromEntries(
                progress.companies.map(({ company, rows }) => [`company ${company}`, rows]),
              ),
              ...told(still),
            }),
            usually: most(map, underWay.rest, underWay.seen),
          };
        },
        ends(progress: SyncProgress | undefined): Ended {
          if (!progress) return 'running';
          const rows = progress.companies.reduce((sum, company) => sum + company.rows, 0);
          const { seconds: took } = progress;
          return { rows, lasted: since(began), ...(took === undefined ? {} : { took }) };
        },
      };
    },
  };
}

/** Seconds that a run may still take, as its words carry them. */
const told = (range: SecondsRange | undefined): Values =>
  range ? { atLeast: range[0], atMost: range[1] } : {};

function expectedOf(map: Expected | undefined): Values {
  if (map?.rows === undefined) return {};
  const [least, most] = rangeOf(map);
  return { expected: map.rows, least: Math.round(least), most: Math.round(most) };
}

const add = (one: number | undefined, other: number | undefined): number | undefined =>
  one === undefined || other === undefined ? undefined : one + other;
