/** Where keys are kept: shared by the tabs of one browser. */
export type KeyStore = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const name = (intent: string) => `portico.intent.${intent}`;

/**
 * One key per intent, however often and in how many tabs it is pressed: the API answers the same key with the
 * same run or operation. `settle` forgets it once the intent is over.
 */
export const createIntents = (store: KeyStore, newKey: () => string) => ({
  keyOf(intent: string): string {
    const kept = store.getItem(name(intent));
    if (kept) return kept;
    const key = newKey();
    store.setItem(name(intent), key);
    return key;
  },
  settle(intent: string): void {
    store.removeItem(name(intent));
  },
});

export type Intents = ReturnType<typeof createIntents>;
