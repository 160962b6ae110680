/** A second process for the tests: opens the store it is told of, says how that went, and stays until told to end. */
import { openStore, type StoreConfig } from './open-store.ts';

async function open(config: StoreConfig): Promise<void> {
  try {
    const store = await openStore(config);
    process.once('disconnect', () => void store[Symbol.asyncDispose]());
    process.send?.('open');
  } catch (error) {
    process.send?.(error instanceof Error && 'code' in error ? error.code : String(error));
  }
}
process.once('message', (config: StoreConfig) => void open(config));
process.send?.('ready');
