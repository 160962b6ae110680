import { virtualWorld } from '@portico/microsoft/test-support/virtual-world';
import { describe } from 'vitest';
import { type EngineStage, engineContract } from '../../operations/engine.contract.ts';
import { type Act, ada, isOf, named } from '../../operations/stage.ts';
import { emptyDisk, type Entry } from './disk.ts';
import { openDurable } from './durable.ts';
import { createLife } from './life.ts';

/** The simulated engine, one process after the other on one disk. */
async function openSimulated(act: Act): Promise<EngineStage> {
  const world = virtualWorld();
  const disk = emptyDisk();
  const reported: unknown[] = [];
  const boot = () => {
    const life = createLife({ dies: () => false, died: () => undefined });
    const engine = openDurable({
      disk,
      life,
      world,
      perform: (operation, verbs) => act(verbs, operation),
      report: (message, fields) => void reported.push(message, fields),
    });
    return { life, engine };
  };
  let { life, engine: operations } = boot();
  /** Asks after each entry, and before the first. */
  const heard = <T>(ask: () => T | undefined): Promise<T> =>
    new Promise((resolve) => {
      const hear = () => {
        const found = ask();
        if (found === undefined) return;
        disk.heard.delete(hear);
        resolve(found);
      };
      disk.heard.add(hear);
      hear();
    });
  const stage: EngineStage = {
    world,
    reported,
    get operations() {
      return operations;
    },
    start: (operation, more) =>
      operations.start({ operation, action: 'a', driver: 'automatic', by: ada, ...more }),
    event: (type, count = 1) =>
      heard(
        () => disk.journal.map(({ event }: Entry) => event).filter((event) => isOf(event, type))[count - 1],
      ),
    events: async () => disk.journal.map(named),
    read: async () => disk.journal,
    advance: (milliseconds) => world.advance(milliseconds),
    passing: (wait) => world.run(wait()),
    taken: async (times) => {
      while ([...disk.operations.values()].every(({ fence }) => fence < times)) await Promise.resolve();
    },
    async restart() {
      life.die('restart');
      ({ life, engine: operations } = boot());
      operations.resume();
    },
    [Symbol.asyncDispose]: async () => life.die('the test ends'),
  };
  return stage;
}

describe('operations, simulated', () => {
  engineContract(openSimulated);
});
