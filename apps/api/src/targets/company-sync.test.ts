import { initialSyncs } from '@portico/microsoft/services/dual-write/initial-sync';
import { describe, expect, test } from 'vitest';
import { companySync } from './company-sync.ts';

/** A run of one company as the service sends it. */
function syncOf(leg: object, run: object = {}) {
  const legs = [{ exportJob: 'DWM-1-out', importJob: 'DWM-1-in', ...leg }];
  const { projectExecutionResponses: runs } = initialSyncs.parse({
    projectExecutionResponses: [
      {
        legalEntityName: 'USMF',
        executionStatus: 'Warning',
        upsertCount: '310',
        ...run,
        taskExecutionStatuses: [{ name: 't', legs }],
      },
    ],
  });
  const [first] = runs;
  if (!first) throw new Error('A run was given.');
  return companySync(first);
}
const row = (id: string) => ({ recordId: id, sourceField: 'SITE', errorMessage: `No ${id}.` });

describe('a company’s sync', () => {
  test('gives the errors of both directions with record, field and job', () => {
    const { errors, company } = syncOf({
      exportErrors: [row('1')],
      exportRecordErrorCount: 1,
      importErrors: { value: [row('2')] },
      importRecordsErrorCount: '1',
    });
    const common = { company: 'USMF', field: 'SITE' };
    expect(errors).toEqual([
      { ...common, record: '1', message: 'No 1.', job: 'DWM-1-out' },
      { ...common, record: '2', message: 'No 2.', job: 'DWM-1-in' },
    ]);
    expect(company).toEqual({ company: 'USMF', state: 'Warning', rows: 310, errors: 2, job: 'DWM-1-out' });
  });

  test('says how many errors are counted and not handed out, and in which job they are', () => {
    const importErrors = ['1', '2', '3', '4', '5'].map(row);
    const { company } = syncOf({ importErrors, importRecordsErrorCount: 47 });
    expect(company).toMatchObject({ errors: 47, unseen: 42, job: 'DWM-1-in' });
    expect(syncOf({ importErrors }, { errorCount: 12 }).company).toMatchObject({ errors: 12, unseen: 7 });
  });

  test('that failed without any row gives what its half says of itself', () => {
    const { errors, company } = syncOf({
      exportStatus: 'ERROR',
      exportDetails: 'AX export encountered an error',
      importStatus: 'NotStarted',
      importDetails: 'waits',
    });
    expect(errors).toEqual([
      { message: 'AX export encountered an error', company: 'USMF', job: 'DWM-1-out' },
    ]);
    expect(company.unseen).toBeUndefined();
  });

  test.each([
    ['EXPORTING', 'NotStarted', 'DWM-1-out'],
    ['Completed', 'Importing', 'DWM-1-in'],
    ['Completed', 'Completed', 'DWM-1-out'],
  ])('whose halves are %s and %s is under way in %s', (exportStatus, importStatus, job) => {
    expect(syncOf({ exportStatus, importStatus }).company.job).toBe(job);
  });

  test.each([
    ['Completed', 'Completed', true],
    ['ERROR', 'warning', true],
    ['Completed', 'IMPORTING', false],
    ['NotStarted', 'NotStarted', false],
    ['Completed', 'a word that nobody knows', false],
  ])('whose halves are %s and %s has ended: %s', (exportStatus, importStatus, ended) => {
    const times = {
      submittedOn: '2026-11-24T08:00:00Z',
      lastExecutionStatusChangeOn: '2026-11-24T09:00:00Z',
    };
    const sync = syncOf({ exportStatus, importStatus }, times);
    expect(sync).toMatchObject({
      ended,
      submitted: times.submittedOn,
      changed: times.lastExecutionStatusChangeOn,
    });
  });

  test('without legs has its counts alone', () => {
    const { projectExecutionResponses: runs } = initialSyncs.parse({
      projectExecutionResponses: [{ legalEntityId: 'demf', errorCount: 3 }],
    });
    expect(runs.map(companySync)).toEqual([
      { company: { company: 'demf', state: '?', rows: 0, errors: 3, unseen: 3 }, errors: [], ended: false },
    ]);
  });
});
