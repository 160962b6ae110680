import { z } from 'zod';
import { isDefect, setDefect } from '../defects/index.ts';
import { isScenario, scenarios, type ScenarioId } from '../scenarios/index.ts';
import { type Persona, signs } from '../world/directory.ts';
import type { World } from '../world.ts';
import { faultKinds } from './fault-kinds.ts';
import { switchChoices } from './switch-choices.ts';

const empty = (value: unknown) => (value === '' ? undefined : value);
const optional = z.preprocess(empty, z.string().optional());

const isKind = (name: string): name is keyof typeof faultKinds => Object.hasOwn(faultKinds, name);

const fault = z.object({
  kind: z.string().refine(isKind, 'no such fault'),
  service: optional,
  endpoint: optional,
  count: z.preprocess(empty, z.coerce.number().int().min(1).max(100_000).default(1)),
  seconds: z.preprocess(empty, z.coerce.number().min(0).max(86_400).optional()),
});

const defect = z.string().refine(isDefect, 'no such defect');

/** Does something to everybody who signs in by a name: a guest has an account in each tenant. */
function each(world: World, userName: string, act: (person: Persona) => void): string | undefined {
  const found = world.state.directory.people.filter((person) => person.userName === userName);
  for (const person of found) act(person);
  return found.length > 0 ? undefined : `Nobody signs in as ${userName}.`;
}

/** What a rehearsal can be told, each with the shape of what is sent; forms and programs send the same. */
export const commands = {
  speed: command(z.object({ speed: z.coerce.number().min(0).max(100_000) }), (world, { speed }) => {
    world.clock.speed = speed;
  }),
  clock: command(z.object({ minutes: z.coerce.number().min(0).max(525_600) }), (world, { minutes }) => {
    world.clock.jump(minutes * 60_000);
  }),
  faults: command(z.union([fault, z.object({ clear: z.coerce.boolean() })]), (world, wish) => {
    if (!('kind' in wish)) {
      world.state.faults = [];
      return;
    }
    const { kind, count, ...rest } = wish;
    const known = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
    world.state.faults.push({ kind, count, ...known });
  }),
  defects: command(
    z.union([z.strictObject({ lay: defect }), z.strictObject({ mend: defect })]),
    ({ state }, wish) => {
      if ('lay' in wish) setDefect(state, wish.lay, true);
      else setDefect(state, wish.mend, false);
    },
  ),
  people: command(z.object({ person: z.string(), sign: z.enum(signs) }), (world, wish) =>
    each(world, wish.person, (person) => {
      person.sign = wish.sign;
    }),
  ),
  'sign-outs': command(z.object({ person: z.string() }), (world, wish) =>
    each(world, wish.person, (person) => {
      person.ended = Date.now();
    }),
  ),
  scenario: command(
    z.object({ scenario: z.string().refine(isScenario, 'no such scenario') }),
    (world, { scenario }) => restart(world, scenario),
  ),
  switches: command(
    z.strictObject(
      Object.fromEntries(
        Object.entries(switchChoices).map(([name, sides]) => [name, z.enum(sides).optional()]),
      ),
    ),
    (world, wish) => {
      Object.assign(world.state.switches, wish);
    },
  ),
};

interface Command {
  /** Says what is wrong, or nothing when it is done. */
  run(world: World, sent: unknown): string | undefined;
}

/** `act` may say what is wrong, too, when that depends on the world. */
function command<S extends z.ZodType>(
  shape: S,
  act: (world: World, wish: z.output<S>) => string | undefined | void,
): Command {
  return {
    run: (world, sent) => {
      const parsed = shape.safeParse(sent);
      return parsed.success ? (act(world, parsed.data) ?? undefined) : z.prettifyError(parsed.error);
    },
  };
}

/** A new world of a scenario, and time as it really is. */
function restart(world: World, scenario: ScenarioId): void {
  world.clock.jump(Date.now() - world.clock.now().getTime());
  const { asked } = world.state;
  world.state = { ...scenarios[scenario](world.clock.now()), ...(asked ? { asked } : {}) };
}
