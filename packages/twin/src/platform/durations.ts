export const minutes = 60_000;
export const hours = 60 * minutes;
export const days = 24 * hours;

/** When something ends that never does. */
export const never = '9999-12-31T00:00:00.000Z';

export const later = (from: Date, milliseconds: number): string =>
  new Date(from.getTime() + milliseconds).toISOString();
