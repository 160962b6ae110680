/** The twin's own time. It runs faster than ours, so that an initial sync of hours can be watched in seconds. */
export interface Clock {
  now(): Date;
  /** How many twin seconds pass in one of ours; 1 is real pace. */
  speed: number;
  /** Moves time forward by that many milliseconds at once. */
  jump(milliseconds: number): void;
}

export function virtualClock(speed: number, start = Date.now()): Clock {
  let anchor = { real: performance.now(), virtual: start, speed };
  const virtual = () => anchor.virtual + (performance.now() - anchor.real) * anchor.speed;
  return {
    now: () => new Date(virtual()),
    get speed() {
      return anchor.speed;
    },
    set speed(next: number) {
      anchor = { real: performance.now(), virtual: virtual(), speed: next };
    },
    jump: (milliseconds) => {
      anchor = { ...anchor, virtual: anchor.virtual + milliseconds };
    },
  };
}
