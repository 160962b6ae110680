import { BadQuery, NotLearned } from '../../odata/refusals.ts';
import { Refused } from '../../serve.ts';

/** Dataverse's own shape; the message is for people, the code for programs. */
export const refusal = (status: number, code: string, message: string): Refused =>
  new Refused(status, { error: { code, message } }, { 'OData-Version': '4.0' });

export const noSuchRow = (logical: string, id: string): Refused =>
  refusal(404, '0x80040217', `Entity '${logical}' With Id = ${id} Does Not Exist`);

export const noSuchSet = (set: string): Refused =>
  refusal(404, '0x80060888', `Resource not found for the segment '${set}'.`);

export const noSuchColumn = (column: string, logical: string): Refused =>
  refusal(
    400,
    '0x80060888',
    `Could not find a property named '${column}' on type 'Microsoft.Dynamics.CRM.${logical}'.`,
  );

/** Runs what reads a query, and says in Dataverse's words what is wrong with it. */
export function refusing<Answer>(read: () => Answer): Answer {
  try {
    return read();
  } catch (error) {
    if (error instanceof BadQuery) throw refusal(400, '0x80060888', error.message);
    if (error instanceof NotLearned) throw refusal(501, '0x80060888', error.message);
    throw error;
  }
}
