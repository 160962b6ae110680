/** A second process for the tests: appends to a run, one event at a time or as a crowd, and says when it is done. */
import { openStore, type StoreConfig } from '../store/open-store.ts';
import { createJournal } from './journal.ts';

export interface AppendOrder {
  readonly config: StoreConfig;
  readonly run: string;
  readonly name: string;
  readonly times: number;
}

async function appendAll({ config, run, name, times }: AppendOrder): Promise<void> {
  await using store = await openStore(config);
  const journal = createJournal(store, { now: () => new Date() });
  const append = (n: number) => journal.append(run, null, [{ type: 'check-started', check: `${name}-${n}` }]);
  await Promise.all(Array.from({ length: times }, (_, n) => append(n)));
  process.send?.('done');
}
process.once('message', (order: AppendOrder) => void appendAll(order).then(() => process.disconnect()));
process.send?.('ready');
