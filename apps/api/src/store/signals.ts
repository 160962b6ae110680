import { EventEmitter } from 'node:events';
import { Client, type Pool } from 'pg';

/** Tells other parts, and other processes on the same PostgreSQL, that something happened. Never the truth itself. */
export interface Signals extends AsyncDisposable {
  /** True while nothing told can be missed: always in one process, on PostgreSQL while LISTEN stands. */
  readonly complete: boolean;
  /** Here at once, elsewhere as soon as the network allows; a lost one is made up for by polling. */
  tell(topic: string, detail?: string): void;
  /** `detail` is undefined when something may have been missed: then the listener looks for itself. */
  hear(topic: string, heard: (detail: string | undefined) => void): Disposable;
}

const channel = 'portico';
/** Milliseconds between two looks when signals stand (a safety net) and when they don't. */
const looks = { complete: 30_000, deaf: 1000 };

interface SignalsConfig {
  readonly pool: Pool;
  /** Absent: there are no other processes. */
  readonly databaseUrl: string | undefined;
  readonly warn: (message: string) => void;
}

export async function openSignals({ pool, databaseUrl, warn }: SignalsConfig): Promise<Signals> {
  const here = new EventEmitter().setMaxListeners(0);
  const everybody = new Set<(detail: undefined) => void>();
  let client: Client | undefined;
  let closed = false;
  let again: NodeJS.Timeout | undefined;

  async function listen(url: string): Promise<void> {
    const next = new Client({
      connectionString: url,
      application_name: 'portico-signals',
      keepAlive: true,
    });
    const lost = (error?: unknown) => {
      if (client === next) client = undefined;
      next.removeAllListeners('end');
      void end(next);
      if (closed || again) return;
      warn(
        `The database no longer sends signals; polling until it does: ${error instanceof Error ? error.message : 'ended'}`,
      );
      again = setTimeout(() => {
        again = undefined;
        void listen(url);
      }, 1000).unref();
    };
    next.on('error', lost);
    next.on('end', () => lost());
    next.on('notification', ({ payload = '' }) => here.emit(...parse(payload)));
    try {
      await next.connect();
      await next.query(`listen ${channel}`);
      client = next;
      // What was told between two connections is lost: everybody looks once.
      lookAgain();
    } catch (error) {
      lost(error);
    }
  }
  const lookAgain = () => {
    for (const look of everybody) look(undefined);
  };
  let deaf = 0;
  const safety = setInterval(() => {
    deaf = client ? deaf + looks.deaf : looks.complete;
    if (deaf < looks.complete) return;
    deaf = 0;
    lookAgain();
  }, looks.deaf).unref();
  if (databaseUrl === undefined) clearInterval(safety);
  else await listen(databaseUrl);

  const pending = new Map<string, string>();
  const flush = async () => {
    const told = [...pending].map(([topic, detail]) => `${topic}\n${detail}`);
    pending.clear();
    try {
      await pool.query(`select pg_notify('${channel}', topic) from unnest($1::text[]) as topic`, [told]);
    } catch (error) {
      warn(`A signal to the other processes was lost: ${String(error)}`);
    }
  };
  return {
    get complete() {
      return databaseUrl === undefined || client !== undefined;
    },
    tell(topic, detail = '') {
      here.emit(topic, detail);
      if (databaseUrl === undefined || closed) return;
      if (pending.set(topic, detail).size > 1) return;
      // One statement for all that is told in this turn of the loop.
      setImmediate(() => void flush());
    },
    hear(topic, heard) {
      here.on(topic, heard);
      everybody.add(heard);
      return {
        [Symbol.dispose]() {
          here.off(topic, heard);
          everybody.delete(heard);
        },
      };
    },
    async [Symbol.asyncDispose]() {
      closed = true;
      clearTimeout(again);
      clearInterval(safety);
      const last = client;
      client = undefined;
      last?.removeAllListeners('end');
      if (last) await end(last);
    },
  };
}

const parse = (payload: string): [topic: string, detail: string] => {
  const [topic = '', detail = ''] = payload.split('\n');
  return [topic, detail];
};

async function end(client: Client): Promise<void> {
  try {
    await client.end();
  } catch {
    // It broke already; there is nothing left to end.
  }
}
