import { z } from 'zod';
import { listOf } from '../../wire.ts';
import { count, digits, fields } from './fields.ts';

const text = z.string().nullish();
/** Words, not codes: EXPORTING, IMPORTING, ERROR and WARNING were seen, in no fixed letter case. */
const status = digits.nullish();

const rowError = fields({ recordId: text, sourceField: text, errorMessage: text });

const leg = fields({
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
export const initialSyncs = fields({
  projectName: text,
  projectExecutionResponses: listOf(
    fields({
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
        fields({ name: text, status, isRunning: z.boolean().nullish(), legs: listOf(leg).nullish() }),
      ).nullish(),
    }),
  ),
});
