/**
 * How long an answer asks to wait, in milliseconds, or undefined when it doesn't say, or says nothing of use. Four spellings:
 * `retry-after-ms`, `x-ms-retry-after-ms`, and `retry-after` as seconds or as an HTTP date. A date is measured
 * by the answer's own `date`, since the two clocks may differ.
 */
export function retryAfterOf(header: (name: string) => string | undefined, now: Date): number | undefined {
  const spelled = header('retry-after');
  const found = [
    number(header('retry-after-ms')),
    number(header('x-ms-retry-after-ms')),
    number(spelled, 1000),
    untilDate(spelled, header('date'), now),
  ].find((milliseconds) => milliseconds !== undefined);
  // Zero is no advice: whoever gets it backs off as if there were none.
  return found && found > 0 ? Math.ceil(found) : undefined;
}

function untilDate(date: string | undefined, theirs: string | undefined, now: Date): number | undefined {
  // Only as HTTP writes it: Date.parse reads a date into almost anything.
  const until = /^[A-Za-z]+, /.test(date ?? '') ? Date.parse(date ?? '') : Number.NaN;
  if (Number.isNaN(until)) return undefined;
  const clock = Date.parse(theirs ?? '');
  return until - (Number.isNaN(clock) ? now.getTime() : clock);
}

const number = (value: string | undefined, unit = 1): number | undefined =>
  value !== undefined && /^\s*\d+(\.\d+)?\s*$/.test(value) ? Number(value) * unit : undefined;
