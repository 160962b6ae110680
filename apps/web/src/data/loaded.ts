import type { ApiProblem } from './api-problem.ts';

/** Something read from the API, in each state that a screen must draw. `value` stays while it is read again. */
export type Loaded<T> =
  | { readonly status: 'loading'; readonly value?: T }
  | { readonly status: 'ready'; readonly value: T }
  | { readonly status: 'failed'; readonly value?: T; readonly problem: ApiProblem };
