import { randomUUID } from 'node:crypto';

/** Graph's envelope of an error; the ids are made up anew each time, as theirs are. */
export function graphError(code: string, message: string, at = new Date()) {
  const request = randomUUID();
  return {
    error: {
      code,
      message,
      innerError: {
        date: at.toISOString().slice(0, 19),
        'request-id': request,
        'client-request-id': request,
      },
    },
  };
}
