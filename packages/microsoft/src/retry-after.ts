/**
 * How long an answer asks to wait, in milliseconds, or undefined when it doesn't say. Four spellings:
 * `retry-after-ms`, `x-ms-retry-after-ms`, and `retry-after` as seconds or as an HTTP date. A date is measured
 * by the answer's own `date`, since the two clocks may differ.
 */
export function retryAfterOf(header: (name: string) => string | undefined, now: Date): number | undefined {
  for (const name of ['retry-after-ms', 'x-ms-retry-after-ms']) {
    const milliseconds = number(header(name));
    if (milliseconds !== undefined) return milliseconds;
  }
  const spelled = header('retry-after');
  const seconds = number(spelled);
  if (seconds !== undefined) return Math.ceil(seconds * 1000);
  const until = Date.parse(spelled ?? '');
  if (Number.isNaN(until)) return undefined;
  const theirs = Date.parse(header('date') ?? '');
  return Math.max(0, until - (Number.isNaN(theirs) ? now.getTime() : theirs));
}

const number = (value: string | undefined): number | undefined =>
  value !== undefined && /^\s*\d+(\.\d+)?\s*$/.test(value) ? Number(value) : undefined;
