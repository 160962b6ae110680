import { Problem, problems } from '@portico/contract/problems';
import type { Verbs } from '@portico/plan/action';
import type { Text } from '@portico/plan/text';
import type { Twin } from '@portico/twin/twin';
import { isDue, type Tries, withWrite } from '../../operations/unanswered.ts';

const minute = 60_000;

/**
 * Verbs that try again what is worth it, as the durable ones do; a write without an answer is never repeated blindly. A
 * minute passes with each look.
 */
export function looking(twin: Twin, said: Text[], meanwhile?: (twin: Twin, looks: number) => unknown): Verbs {
  let looks = 0;
  const patiently = async <T>(work: () => Promise<T | undefined>): Promise<T> => {
    for (let turn = 0; turn < 200; turn += 1) {
      try {
        const found = await work();
        if (found !== undefined) return found;
      } catch (error) {
        if (!(error instanceof Problem) || problems[error.code].retry !== 'later') throw error;
      }
      looks += 1;
      meanwhile?.(twin, looks);
      twin.world.clock.jump(minute);
    }
    throw new Error('It never ended.');
  };
  return {
    once: (_, act) => {
      let count = 0;
      let sentAt = -Infinity;
      const now = () => twin.world.clock.now().getTime();
      const tries: Tries = {
        unanswered: () => Promise.resolve({ count, seconds: (now() - sentAt) / 1000 }),
        raise: () => {
          if (isDue(count)) sentAt = now();
          return Promise.resolve((count += 1));
        },
        lower: () => Promise.resolve((count -= 1)),
      };
      return patiently(async () => (await withWrite(tries, act)).value);
    },
    say: (_, says) => Promise.resolve(void said.push(says)),
    until: (_key, _wait, poll) => patiently(poll),
  };
}
