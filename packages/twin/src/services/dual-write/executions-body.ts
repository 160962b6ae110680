import { withPort } from '../../addresses.ts';
import type { DualWriteMap, Execution, Leg, Link } from '../../world/dual-write.ts';
import type { World } from '../../world.ts';

/** Both legs take turns: a fifth of the time goes by until the rows are exported. */
const exporting = 0.2;

/** What initial syncs of a map have done so far, newest first, one response for each company. */
export function executionsBody(world: World, link: Link, map: DualWriteMap) {
  const mine = link.executions.filter(({ pid }) => pid === map.pid);
  return {
    projectName: `DWM-${map.pid}`,
    projectExecutionResponses: mine.toReversed().map((execution) => response(world, link, map, execution)),
  };
}

function response(world: World, link: Link, map: DualWriteMap, execution: Execution) {
  const progress = progressOf(world, execution);
  const company = link.companies.find(({ id }) => id === execution.company);
  const running = progress.word === 'Exporting' || progress.word === 'Importing';
  return {
    responseId: execution.id,
    displayName: map.name,
    projectName: `DWM-${map.pid}`,
    legalEntityName: company?.name ?? execution.company,
    legalEntityId: execution.company,
    schedule: null,
    submittedOn: submittedOn(world, link, execution),
    // The words are those of the legs; which ones stand here nobody has published.
    executionStatus: running ? 'Executing' : progress.word,
    lastExecutionStatusChangeOn:
      running || progress.word === 'NotStarted' ? execution.startsAt : execution.endsAt,
    taskExecutionStatuses: [
      {
        name: map.name,
        status: progress.word,
        isRunning: running,
        legs: execution.legs.map((leg) => legBody(world, map, execution, leg, progress)),
      },
    ],
    initialSyncRequestId: execution.request,
    id: execution.id,
    upsertCount: progress.imported,
    errorCount: progress.failed,
  };
}

function submittedOn({ state }: World, { executions }: Link, { request, pid, startsAt }: Execution): string {
  if (state.switches.companiesSubmitted === 'in-turn') return startsAt;
  return executions.find((each) => each.request === request && each.pid === pid)?.startsAt ?? startsAt;
}

interface Progress {
  readonly word: string;
  /** Which part of the rows has been exported, and imported. */
  readonly parts: readonly [exported: number, imported: number];
  readonly exported: number;
  readonly imported: number;
  /** Known only when it has ended. */
  readonly failed: number;
}

const sum = (legs: readonly Leg[], of: (leg: Leg) => number): number =>
  legs.reduce((all, leg) => all + of(leg), 0);

/** How far the clock has brought it. */
export function progressOf(world: World, { startsAt, endsAt, legs }: Execution): Progress {
  const [from, to] = [Date.parse(startsAt), Date.parse(endsAt)];
  const part = (world.clock.now().getTime() - from) / (to - from);
  const written = sum(legs, ({ inserted, updated }) => inserted + updated);
  const far = (word: string, exported: number, imported: number): Progress => ({
    word,
    parts: [exported, imported],
    exported: sum(legs, (leg) => Math.floor(leg.exported * exported)),
    imported: sum(legs, ({ inserted, updated }) => Math.floor((inserted + updated) * imported)),
    failed: imported < 1 ? 0 : sum(legs, ({ failed }) => failed),
  });
  if (part < 0) return far('NotStarted', 0, 0);
  if (part < exporting) return far('Exporting', part / exporting, 0);
  if (part < 1) return far('Importing', 1, (part - exporting) / (1 - exporting));
  const { failed } = far('', 1, 1);
  return far(failed === 0 ? 'Completed' : written === 0 ? 'Error' : 'Warning', 1, 1);
}

function legBody(
  world: World,
  map: DualWriteMap,
  { company }: Execution,
  leg: Leg,
  { word, parts }: Progress,
) {
  const [exported, imported] = parts;
  const done = imported === 1;
  const errors = (done ? leg.errors : []).map(({ record, field, message }) => ({
    recordId: record,
    sourceField: field,
    errorMessage: withPort(world, message),
  }));
  const ended = leg.failed === 0 ? 'Completed' : leg.stopped !== undefined ? 'Error' : 'Warning';
  const status = done ? ended : word;
  const names = [map.finance.displayName, map.dataverse.name];
  const way = leg.to === 'dataverse' ? names : names.toReversed();
  const stopped = done && leg.stopped !== undefined;
  return {
    displayName: way.join(' - '),
    status,
    details: null,
    exportStatus: stopped ? 'Error' : word === 'Exporting' || exported === 0 ? word : 'Completed',
    exportDetails: null,
    exportJob: `DWM-${map.pid}-${company}-export`,
    exportRecordCount: Math.floor(leg.exported * exported),
    exportRecordErrorCount: stopped ? leg.failed : 0,
    exportErrors: stopped ? errors : [],
    importStatus: status,
    importDetails: null,
    importJob: `DWM-${map.pid}-${company}-import`,
    importRecordsInsertedCount: Math.floor(leg.inserted * imported),
    importRecordsUpdatedCount: Math.floor(leg.updated * imported),
    importRecordsErrorCount: done && !stopped ? leg.failed : 0,
    // Only the first five are ever shown.
    importErrors: stopped ? [] : errors,
  };
}
