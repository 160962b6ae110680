import type { HandOffPage } from '@portico/contract/hand-over';
import { createStore } from 'zustand/vanilla';
import { waitOnline } from './wait-online.ts';

/** What the page of a link shows. `silent`: we can’t be reached now; what was read before stays in sight. */
export interface Shown {
  readonly page: HandOffPage | undefined;
  /** Who asked, as long as the page is open. */
  readonly from: string;
  readonly silent: boolean;
}

/** Milliseconds between two looks: within the minute that was promised, and sparing with what an address may ask. */
const every = 10_000;

/** Reads a link’s task, and goes on reading until it is done or over. The proof stays here, in memory. */
export function followHandOff(token: string, signal: AbortSignal) {
  const store = createStore<Shown>()(() => ({ page: undefined, from: '', silent: false }));
  let proof: string | undefined;

  async function look(): Promise<number | undefined> {
    const answer = await read({ token, ...(proof ? { proof } : {}) }, signal);
    if (typeof answer === 'number') {
      store.setState({ silent: true });
      return answer;
    }
    if (answer.state === 'open') {
      ({ proof } = answer);
      store.setState({ page: answer, from: answer.from, silent: false });
      return every;
    }
    store.setState({ page: answer, silent: false });
    return undefined;
  }

  const follow = async () => {
    for (let wait: number | undefined = 0; wait !== undefined && !signal.aborted; ) {
      await waitOnline(wait, signal);
      await untilVisible(signal);
      if (!signal.aborted) wait = await look();
    }
  };
  void follow();
  return store;
}

/**
 * One look, or the milliseconds until another makes sense. Without the typed client on purpose: it brings the
 * schemas of the whole API to a page that shows one task.
 */
async function read(body: object, signal: AbortSignal): Promise<HandOffPage | number> {
  try {
    const response = await fetch('/api/hand-off', {
      method: 'POST',
      headers: { Accept: 'application/json', 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
      signal,
    });
    if (!response.ok) return 1000 * (Number(response.headers.get('retry-after')) || 15);
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- our own API's, by the same contract
    return (await response.json()) as HandOffPage;
  } catch {
    // No network, or the page is left: both are waited out.
    return every;
  }
}

/** Nobody looks at a page in the background; it asks again as soon as somebody does. */
const untilVisible = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const done = () => {
      if (document.hidden && !signal.aborted) return;
      document.removeEventListener('visibilitychange', done);
      signal.removeEventListener('abort', done);
      resolve();
    };
    document.addEventListener('visibilitychange', done);
    signal.addEventListener('abort', done);
    done();
  });
