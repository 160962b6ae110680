import type { Envelope } from '@portico/plan/event';
import { patiently } from './patiently.ts';

/** A reader of a run's stream that comes back with the last number it has, as the browser's does. */
export interface Follower extends AsyncDisposable {
  /** Everything that arrived, in the order it came, doubles included. */
  readonly events: readonly Envelope[];
  /** How often the stream was opened again, after we or the other side had ended it. */
  readonly cuts: number;
  /** Ends the connection; the reader comes back by itself. */
  cut(): void;
  /** The first event that fits, waited for. */
  until(what: string, fits: (envelope: Envelope) => boolean, deadline?: number): Promise<Envelope>;
}

interface Where {
  readonly address: string;
  readonly run: string;
  /** Asked anew for each connection. */
  readonly token: () => Promise<string>;
}

export function followRun({ address, run, token }: Where): Follower {
  const closed = new AbortController();
  const events: Envelope[] = [];
  let connected = 0;
  let connection = new AbortController();

  async function read(): Promise<void> {
    connection = new AbortController();
    const answer = await fetch(`${address}/api/runs/${run}/events?after=${events.at(-1)?.seq ?? 0}`, {
      headers: { authorization: `Bearer ${await token()}` },
      signal: AbortSignal.any([closed.signal, connection.signal]),
    });
    if (!answer.ok || !answer.body) throw new Error(`The stream was refused with ${answer.status}`);
    let rest = '';
    connected += 1;
    for await (const chunk of answer.body.pipeThrough(new TextDecoderStream())) {
      const parts = (rest + chunk).split('\n\n');
      rest = parts.pop() ?? '';
      for (const part of parts) {
        const data = /^data: (.*)$/m.exec(part)?.[1];
        // Written by our own API.
        if (data !== undefined) events.push(JSON.parse(data) as Envelope);
      }
    }
  }

  const reading = (async () => {
    while (!closed.signal.aborted) {
      // Whatever ended it, the answer is to come back: what is missing then shows in the events.
      await read().catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  })();

  return {
    events,
    get cuts() {
      return Math.max(0, connected - 1);
    },
    cut: () => connection.abort(),
    until: (what, fits, deadline) => patiently(what, () => events.find(fits), deadline),
    async [Symbol.asyncDispose]() {
      closed.abort();
      await reading;
    },
  };
}
