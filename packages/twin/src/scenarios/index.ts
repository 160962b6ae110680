import type { State } from '../world.ts';
import { contosoFresh } from './contoso-fresh.ts';

export type ScenarioId = 'contoso-fresh';

/** Each answers a world of its own, made anew. */
export const scenarios = { 'contoso-fresh': contosoFresh } satisfies Record<ScenarioId, () => State>;
