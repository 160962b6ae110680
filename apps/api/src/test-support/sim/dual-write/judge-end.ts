import { sequenceOf } from '@portico/twin/dual-write/sequences';
import { settleDualWrite } from '@portico/twin/dual-write/settle';
import type { World } from '@portico/twin/world';
import type { Disk, Entry } from '../disk.ts';
import type { Link, TwinMap } from './small-world.ts';
import { failedRows, verbs, type WriteWatch } from './watch-writes.ts';

interface End {
  readonly twin: World;
  readonly link: Link;
  readonly wanted: readonly TwinMap[];
  readonly watch: WriteWatch;
  readonly disk: Disk;
  readonly gateway: 'granted' | 'refused';
  readonly entry: Entry;
  readonly broken: (words: string) => void;
}

/**
 * Problems with which an operation may end: a person reads them, does something or waits, and starts again. Any other
 * would send them away from what only took a moment.
 */
const resumable = [
  'action-failed',
  'upstream-unavailable',
  'upstream-throttled',
  'outcome-unknown',
  'upstream-shape',
];

/** What must hold when an operation has ended; answers how it ended. */
export function judgeEnd({ twin, link, wanted, watch, disk, gateway, entry, broken }: End): string {
  const { event } = entry;
  if (event.type !== 'operation-finished') throw new Error('Only an end is judged.');
  const { operation, outcome, problem } = event;
  settleDualWrite(twin);

  if (outcome === 'done') {
    const order = [...new Set(wanted.flatMap((map) => sequenceOf(link, map)))];
    // Without the gateway nobody can read more than what Dataverse records: the five, but for what goes one way, and
    // maps that are paused, or resume, keep their record.
    const granted = gateway === 'granted';
    const read = order.filter((map) => granted || (wanted.includes(map) && map.direction === 'both'));
    const still = read
      .filter(({ state }) => state !== 4 && (granted || (state !== 3 && state !== 5)))
      .map(({ name, state }) => `${name} (${state})`);
    if (still.length > 0) broken(`done, and not running: ${still.join(', ')}`);
  }
  // Refused, and told by a list that lags that nothing stands there: who starts again a moment later finds it.
  const misled = problem?.code === 'upstream-refused' && watch.misled;
  if (outcome === 'failed' && !misled && !resumable.includes(problem?.code ?? ''))
    broken(`fails for good: ${JSON.stringify(problem)}`);

  if (problem?.code === 'action-failed') {
    const begun = disk.journal.find(
      ({ event: e }) => e.type === 'operation-started' && e.operation === operation,
    );
    const failed = link.requests.some(
      ({ error, endsAt }) =>
        error && Date.parse(endsAt) >= (begun?.at ?? 0) && Date.parse(endsAt) <= entry.at,
    );
    if (!failed) broken(`blames a request that didn’t fail since it began: ${JSON.stringify(problem)}`);
    const blamed = problem.upstream?.correlation;
    const map = link.maps.find(({ id }) =>
      link.requests.some((each) => each.id === blamed && each.map === id),
    );
    const passes = link.requests
      .filter((each) => each.map === map?.id && each.error && Date.parse(each.endsAt) >= (begun?.at ?? 0))
      .map(({ id }) => (map ? failedRows(link, map, id) : 0));
    const last = link.executions.filter(({ request }) => request === blamed);
    // Rows that name rows of the same table may find them the next time.
    const circular = last
      .flatMap(({ legs }) => legs.flatMap(({ errors }) => errors))
      .every(({ message }) => /accounts|contacts/.test(message));
    if (
      last.length > 0 &&
      circular &&
      !passes.some((failed, index) => index > 0 && failed >= (passes[index - 1] ?? 0))
    )
      broken(`gave up while fewer rows failed: ${passes.join(', ')}`);
  }

  const told = disk.journal.flatMap(({ event: each }) =>
    each.type === 'operation-wrote' && each.operation === operation ? [each.key] : [],
  );
  const anywhere = new Set(
    disk.journal.flatMap(({ event: each }) =>
      // Which pass of a copying it is may be another one to whom somebody else's start was the first.
      each.type === 'operation-wrote' ? [each.key.replace(/ pass \d+$/, '')] : [],
    ),
  );
  const ours = watch.written.filter((each) => each.operation === operation && each.accepted);
  for (const { key, heard } of ours) {
    // Who ends before the outcome of a write is known can't tell of it; whoever goes on finds it.
    // What arrives late is told of by the one that sent it, which may have ended.
    if (anywhere.has(key) || (!heard && outcome !== 'done')) continue;
    broken(`untold: ${key} was taken, and the journal doesn’t say so`);
  }
  const twice = told.filter((key, index) => told.indexOf(key) !== index);
  if (twice.length > 0) broken(`told twice: ${twice.join(', ')}`);
  const accepted = new Set(link.requests.map(({ map, action }) => `${action} ${map}`));
  const sure = disk.journal.flatMap(({ event: each }) =>
    each.type === 'operation-wrote' && each.operation === operation && !each.unsure ? [each.key] : [],
  );
  if (outcome === 'done' && sure.length < told.length) broken('done, and unsure of what it wrote');
  for (const key of sure) {
    const [verb, id] = key.split(' ');
    // A switch leaves no request; one that got lost, before somebody started the map as it was, is told like one that
    // was found.
    if (verb === 'switch') continue;
    const map = link.maps.find(({ active }) => active === id);
    const codes = Object.keys(verbs).filter((code) => verbs[code] === verb);
    if (!codes.some((code) => accepted.has(`${code} ${map?.id}`)) && !(verb === 'prepare' && map?.pid))
      broken(`told, and never taken: ${key}`);
  }
  const starts = disk.journal.filter(
    ({ event: each }) => each.type === 'operation-finished' && each.operation === operation,
  );
  if (starts.length !== 1) broken(`${operation} ends ${starts.length} times`);
  return `${outcome}${problem ? ` with ${problem.code}` : ''}`;
}
