import type { Verbs } from '@portico/plan/action';
import { type Message, msg, text } from '@portico/plan/text';
import type { Gateway, GatewayMap } from '../../targets/gateway.ts';
import type { Targets } from '../../targets/targets.ts';
import { findAll, lawful, lookAgain, problemOf } from './one-map.ts';

const pausing = msg({ id: 'change-maps.pausing', defaultMessage: 'Microsoft pauses {names}.' });
const stopping = msg({ id: 'change-maps.stopping', defaultMessage: 'Microsoft stops {names}.' });
const catchingUp = msg({
  id: 'change-maps.catching-up',
  defaultMessage: '{names} goes on: what waited since the pause is carried over first.',
});
const skipping = msg({
  id: 'change-maps.skipping',
  defaultMessage: '{names} goes on without what waited since the pause.',
});
const busy = msg({
  id: 'change-maps.busy',
  defaultMessage:
    'Rows of {names} are being copied. Microsoft takes no request for a map until that is done.',
});

type Named = Pick<GatewayMap, 'id'> & { readonly name: string };
/** Where maps are to get, and what has them get there. */
interface Turn {
  readonly does: 'pause' | 'resume' | 'stop';
  readonly says: Message;
  /** Seconds. */
  readonly usually: number;
  readonly there: RegExp;
  readonly send: (gateway: Gateway, maps: readonly GatewayMap[]) => Promise<string>;
}

/** Pauses maps in one request. One that stands still already has nothing to pause. */
export const pause = (targets: Targets, verbs: Verbs, maps: readonly Named[]): Promise<void> =>
  change(targets, verbs, maps, {
    does: 'pause',
    says: pausing,
    usually: 60,
    there: /^(paused|stopped|not-running)$/,
    send: (gateway, open) => gateway.pause(open),
  });

/** Lets a paused map go on; one in any other state stays as it is. */
export const resume = (
  targets: Targets,
  verbs: Verbs,
  map: Named,
  how: { readonly catchUp: boolean },
): Promise<void> =>
  change(targets, verbs, [map], {
    does: 'resume',
    says: how.catchUp ? catchingUp : skipping,
    usually: how.catchUp ? 300 : 60,
    there: /^(?!paused|resuming)/,
    send: (gateway, open) => gateway.resume(open, how),
  });

export const stop = (targets: Targets, verbs: Verbs, map: Named): Promise<void> =>
  change(targets, verbs, [map], {
    does: 'stop',
    says: stopping,
    usually: 60,
    there: /^(stopped|not-running)$/,
    send: (gateway, open) => gateway.stop(open),
  });

/** Has one thing done to maps, with one request for all that nobody asked for it yet, and waits until all are there. */
async function change(targets: Targets, verbs: Verbs, maps: readonly Named[], turn: Turn): Promise<void> {
  const { does, says, usually, there, send } = turn;
  const ids = maps.map(({ id }) => id);
  const names = maps.map(({ name }) => name).join(', ');
  const open = async (gateway: Gateway) =>
    (await findAll(gateway, ids)).filter(({ state }) => !there.test(state));
  const key = `${does} ${ids.join(' ')}`;
  await verbs.until(
    `free to ${key}`,
    { says: text(busy, { names }), for: 'upstream', every: 20, usually: 600 },
    async () => ((await open(await lawful(targets))).some(isBusy) ? undefined : true),
  );
  const requests = await verbs.once(key, async ({ write }) => {
    const gateway = await lawful(targets);
    const all = await open(gateway);
    const asked = all.filter(({ newest }) => newest?.does === does && !newest.failed);
    const known = asked.flatMap(({ newest }) => newest?.id ?? []);
    const rest = all.filter((map) => !asked.includes(map));
    const [first] = rest;
    if (!first) return known;
    // Whoever was quicker, theirs is watched as ours would be.
    const ours = await write(() =>
      send(gateway, rest).catch((refused: unknown) => lookAgain(gateway, first.id, does, refused)),
    );
    return [...known, ours];
  });
  if (requests.length === 0) return;
  await verbs.until(
    `done ${key}`,
    { says: text(says, { names }), for: 'upstream', every: 10, usually },
    async () => {
      const left = await open(await lawful(targets));
      for (const { id, requests: all } of left) {
        const failed = all.find((request) => request.failed && requests.includes(request.id));
        if (failed) throw problemOf({ id, message: failed.error ?? '', request: failed.id }, maps);
      }
      return left.length === 0 ? true : undefined;
    },
  );
}

const isBusy = ({ state }: GatewayMap) => /^(initial-sync|resuming)$/.test(state);
