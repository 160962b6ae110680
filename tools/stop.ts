// Ctrl+C once stops cleanly, twice at once.

/**
 * One key press reaches us up to three times: from the terminal, from npm and from the starter, each passing it on.
 * What comes within this many milliseconds is the same press.
 */
const samePress = 500;

/** The parts of the process that stopping needs; tests hand in their own. */
export type Process = {
  on(signal: NodeJS.Signals, listener: () => void): unknown;
  exit(code: number): void;
  now(): number;
};

const here: Process = {
  on: (signal, listener) => process.on(signal, listener),
  exit: (code) => process.exit(code),
  now: () => performance.now(),
};

/**
 * @param close ends everything that runs; its failure ends the process with 1
 * @param say one line for the person who waits
 */
export function stopOnSignals(
  close: () => Promise<void>,
  say: (line: string) => void,
  at: Process = here,
): void {
  let pressed: number | undefined;
  const stop = (): void => {
    if (pressed !== undefined) {
      if (at.now() - pressed > samePress) at.exit(130);
      return;
    }
    pressed = at.now();
    say('Stopping … (Ctrl+C again stops at once)');
    close().then(
      () => at.exit(0),
      (error: unknown) => {
        say(`Portico did not stop cleanly: ${String(error)}`);
        at.exit(1);
      },
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) at.on(signal, stop);
}
