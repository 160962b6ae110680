import type { Row } from './targets.ts';

/** What an expanded navigation to many rows came as. */
export const isRows = (value: unknown): value is readonly Row[] =>
  Array.isArray(value) && value.every((row) => typeof row === 'object' && row !== null);
