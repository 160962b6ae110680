/** Moves the time of this process forward until it is disposed of; timers run as they did. */
export function shiftClock(milliseconds: number): Disposable {
  const Real = Date;
  class Later extends Real {
    constructor(...given: readonly [] | readonly [number | string | Date]) {
      super(given[0] ?? Real.now() + milliseconds);
    }
    static override now(): number {
      return Real.now() + milliseconds;
    }
    /** What was made before is a date as well. */
    static override [Symbol.hasInstance](value: unknown): boolean {
      return Object.prototype.toString.call(value) === '[object Date]';
    }
  }
  Object.assign(globalThis, { Date: Later });
  return { [Symbol.dispose]: () => void Object.assign(globalThis, { Date: Real }) };
}
