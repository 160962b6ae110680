/** Test support: a second real process with what it says, in order. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

export interface Child extends AsyncDisposable {
  readonly process: ChildProcess;
  /** The next message it sends, or how it ended. */
  next(): Promise<unknown>;
  tell(message: object | string): void;
  /** kill -9, and waits until it is gone. */
  kill(): Promise<void>;
  readonly ended: Promise<NodeJS.Signals | number | null>;
}

export function startChild(script: string, args: readonly string[] = []): Child {
  const child = fork(join(import.meta.dirname, '..', script), args, {
    execArgv: ['--disable-warning=ExperimentalWarning'],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const said: unknown[] = [];
  const asked: ((message: unknown) => void)[] = [];
  const hear = (message: unknown) => {
    const asker = asked.shift();
    if (asker) asker(message);
    else said.push(message);
  };
  child.on('message', hear);
  const ended = once(child, 'exit').then(([code, signal]) => {
    hear({ ended: signal ?? code });
    return signal ?? code;
  });
  const kill = async () => {
    child.kill('SIGKILL');
    await ended;
  };
  return {
    process: child,
    ended,
    kill,
    next: () =>
      said.length > 0 ? Promise.resolve(said.shift()) : new Promise((resolve) => asked.push(resolve)),
    tell: (message) => void child.send(message),
    [Symbol.asyncDispose]: kill,
  };
}
