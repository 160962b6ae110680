import type { DualWriteMap, Execution, Link } from '../../world/dual-write.ts';
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
    submittedOn: execution.startsAt,
    // The words are those of the legs; which ones stand here nobody has published.
    executionStatus: running ? 'Executing' : progress.word,
    lastExecutionStatusChangeOn: running ? execution.startsAt : execution.endsAt,
    taskExecutionStatuses: [
      { name: map.name, status: progress.word, isRunning: running, legs: legs(map, execution, progress) },
    ],
    initialSyncRequestId: execution.request,
    id: execution.id,
    upsertCount: progress.imported,
    errorCount: progress.done ? execution.errors.length : 0,
  };
}

interface Progress {
  readonly word: string;
  readonly exported: number;
  readonly imported: number;
  readonly done: boolean;
}

/** How far the clock has brought it. */
export function progressOf(world: World, { startsAt, endsAt, rows, errors }: Execution): Progress {
  const [from, to] = [Date.parse(startsAt), Date.parse(endsAt)];
  const part = (world.clock.now().getTime() - from) / (to - from);
  if (part < 0) return { word: 'NotStarted', exported: 0, imported: 0, done: false };
  const all = rows + errors.length;
  if (part < exporting)
    return { word: 'Exporting', exported: Math.floor((all * part) / exporting), imported: 0, done: false };
  if (part < 1)
    return {
      word: 'Importing',
      exported: all,
      imported: Math.floor((rows * (part - exporting)) / (1 - exporting)),
      done: false,
    };
  const word = errors.length === 0 ? 'Completed' : rows === 0 ? 'Error' : 'Warning';
  return { word, exported: all, imported: rows, done: true };
}

function legs(map: DualWriteMap, execution: Execution, { word, exported, imported, done }: Progress) {
  const errors = done ? execution.errors : [];
  const started = word !== 'NotStarted';
  const toDataverse = {
    displayName: `${map.finance.displayName} - ${map.dataverse.name}`,
    status: word,
    details: null,
    exportStatus: word === 'Exporting' ? 'Exporting' : started ? 'Completed' : word,
    exportDetails: null,
    exportJob: `DWM-${map.pid}-${execution.company}-export`,
    exportRecordCount: exported,
    exportRecordErrorCount: 0,
    exportErrors: [],
    importStatus: word,
    importDetails: null,
    importJob: `DWM-${map.pid}-${execution.company}-import`,
    importRecordsInsertedCount: imported,
    importRecordsUpdatedCount: 0,
    importRecordsErrorCount: errors.length,
    // Only the first five are ever shown.
    importErrors: errors.slice(0, 5).map(({ record, field, message }) => ({
      recordId: record,
      sourceField: field,
      errorMessage: message,
    })),
  };
  if (map.direction === 'to-dataverse') return [toDataverse];
  const empty = { exportRecordCount: 0, importRecordsInsertedCount: 0, importRecordsErrorCount: 0 };
  const back = {
    ...toDataverse,
    ...empty,
    displayName: `${map.dataverse.name} - ${map.finance.displayName}`,
    status: done ? 'Completed' : word,
    importStatus: done ? 'Completed' : word,
    importErrors: [],
  };
  return [toDataverse, back];
}
