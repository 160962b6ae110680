import type { ScenarioId } from '@portico/twin/scenarios/index';
import { environments } from '@portico/twin/scenarios/contoso/ids';
import { expect, test } from 'vitest';
import { newRun, rehearse } from '../test-support/rehearse.ts';

/** What each world has to say at a pre-flight: every check that isn't ok, and nothing else. */
const expected: Readonly<Record<ScenarioId, Readonly<Record<string, string>>>> = {
  'contoso-fresh': {},
  'half-done': {},
  'no-dual-write': {
    'dual-write-solutions': 'blocked',
    'dual-write-versions': 'skipped',
    'plugins-enabled': 'skipped',
    'application-users': 'skipped',
    'dual-write-linked': 'skipped',
    companies: 'skipped',
    'company-teams': 'skipped',
    'runtime-configuration': 'skipped',
  },
  'site-exists': { 'site-absent': 'blocked' },
  'wrong-roles': { 'system-administrator': 'blocked' },
};

test.each(Object.entries(expected))(
  '%s: exactly the expected checks object, and nothing is written',
  async (scenario, wanted) => {
    // The keys of the table are the scenarios' own.
    await using stage = await rehearse({ scenario: scenario as ScenarioId });
    const api = await stage.as();
    const run = await newRun(api, environments.production);
    await api.runChecks({ run, body: {} });
    const { events } = await api.getRun({ run });
    const found = events.flatMap(({ event }) => (event.type === 'check-finished' ? [event] : []));
    expect(found.length).toBeGreaterThan(8);
    const objections = found.filter(({ finding }) => finding.state !== 'ok');
    expect(Object.fromEntries(objections.map(({ check, finding }) => [check, finding.state]))).toEqual(
      wanted,
    );
    for (const { finding } of objections)
      if (finding.state === 'blocked' || finding.state === 'warn') {
        expect(finding.remedy.steps.length).toBeGreaterThan(0);
        expect(finding.remedy.owner).not.toBe('');
      }
    expect(stage.twin.world.state.writes).toEqual([]);
  },
);
