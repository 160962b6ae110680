import type { Person } from '@portico/plan/event';
import type { Request, Response } from 'express';
import { Problem } from '@portico/contract/problems';

/** What every handler knows of a call. `person` is missing on the two routes that are open to all. */
export interface Call {
  readonly person: Person | undefined;
  readonly request: Request;
  readonly response: Response;
}

export function personOf({ person }: Call): Person {
  if (!person) throw new Problem('needs-sign-in');
  return person;
}
