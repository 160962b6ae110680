import { never } from '../../operations/ending.ts';

/** One process of a simulation, from its start to its death. Whatever it waits for when it dies is never answered. */
export interface Life {
  readonly dead: boolean;
  /** A moment at which it may die: every wait of the product for something outside passes here. */
  point(where: string): Promise<void>;
  die(where: string): void;
}

interface Fate {
  /** Whether it dies here. */
  dies(where: string): boolean;
  died(where: string): void;
}

export function createLife({ dies, died }: Fate): Life {
  let dead = false;
  const die = (where: string) => {
    if (dead) return;
    dead = true;
    died(where);
  };
  return {
    get dead() {
      return dead;
    },
    die,
    point(where) {
      if (!dead && dies(where)) die(where);
      return dead ? never() : Promise.resolve();
    },
  };
}
