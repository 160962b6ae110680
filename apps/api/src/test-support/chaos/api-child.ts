import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** The API as a process of its own that comes back after each kill. */
export interface ApiProcess extends AsyncDisposable {
  readonly kills: number;
  /** All that its processes said. */
  readonly said: string;
  /** Ends that nobody ordered, in words. */
  readonly deaths: readonly string[];
  /**
   * SIGKILL, or SIGTERM as an update sends it, and a new process. With `soon`, that one is killed too, so many
   * milliseconds after its birth.
   */
  end(how: 'SIGKILL' | 'SIGTERM', soon?: number): Promise<void>;
  /** Resolves when the newest process answers requests. */
  open(): Promise<void>;
}

/** Milliseconds that an orderly end may take. */
const patience = 20_000;

export function startApiProcess(env: Readonly<Record<string, string>>): ApiProcess {
  let kills = 0;
  let said = '';
  let over = false;
  const deaths: string[] = [];
  const ordered = new WeakSet<ChildProcess>();
  let opened = Promise.withResolvers<void>();
  let child = born();

  function born(): ChildProcess {
    opened = Promise.withResolvers<void>();
    const { resolve } = opened;
    const fresh = fork(join(import.meta.dirname, 'api.child.ts'), {
      execArgv: ['--disable-warning=ExperimentalWarning'],
      env: { PATH: process.env['PATH'] ?? '', ...env },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    for (const stream of [fresh.stdout, fresh.stderr])
      stream?.on('data', (chunk: Buffer) => (said += chunk.toString()));
    fresh.on('message', () => resolve());
    fresh.once('exit', (code, signal) => {
      if (ordered.has(fresh) || over) return;
      deaths.push(`ended by itself with ${signal ?? code}`);
      child = born();
    });
    return fresh;
  }

  async function endChild(how: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    const victim = child;
    if (victim.exitCode !== null || victim.signalCode !== null) return;
    ordered.add(victim);
    const gone = once(victim, 'exit');
    victim.kill(how);
    // Longer than any grace: what can't end by itself is a fault, and is told as one.
    const late = setTimeout(() => {
      deaths.push(`did not end within ${patience} ms of ${how}`);
      victim.kill('SIGKILL');
    }, patience);
    await gone;
    clearTimeout(late);
  }

  async function endAndBear(how: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    if (over) return;
    kills += 1;
    await endChild(how);
    if (!over) child = born();
  }

  // One after the other: two kills at once would bear two.
  let turn: Promise<void> = Promise.resolve();
  const inTurn = (work: () => Promise<void>) => (turn = turn.then(work));

  return {
    get kills() {
      return kills;
    },
    get said() {
      return said;
    },
    deaths,
    end: (how, soon) =>
      inTurn(async () => {
        await endAndBear(how);
        if (soon === undefined) return;
        await wait(soon);
        await endAndBear('SIGKILL');
      }),
    open: () => opened.promise,
    async [Symbol.asyncDispose]() {
      over = true;
      await inTurn(() => endChild('SIGKILL'));
    },
  };
}
