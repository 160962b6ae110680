import { z } from 'zod';
import { anyCase, count, digits, listOf } from '../../wire.ts';

const text = z.string().nullish();
/** Words, not codes: EXPORTING, IMPORTING, ERROR and WARNING were seen, in no fixed letter case. */
const status = digits.nullish();

const rowError = anyCase({ recordId: text, sourceField: text, errorMessage: text });

const leg = anyCase({
  displayName: text,
  status,
  details: text,
  exportStatus: status,
  exportDetails: text,
  /** The name to look for in finance and operations, Data management, Job history. */
  exportJob: text,
  exportRecordCount: count,
  exportRecordErrorCount: count,
  exportErrors: listOf(rowError).nullish(),
  importStatus: status,
  importDetails: text,
  importJob: text,
  importRecordsInsertedCount: count,
  importRecordsUpdatedCount: count,
  importRecordsErrorCount: count,
  importErrors: listOf(rowError).nullish(),
});

/** What initial syncs of a map did, newest first; those of one run share `initialSyncRequestId`. */
export const initialSyncs = anyCase({
  projectName: text,
  projectExecutionResponses: listOf(
    anyCase({
      responseId: text,
      legalEntityName: text,
      legalEntityId: text,
      submittedOn: text,
      executionStatus: status,
      lastExecutionStatusChangeOn: text,
      initialSyncRequestId: text,
      upsertCount: count,
      errorCount: count,
      taskExecutionStatuses: listOf(
        anyCase({ name: text, status, isRunning: z.boolean().nullish(), legs: listOf(leg).nullish() }),
      ).nullish(),
    }),
  ),
});
export type InitialSync = z.output<typeof initialSyncs>['projectExecutionResponses'][number];
