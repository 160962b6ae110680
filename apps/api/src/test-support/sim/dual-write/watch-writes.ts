import { sequenceOf } from '@portico/twin/dual-write/sequences';
import type { World } from '@portico/twin/world';
import type { Answers } from '@portico/contract/answers';
import { isFixed, type Link, type TwinMap } from './small-world.ts';

/** A change of ours as it arrived at the gateway. */
export interface Written {
  readonly operation: string;
  /** As the journal names it: `start <map>`, `prepare <map>`. */
  readonly key: string;
  /** Whether the gateway took it. */
  accepted: boolean;
  /** Whether the product ever got that answer. */
  heard: boolean;
}

export interface WriteWatch {
  readonly written: readonly Written[];
  /** The product is shown maps as they were a while ago. */
  lagged(): void;
  /** Takes in a change at the moment it arrives, before the gateway does; it may have been on its way for seconds. */
  arrives(body: unknown, sentAt: number): Arrival;
  /** Whether a list that lagged explains what is done now. */
  readonly misled: boolean;
}

export interface Arrival {
  /** The map that it would start. */
  readonly starts: string | undefined;
  /** Whether it starts copying rows. */
  readonly copies: boolean;
  replied(status: number, body: unknown): void;
  heard(): void;
}

interface Means {
  readonly twin: World;
  readonly link: Link;
  readonly decided: NonNullable<Answers['table-maps']>;
  /** Whether somebody has done anything on Microsoft's page. */
  readonly touched: () => boolean;
  readonly operation: () => string;
  readonly broken: (words: string) => void;
}

/** The body of `start`, as the table of the service has it. */
interface Asked {
  readonly action: string;
  readonly details: readonly {
    readonly tid: string;
    readonly parameters?: {
      readonly skipInitialSync?: boolean;
      readonly conflictResolution?: { readonly master: string };
    };
  }[];
}

const masters = { 'finance-operations': 'AX', dataverse: 'CRM' };
const [stopped, running, paused] = [1, 4, 5];
/** Our verbs for the codes of requests. */
export const verbs: Readonly<Record<string, string>> = { '1': 'start', '6': 'start', '8': 'prepare' };
/** Milliseconds in which a list that lagged still explains what is done by it. */
const believed = 5_000;

/** Judges each change of ours as it arrives: by what the gateway knows at that moment, not by what it says later. */
export function watchWrites({ twin, link, decided, touched, operation, broken }: Means): WriteWatch {
  const copies = new Map<string, string[]>();
  const past = new Map(link.maps.map((map) => [map.id, { pid: map.pid }]));
  const written: Written[] = [];
  const accepted = new Set<string>();
  let lagAt = Number.NEGATIVE_INFINITY;
  return {
    written,
    lagged: () => void (lagAt = twin.clock.now().getTime()),
    get misled() {
      return twin.clock.now().getTime() - lagAt <= believed;
    },
    arrives(body, sentAt) {
      // It was typed by the same table before it was sent.
      const { action, details } = body as Asked;
      const { tid = '', parameters } = details[0] ?? {};
      const map = link.maps.find(({ active }) => active === tid);
      const key = `${verbs[action] ?? action} ${tid}`;
      const stands = action === '6' ? paused : stopped;
      const entry: Written = { operation: operation(), key, accepted: false, heard: false };
      const now = twin.clock.now().getTime();
      const earlier = link.requests.find(
        (request) =>
          accepted.has(request.id) &&
          request.map === map?.id &&
          request.action === action &&
          // Begun with, and the map still stands: no look shows it. The gateway refuses, and nothing happens twice.
          (action === '8' || Date.parse(request.acceptedAt) > now || map.state !== stands) &&
          !(request.error && Date.parse(request.endsAt) <= now) &&
          // What was on its way since then was sent while the map still stood.
          !(
            action !== '8' &&
            Date.parse(request.acceptedAt) <= sentAt &&
            Date.parse(request.endsAt) > sentAt
          ),
      );
      // By a list that lags nobody who begins anew can know of it; the gateway refuses, and nothing happens twice.
      if (earlier && now - lagAt > believed)
        broken(`sent twice: ${key} (${map?.name}) arrives though ${earlier.id} was taken`);
      if (map && action === '1') {
        // Of maps that need each other one is the first.
        const needs = sequenceOf(link, map).filter(
          (each) => each !== map && each.state !== running && !sequenceOf(link, each).includes(map),
        );
        if (needs.length > 0)
          broken(`out of order: ${map.name} is started before ${needs.map(({ name }) => name).join(', ')}`);
        const { skipInitialSync, conflictResolution } = parameters ?? {};
        const how = isFixed(map) ? ({ initialSync: true, master: 'finance-operations' } as const) : decided;
        if (skipInitialSync === how.initialSync || conflictResolution?.master !== masters[how.master])
          broken(`not as decided: ${map.name} with ${JSON.stringify(parameters)}`);
        const [newest, older, , parked] = map.templates;
        const behind = map.active === parked?.id || (map.active === older?.id && !past.get(map.id)?.pid);
        if (behind && !touched()) broken(`starts ${map.name} in another version than ${newest?.version}`);
        const passes = copies.get(`${operation()} ${map.id}`) ?? [];
        // Who dies with an answer in hand takes the failure of that pass for an old one: so one more may be, and no third.
        const [last, before, first] = passes.toReversed().map((request) => failedRows(link, map, request));
        if (
          last !== undefined &&
          before !== undefined &&
          first !== undefined &&
          last >= before &&
          before >= first
        )
          broken(`copies ${map.name} again, though no fewer rows failed: ${first}, ${before}, ${last}`);
      }
      written.push(entry);
      return {
        starts: action === '1' ? tid : undefined,
        copies: action === '1' && parameters?.skipInitialSync !== true,
        replied(status, reply) {
          if (status !== 200) return;
          entry.accepted = true;
          const { requestId } = reply as { requestId: string };
          accepted.add(requestId);
          if (!map || action !== '1' || parameters?.skipInitialSync) return;
          const key = `${entry.operation} ${map.id}`;
          copies.set(key, [...(copies.get(key) ?? []), requestId]);
        },
        heard: () => void (entry.heard = true),
      };
    },
  };
}

/** Rows that a copying could not write. */
export const failedRows = (link: Link, map: Pick<TwinMap, 'pid'>, request: string): number =>
  link.executions
    .filter((each) => each.request === request && each.pid === map.pid)
    .flatMap(({ legs }) => legs)
    .reduce((sum, { failed }) => sum + failed, 0);
