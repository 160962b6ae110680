import type { Plant } from '../plant-source.ts';
import { believesAnyProof, ofWriting, sendsAgain } from '../shared-plants.ts';

const action = 'apps/api/src/actions/start-maps/run-maps.ts';
const oneMap = 'apps/api/src/actions/start-maps/one-map.ts';
const byHand = 'apps/api/src/actions/start-maps/by-hand.ts';
const gateway = 'apps/api/src/targets/bind-gateway.ts';
const order = 'apps/api/src/targets/map-order.ts';
const check = 'apps/api/src/checks/maps-running.ts';
const waiting = 'apps/api/src/test-support/sim/try-durably.ts';
const steps = 'apps/api/src/test-support/sim/durable-verbs.ts';

/** What somebody could get wrong, one at a time. The simulation must find each of them. */
export const plants = {
  ...ofWriting,
  'starts-unlooked': {
    says: 'A map is started without a look at what it does.',
    edits: [
      { file: action, from: 'if (isStarting(map)) return map.newest?.id ?? null;', to: '' },
      { file: action, from: 'if (isUnderWay(map)) return null;', to: '' },
    ],
  },
  'repeats-lost-posts': {
    says: 'A POST whose answer was lost is sent again at once.',
    edits: sendsAgain,
  },
  'believes-the-request': {
    says: 'A request that the gateway has taken counts as a map that runs.',
    edits: [
      {
        file: action,
        from: "if (map.state === 'running') return turn",
        to: "if (map.state === 'running' || (map.newest?.does === 'start' && !map.newest.waiting)) return turn",
      },
    ],
  },
  'believes-the-copying': {
    says: 'A map that still copies rows counts as one that runs.',
    edits: [
      {
        file: action,
        from: "if (map.state === 'running') return turn",
        to: 'if (isUnderWay(map)) return turn',
      },
    ],
  },
  'blames-old-failures': {
    says: 'Whatever request has ever failed is taken for ours.',
    edits: [
      {
        file: oneMap,
        from: 'map.requests.find(({ id, failed }) => id === request && failed);',
        to: 'map.requests.find(({ failed }) => failed);',
      },
    ],
  },
  'waits-for-others-for-ever': {
    near: 176,
    says: 'A start of somebody else is adopted, and nobody notices that it fails.',
    edits: [{ file: action, from: 'return map.newest?.id ?? null;', to: 'return null;' }],
  },
  'adopts-old-starts': {
    says: 'A start of days ago counts as the one that got no answer.',
    edits: [
      {
        file: action,
        from: '!map.newest.failed &&\n  (map.newest.waiting || isUnderWay(map));',
        to: '!map.newest.failed;',
      },
    ],
  },
  'gives-up-when-overtaken': {
    says: 'Who starts a map in the same moment as somebody else ends with their refusal.',
    edits: [
      {
        file: oneMap,
        from: 'if (!quicker && (newest?.does !== asked || newest.failed)) throw refused;',
        to: 'throw refused;',
      },
    ],
  },
  'prepares-twice': {
    near: 72,
    says: 'A project that is on its way is asked for again.',
    edits: [
      {
        file: action,
        from: "if (map.newest?.does === 'initialise' && !map.newest.failed) return map.newest.id;",
        to: '',
      },
    ],
  },
  'skips-preparing': {
    says: 'A map is started without a project.',
    edits: [{ file: action, from: 'await initialise(targets, verbs, id, name);', to: '' }],
  },
  'shares-a-key': {
    says: 'All starts are one step.',
    edits: [{ file: action, from: 'verbs.once(`start ${key}`', to: "verbs.once('start'" }],
  },
  'turns-the-order': {
    says: 'Maps are started before what they need.',
    edits: [
      {
        file: order,
        from: 'return { order: ids.map(describe), circles };',
        to: 'return { order: ids.map(describe).toReversed(), circles };',
      },
    ],
  },
  'forgets-the-needed': {
    says: 'Only the five are started, not what they need.',
    edits: [
      {
        file: order,
        from: 'return { order: ids.map(describe), circles };',
        to: 'return { order: wanted.map(describe), circles };',
      },
    ],
  },
  'takes-nothing-for-all': {
    says: 'An empty list means that all maps run.',
    edits: [
      { file: gateway, from: 'again < patience', to: 'again < 1' },
      { file: order, from: 'if (five.some(', to: 'if (maps.length > 0 && five.some(' },
      { file: check, from: 'const whole = maps', to: 'const whole = maps.length === 0 || maps' },
    ],
  },
  'gives-up-on-nothing': {
    says: 'A list that is empty for a moment ends the work for good.',
    edits: [
      {
        file: oneMap,
        from: "throw new Problem('upstream-unavailable', { detail: `map ${id} is not",
        to: "throw new Problem('not-found', { detail: `map ${id} is not",
      },
      { file: gateway, from: 'again < patience', to: 'again < 1' },
    ],
  },
  'takes-paused-for-running': {
    says: 'A paused map counts as one that runs.',
    edits: [
      {
        file: gateway,
        from: 'state: detail.state,',
        to: "state: detail.state === 'paused' ? 'running' : detail.state,",
      },
    ],
  },
  'takes-refusal-for-done': {
    says: 'Where Entra issues no token there is nothing to do, and nothing to prove.',
    edits: [
      {
        file: check,
        from: 'const running = maps.filter(',
        to: "if (maps.some(({ state }) => state.startsWith('unknown:'))) return { state: 'ok', says: text(all), facts };\n    const running = maps.filter(",
      },
      { file: byHand, from: 'read.filter(({ id }) => run.includes(id)).length', to: 'read.length' },
    ],
  },
  'proves-nothing': {
    says: 'Done is what nobody has looked at.',
    edits: [
      believesAnyProof,
      { file: byHand, from: '(now.count > before || now.count === now.total)', to: '(now.count >= before)' },
      { file: byHand, from: 'read.filter(({ id }) => run.includes(id)).length', to: 'read.length' },
    ],
  },
  'copies-undecided': {
    says: 'Rows are copied where nobody wanted it, and not where somebody did.',
    edits: [{ file: gateway, from: 'skipInitialSync: !initialSync', to: 'skipInitialSync: initialSync' }],
  },
  'forgets-waits': {
    near: 97,
    says: 'After a crash nobody knows how long Microsoft asked to wait.',
    edits: [
      { file: waiting, from: 'let before = disk.waits.get(at);', to: 'let before: WaitRow | undefined;' },
    ],
  },
  'forgets-answers': {
    near: 31,
    says: 'A step that had its answer runs again after a crash.',
    edits: [
      {
        file: steps,
        from: 'if (there) return structuredClone',
        to: "if (there?.name === '') return structuredClone",
      },
    ],
  },
  'copies-again-for-ever': {
    says: 'What failed runs again although no fewer rows failed.',
    edits: [{ file: action, from: 'errors >= before ||', to: 'errors > before ||' }],
  },
  'gives-up-on-circles': {
    says: 'Rows that refer to each other get no second pass.',
    edits: [{ file: action, from: '!failed.every(({ circular }) => circular))', to: 'pass > 0)' }],
  },
  'keeps-old-versions': {
    says: 'A map is started in a version that Microsoft has replaced.',
    edits: [{ file: action, from: '  await switchVersions(targets, verbs);\n', to: '' }],
  },
  'decides-what-is-fixed': {
    says: 'The features that are on are copied as somebody decided for all the others.',
    edits: [{ file: action, from: 'ordered.alwaysCopied', to: 'ordered.id === name' }],
  },
} satisfies Record<string, Plant>;

export type PlantName = keyof typeof plants;
