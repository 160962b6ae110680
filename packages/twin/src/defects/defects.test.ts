import { expect, test } from 'vitest';
import { type ScenarioId, scenarios } from '../scenarios/index.ts';
import type { State } from '../world.ts';
import { aboutSites, type DefectId, defects, isDefect, setDefect } from './index.ts';

const now = new Date('2026-11-23T12:00:00.000Z');
const names = Object.keys(defects).filter(isDefect);

/** Without the list of what is laid: that one changes in any case. */
const inner = ({ defects: _, ...rest }: State): unknown => rest;

function set(state: State, ids: readonly DefectId[], broken: boolean): State {
  for (const id of ids) setDefect(state, id, broken);
  return state;
}

test.each(names)('%s changes what it is about, twice as much as once, and can be taken away again', (id) => {
  const make = () => scenarios[aboutSites(id) ? 'site-exists' : 'contoso-fresh'](now);
  const state = set(make(), [id], true);
  expect(inner(state)).not.toEqual(inner(make()));
  expect(state.defects).toEqual([id]);
  expect(JSON.parse(JSON.stringify(state))).toEqual(state);
  expect(set(structuredClone(state), [id], true)).toEqual(state);
  expect(set(state, [id], false)).toEqual(make());
});

test.each(Object.entries(scenarios) as [ScenarioId, (now: Date) => State][])(
  'all of them fit over %s, and can be taken away in any order',
  (_, make) => {
    for (const order of [names, names.toReversed()]) {
      const state = set(make(now), names, true);
      expect(state.defects).toEqual(names);
      expect(set(state, order, false)).toEqual(make(now));
    }
  },
);
