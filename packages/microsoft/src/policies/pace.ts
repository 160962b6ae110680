import { Problem } from '@portico/contract/problems';
import { perKey } from '../per-key.ts';
import type { Call, Policy } from './policy.ts';

/** Milliseconds over which Dataverse counts (service protection limits). */
const window = 300_000;
/** Milliseconds until the next look, where nothing of ours explains why nothing is left. */
const unexplained = 15_000;
/** Milliseconds: it arrived there later than it was sent here. */
const onTheWay = 1000;
const remaining = 'x-ms-ratelimit-burst-remaining-xrm-requests';

interface Pace {
  /** What was sent inside the window, earliest first; a batch counts with what it holds. */
  sent: { readonly at: number; readonly weight: number }[];
  /** Nothing is sent before. */
  until: number;
}

/**
 * Holds a durable call back while its host has said that no request is left, until the heaviest that we sent leaves the
 * window: what would be turned away now is waited for anyhow, and sending more makes the wait longer (api-limits).
 * The header is "for debugging" and of one server: so it only ever holds back, once for each time that it says so, and
 * what Retry-After says counts. Where no such header comes nothing is held.
 */
export function pace(): Policy {
  const of = perKey<Pace>(() => ({ sent: [], until: 0 }));
  return async (call, next) => {
    const { key, service, name, session } = call.exchange;
    const state = of(key);
    const now = session.world.now().getTime();
    const speed = session.cloud.pace;
    if (session.patience === 'durable' && now < state.until)
      throw new Problem('upstream-throttled', {
        values: { service: service.name, endpoint: name },
        retryAfter: Math.ceil(((state.until - now) * speed) / 1000),
        detail: 'not called: no request was left',
      });
    const response = await next(call);
    const left = response.headers.get(remaining);
    if (left === undefined) return response;
    state.sent = [
      ...state.sent.filter(({ at }) => at > now - window / speed),
      { at: now, weight: weightOf(call) },
    ];
    if (Number(left) <= 0 && response.status !== 429) state.until = freedAt(state, now, speed);
    return response;
  };
}

/** When the first of the heaviest leaves the window: a batch frees most at once. */
function freedAt({ sent }: Pace, now: number, speed: number): number {
  const most = Math.max(...sent.map(({ weight }) => weight));
  const first = most > 1 ? sent.find(({ weight }) => weight === most) : undefined;
  return first ? first.at + (window + onTheWay) / speed : now + unexplained / speed;
}

/** Requests inside a batch; a line of its own before each, and JSON has no lines. */
const weightOf = ({ url, body }: Call): number =>
  url.endsWith('/$batch') && typeof body === 'string' ? (body.match(/^Content-ID:/gm)?.length ?? 1) : 1;
