import type { PublicConfig } from '@portico/contract/public-config';
import type { Evidence, Finding } from '@portico/plan/finding';
import type { RunState } from '@portico/plan/reduce';

/**
 * What somebody who helps needs to know of a run, as text: versions, ids, what was found and every call behind it.
 * No names of people, no answers of the person, nothing that opens a door.
 */
export function supportBundle(run: string, state: RunState, config: PublicConfig, now: Date): string {
  const checks = Object.entries(state.checks).flatMap(([check, { finding, at, evidence = [] }]) =>
    finding ? [{ check, at, ...foundIn(finding), calls: evidence.map(called) }] : [],
  );
  const operations = Object.values(state.operations).map(
    ({ id, action, driver, startedAt, wrote, waiting, finished }) => ({
      operation: id,
      action,
      driver,
      startedAt,
      wrote,
      ...(waiting ? { waitsFor: waiting.for, since: waiting.since, problem: waiting.problem } : {}),
      ...(finished ? { outcome: finished.outcome, endedAt: finished.at, problem: finished.problem } : {}),
    }),
  );
  const head = {
    portico: config.version,
    cloud: config.cloud.id,
    run,
    events: state.seq,
    at: now.toISOString(),
  };
  return JSON.stringify({ ...head, checks, operations }, null, 2);
}

const foundIn = (finding: Finding) => ({
  state: finding.state,
  says: finding.says.id,
  ...('because' in finding ? { because: finding.because } : {}),
  ...('problem' in finding ? { problem: finding.problem } : {}),
});

const called = ({ service, endpoint, method, url, status, at, took, correlation }: Evidence) => ({
  service,
  endpoint,
  method,
  url,
  status,
  at,
  took,
  ...(correlation ? { correlation } : {}),
});
