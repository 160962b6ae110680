import type { OrderedMap } from '@portico/contract/findings';
import { plan } from '@portico/contract/plan';
import type { Envelope } from '@portico/plan/event';
import { gate } from '@portico/plan/gate';
import { emptyRun, reduce } from '@portico/plan/reduce';
import type { Twin } from '@portico/twin/twin';

/** What a round left behind, as the twin, the store and the browser have it. */
export interface Aftermath {
  readonly twin: Twin;
  readonly environment: string;
  readonly subdomain: string;
  /** As stored. */
  readonly journal: readonly Envelope[];
  /** Where the chain of hashes breaks. */
  readonly broken: number | undefined;
  /** Rows of unfinished business in the store, by table. */
  readonly open: Readonly<Record<string, number>>;
  /** As the browser's stream brought them, over all its connections. */
  readonly streamed: readonly Envelope[];
  /** What the API's processes logged. */
  readonly said: string;
  readonly deaths: readonly string[];
}

/** Answers what is wrong, or nothing. */
type Invariant = (after: Aftermath) => string | undefined;

const requests = ({ twin }: Aftermath) =>
  twin.world.state.dualWrite.links.flatMap(({ requests: all }) => all);
const maps = ({ twin }: Aftermath) => twin.world.state.dualWrite.links.flatMap(({ maps: all }) => all);
const writesOf = ({ twin }: Aftermath, endpoint: string) =>
  twin.world.state.writes.filter((write) => write.endpoint === endpoint);
const eventsOf = <T extends Envelope['event']['type']>(journal: readonly Envelope[], type: T) =>
  journal
    .map(({ event }) => event)
    .filter((event): event is Extract<Envelope['event'], { type: T }> => event.type === type);
const wrote = ({ journal }: Aftermath) => eventsOf(journal, 'operation-wrote').map(({ key }) => key);
const unless = (holds: boolean, words: string) => (holds ? undefined : words);
const doubles = (names: readonly string[]) => names.filter((name, index) => names.indexOf(name) !== index);

/** The order that the action followed: the last one a check found. */
function order({ journal }: Aftermath): readonly OrderedMap[] {
  const found = eventsOf(journal, 'check-finished').findLast(
    ({ check, finding }) => check === 'map-prerequisites' && finding.state === 'ok',
  );
  return (found?.finding.facts as { order: readonly OrderedMap[] } | undefined)?.order ?? [];
}

/** What must hold after every round, whatever was killed and spoilt. */
export const invariants = {
  'exactly one site': (after) => {
    const { sites, operations } = after.twin.world.state.platform;
    const here = sites.filter(({ environment }) => environment === after.environment);
    const begun = operations.filter(({ kind }) => kind === 'create-site');
    const right = here[0]?.subdomain === after.subdomain && here[0].template === 'CustomerPortal';
    return unless(
      here.length === 1 && begun.length === 1 && right,
      `${here.length} sites, ${begun.length} begun`,
    );
  },
  'the maps run': (after) => {
    const wanted = order(after);
    const still = wanted.filter(({ id }) => maps(after).find(({ active }) => active === id)?.state !== 4);
    const five = wanted.filter((map) => map.wanted).length;
    return unless(
      five === 5 && still.length === 0,
      `${five} wanted, not running: ${still.map(({ name }) => name).join(', ')}`,
    );
  },
  'each map is initialised and started once': (after) => {
    const asked = requests(after).map(({ map, action }) => {
      const { active = map } = maps(after).find(({ id }) => id === map) ?? {};
      return `${action} ${active}`;
    });
    const planned = order(after).flatMap(({ id }) => [`8 ${id}`, `1 ${id}`]);
    const more = asked.filter((each) => !planned.includes(each));
    const less = planned.filter((each) => !asked.includes(each));
    const twice = doubles(asked);
    return unless(
      twice.length + more.length + less.length === 0,
      `twice: ${twice.join(', ')}; unplanned: ${more.join(', ')}; missing: ${less.join(', ')}`,
    );
  },
  'no write is sent twice': (after) => {
    const [starts, creates] = [writesOf(after, 'start').length, writesOf(after, 'createWebsite').length];
    const most = 2 * order(after).length;
    return unless(
      starts <= most && creates === 1,
      `${starts} of ${most} starts, ${creates} creations in the twin’s log`,
    );
  },
  'no write without an event, and no event without a write': (after) => {
    const keys = ['create', ...order(after).flatMap(({ id }) => [`prepare ${id}`, `start ${id}`])];
    const missing = keys.filter((key) => !wrote(after).includes(key));
    const more = wrote(after).filter((key) => !keys.includes(key));
    return unless(
      missing.length + more.length === 0,
      `not told: ${missing.join(', ')}; not written: ${more.join(', ')}`,
    );
  },
  'no write is told twice': (after) => {
    const twice = doubles(wrote(after));
    return unless(twice.length === 0, twice.join(', '));
  },
  'nothing is said twice': ({ journal }) => {
    const twice = doubles(
      eventsOf(journal, 'operation-said').map(({ operation, says }) => JSON.stringify([operation, says])),
    );
    return unless(twice.length === 0, twice.join(', '));
  },
  'the chain of the journal holds': ({ broken }) => unless(broken === undefined, `it breaks at ${broken}`),
  'the journal counts without a gap': ({ journal }) =>
    unless(
      journal.every(({ seq }, index) => seq === index + 1),
      journal.map(({ seq }) => seq).join(' '),
    ),
  'each operation begins and ends once, and is done': ({ journal }) => {
    const begun = eventsOf(journal, 'operation-started').map(({ action }) => action);
    const ended = eventsOf(journal, 'operation-finished').map(
      ({ outcome, problem }) => `${outcome} ${problem ? JSON.stringify(problem) : ''}`,
    );
    const right = begun.join() === 'start-maps,provision-site' && ended.join() === 'done ,done ';
    return unless(right, `begun: ${begun.join(', ')}; ended: ${ended.join(', ')}`);
  },
  'every step is proven': ({ journal }) => {
    const state = journal.reduce((before, envelope) => reduce(plan, before, envelope), emptyRun);
    const { passable } = gate(plan, state)['portal-site'] ?? {};
    return unless(passable === true, 'the last step is not passable');
  },
  'nothing is left open': ({ open }) =>
    unless(
      Object.values(open).every((count) => count === 0),
      JSON.stringify(open),
    ),
  'the stream loses and doubles nothing': ({ journal, streamed }) => {
    const hashes = (events: readonly Envelope[]) => events.map(({ hash }) => hash).join();
    return unless(
      hashes(streamed) === hashes(journal.slice(0, streamed.length)) && streamed.length > 0,
      'it differs',
    );
  },
  'the API never dies by itself': ({ deaths }) => unless(deaths.length === 0, deaths.join('; ')),
  'no bug is logged': ({ said }) => {
    const bugs = said
      .split('\n')
      .filter((line) => /"msg":"bug"|nobody foresaw|"code":"bug"|without an outcome/.test(line));
    return unless(bugs.length === 0, bugs.slice(0, 3).join('\n'));
  },
} satisfies Record<string, Invariant>;

/** What doesn't hold, in words. */
export const broken = (after: Aftermath): readonly string[] =>
  Object.entries<Invariant>(invariants).flatMap(([name, holds]) => {
    const wrong = holds(after);
    return wrong === undefined ? [] : [`${name}: ${wrong}`];
  });
