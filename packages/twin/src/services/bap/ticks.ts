/** A moment as BAP writes it: seven fractional digits. */
export const ticks = (moment: string | number): string =>
  new Date(moment).toISOString().replace('Z', '0000Z');

/** And as Dataverse and the rest write it: to the second. */
export const seconds = (moment: string | number): string =>
  new Date(moment).toISOString().replace(/\.\d+Z$/, 'Z');
