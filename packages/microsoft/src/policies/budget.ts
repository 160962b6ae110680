import { perKey } from '../per-key.ts';

/** What repeating may cost a tenant on one host: when all is bad, the tokens run out and repeating stops. */
export interface Budget {
  /** Takes the price of one more attempt, and says whether there was enough. */
  spend(after: 'answer' | 'timeout'): boolean;
  earn(): void;
}

const full = 500;
const price = { answer: 5, timeout: 10 };

export const createBudgets = (): ((key: string) => Budget) =>
  perKey(() => {
    let tokens = full;
    return {
      spend(after) {
        if (tokens < price[after]) return false;
        tokens -= price[after];
        return true;
      },
      earn: () => void (tokens = Math.min(full, tokens + 1)),
    };
  });
