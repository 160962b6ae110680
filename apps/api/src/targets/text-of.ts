/** A column's text; a column that isn't one reads as nothing. */
export const textOf = (value: unknown, otherwise = ''): string =>
  typeof value === 'string' ? value : otherwise;
