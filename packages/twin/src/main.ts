import { parseArgs } from 'node:util';
import { addressOf } from './addresses.ts';
import { keepSaving } from './keep-saving.ts';
import { loadWorld } from './save-world.ts';
import { isScenario, scenarios } from './scenarios/index.ts';
import { startTwin } from './twin.ts';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '4800' },
    scenario: { type: 'string', default: 'contoso-fresh' },
    speed: { type: 'string', default: '60' },
    /** A file that the world is kept in; without it a restart begins anew. */
    save: { type: 'string' },
  },
});
if (!isScenario(values.scenario))
  throw new Error(
    `There is no scenario ${values.scenario}. There are: ${Object.keys(scenarios).join(', ')}.`,
  );
const state = values.save ? await loadWorld(values.save, values.scenario) : undefined;

const stack = new AsyncDisposableStack();
const twin = stack.use(
  await startTwin({
    port: Number(values.port),
    scenario: values.scenario,
    speed: Number(values.speed),
    ...(state ? { state } : {}),
  }),
);
if (values.save) stack.use(keepSaving(values.save, twin.world));
console.log(`Rehearsal ${twin.world.state.scenario}: ${addressOf(twin.world, 'control')}/`);

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => {
    void stack.disposeAsync();
  });
