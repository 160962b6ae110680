import { parseArgs } from 'node:util';
import { addressOf } from './addresses.ts';
import { defects, isDefect } from './defects/index.ts';
import { keepSaving } from './keep-saving.ts';
import { loadWorld } from './save-world.ts';
import { isScenario, scenarios } from './scenarios/index.ts';
import { startTwin } from './twin.ts';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '4800' },
    scenario: { type: 'string', default: 'contoso-fresh' },
    /** What is wrong with the scenario besides; as often as wanted. */
    defect: { type: 'string', multiple: true, default: [] },
    speed: { type: 'string', default: '60' },
    /** A file that the world is kept in; without it a restart begins anew. */
    save: { type: 'string' },
  },
});
if (!isScenario(values.scenario))
  throw new Error(
    `There is no scenario ${values.scenario}. There are: ${Object.keys(scenarios).join(', ')}.`,
  );
const strange = values.defect.find((name) => !isDefect(name));
if (strange) throw new Error(`There is no defect ${strange}. There are: ${Object.keys(defects).join(', ')}.`);
const state = values.save ? await loadWorld(values.save, values.scenario) : undefined;

const stack = new AsyncDisposableStack();
const twin = stack.use(
  await startTwin({
    port: Number(values.port),
    scenario: values.scenario,
    defects: values.defect.filter(isDefect),
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
