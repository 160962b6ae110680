import { expect, test } from 'vitest';
import { operationAnswer, outcomeOf } from './operation.ts';

test.each([
  [{ operationStatus: 'OperationComplete' }, { state: 'succeeded' }],
  [{ status: 'Succeeded' }, { state: 'succeeded' }],
  [{ Status: 'completed' }, { state: 'succeeded' }],
  [{ status: 'NotStarted' }, { state: 'running' }],
  [{ status: 'Marinating' }, { state: 'running', raw: 'Marinating' }],
  [{}, { state: 'running', raw: '' }],
  [undefined, { state: 'running' }],
  [
    { status: 'Canceled', statusMessage: 'by hand' },
    { state: 'failed', message: 'by hand' },
  ],
  [
    { operationStatus: 'OperationFailed', error: { code: 'A001', message: 'no' } },
    { state: 'failed', code: 'A001', message: 'no' },
  ],
  [
    { status: 'Failed', error: { errorName: null, errorCode: 12 } },
    { state: 'failed', code: '12' },
  ],
])('%j is read as %j', (body, expected) => {
  expect(outcomeOf(body && operationAnswer.parse(body))).toMatchObject(expected);
});
