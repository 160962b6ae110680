/** The languages that the rehearsal's pages offer by name: LCID → name. A site may have more. */
export const languages: ReadonlyMap<number, string> = new Map([
  [1033, 'English'],
  [1031, 'German'],
  [1036, 'French'],
  [1030, 'Danish'],
  [1053, 'Swedish'],
  [1043, 'Dutch'],
  [3082, 'Spanish'],
]);
