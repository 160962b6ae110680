/** Makes all tables, ours and the engine's, in the embedded store of a folder or in the database of an address; see fresh-store.ts. */
import { createJournal } from '../journal/journal.ts';
import { createOperations } from '../operations/operations.ts';
import { systemWorld } from '../operations/world.ts';
import { openStore } from '../store/open-store.ts';

await using stack = new AsyncDisposableStack();
const [, , folder = '', databaseUrl] = process.argv;
const store = stack.use(await openStore({ folder, ...(databaseUrl && { databaseUrl }) }));
stack.use(
  await createOperations({
    store,
    journal: createJournal(store, systemWorld),
    world: systemWorld,
    perform: () => Promise.resolve(),
    report: (message, fields) => {
      throw new Error(`${message} ${JSON.stringify(fields)}`);
    },
  }),
);
