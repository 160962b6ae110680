import { setImmediate } from 'node:timers/promises';

/** Time that passes only when everybody waits for it: a minute costs nothing, and the order is always the same. */
export class VirtualClock {
  #now = 0;
  readonly #waiting: { readonly at: number; readonly wake: () => void }[] = [];

  /** Milliseconds since the clock began. */
  get elapsed(): number {
    return this.#now;
  }

  readonly now = (): Date => new Date(this.#now);

  sleep(milliseconds: number): Promise<void> {
    return new Promise((wake) => this.#waiting.push({ at: this.#now + milliseconds, wake }));
  }

  /** Lets time pass until the work is done; work that waits for nothing and isn't done is stuck. */
  async run<T>(work: Promise<T>): Promise<T> {
    let done = false;
    const settled = () => {
      done = true;
    };
    work.then(settled, settled);
    for (;;) {
      // Everything that can go on without time has gone on when this turn of the loop ends.
      await setImmediate();
      if (done) return work;
      this.#waiting.sort((a, b) => a.at - b.at);
      const next = this.#waiting.shift();
      if (!next) throw new Error('Nobody waits for time, and the work isn’t done: it is stuck.');
      this.#now = next.at;
      next.wake();
    }
  }
}
