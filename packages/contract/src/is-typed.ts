/** Whether somebody typed what they were asked for: in letters of any case, and with space around it. */
export const isTyped = (asked: string, typed: string | undefined): boolean =>
  typed?.trim().toLowerCase() === asked.toLowerCase();
