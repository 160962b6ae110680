import type { ErrorSample } from '@portico/contract/findings';
import type { InitialSync } from '@portico/microsoft/services/dual-write/initial-sync';
import type { CompanySync } from './gateway.ts';

type Leg = NonNullable<NonNullable<InitialSync['taskExecutionStatuses']>[number]['legs']>[number];

/** One half of a leg: the export out of one side, or the import into the other. */
interface Half {
  readonly rows: NonNullable<Leg['importErrors']>;
  readonly status: string;
  readonly details: string | null | undefined;
  readonly job: string | null | undefined;
}

const halvesOf = (leg: Leg): readonly Half[] => [
  {
    rows: leg.exportErrors ?? [],
    status: leg.exportStatus ?? '',
    details: leg.exportDetails,
    job: leg.exportJob,
  },
  {
    rows: leg.importErrors ?? [],
    status: leg.importStatus ?? '',
    details: leg.importDetails,
    job: leg.importJob,
  },
];

/** One company's run in our words: counts, its job, and the errors that were handed out, of either direction. */
export function companySync(run: InitialSync): CompanySync {
  const company = run.legalEntityName ?? run.legalEntityId ?? '?';
  const legs = (run.taskExecutionStatuses ?? []).flatMap((task) => task.legs ?? []);
  const halves = legs.flatMap(halvesOf);
  const errors = halves.flatMap((half) => errorsOf(half, company));
  // Counted for the company and for each leg; the two need not agree.
  const counted = legs.reduce(
    (sum, leg) => sum + leg.exportRecordErrorCount + leg.importRecordsErrorCount,
    0,
  );
  const total = Math.max(run.errorCount, counted);
  const unseen = total - halves.reduce((sum, { rows }) => sum + rows.length, 0);
  const under = halves.find(({ status }) => /porting/i.test(status)) ?? halves[0];
  const job = errors.find((error) => error.job)?.job ?? under?.job;
  return {
    company: {
      company,
      state: run.executionStatus ?? '?',
      rows: run.upsertCount,
      errors: total,
      ...(unseen > 0 ? { unseen } : {}),
      ...(job ? { job } : {}),
    },
    errors,
    ended: legs.length > 0 && halves.every(({ status }) => /^(completed|warning|error)$/i.test(status)),
    ...(run.submittedOn ? { submitted: run.submittedOn } : {}),
    ...(run.lastExecutionStatusChangeOn ? { changed: run.lastExecutionStatusChangeOn } : {}),
  };
}

/** Row errors; of a half that failed without any, what it says of itself. */
function errorsOf({ rows, status, details, job }: Half, company: string): readonly ErrorSample[] {
  const where = { company, ...(job ? { job } : {}) };
  if (rows.length === 0) return /error|fail/i.test(status) && details ? [{ message: details, ...where }] : [];
  return rows.map(({ recordId, sourceField, errorMessage }) => ({
    message: errorMessage ?? '',
    ...where,
    ...(recordId ? { record: recordId } : {}),
    ...(sourceField ? { field: sourceField } : {}),
  }));
}
