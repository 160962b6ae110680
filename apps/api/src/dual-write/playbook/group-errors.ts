import type { ErrorGroup, ErrorSample } from '@portico/contract/findings';
import { type Explained, explainAll } from './explain.ts';

/** As many as are shown; the service hands out no more of a company’s direction either. */
const mostSamples = 5;
const mostUnknown = 10;
const longestKept = 2000;

/**
 * Errors by what they mean and what they point to; those that nobody has written down by their text without what
 * varies. What stopped a company as a whole comes before what stopped single rows, known before unknown, many before
 * few. A message that means two things counts in both groups.
 */
export function groupErrors(errors: readonly ErrorSample[]): readonly ErrorGroup[] {
  const groups = new Map<string, { group: Named; all: ErrorSample[] }>();
  for (const error of errors) {
    const meanings = explainAll(error.message);
    const known = meanings.map((meaning) => ({
      key: keyOf(meaning),
      group: describe(meaning),
      sample: sampleOf(error, meaning),
    }));
    const masked = mask(error.message);
    const parts = known.length > 0 ? known : [{ key: `? ${masked}`, group: { id: masked }, sample: error }];
    for (const { key, group, sample } of parts) {
      const there = groups.get(key);
      if (there) there.all.push(sample);
      else groups.set(key, { group, all: [sample] });
    }
  }
  const all = [...groups.values()]
    .map(({ group, all: met }) => summed(group, met))
    .sort((a, b) => weight(b) - weight(a) || b.count - a.count);
  return [...all.filter(({ cause }) => cause), ...fewOf(all.filter(({ cause }) => !cause))];
}

type Named = Omit<ErrorGroup, 'count' | 'companies' | 'samples'>;

const summed = (group: Named, met: readonly ErrorSample[]): ErrorGroup => ({
  ...group,
  count: met.length,
  companies: [...new Set(met.flatMap(({ company }) => company ?? []))],
  samples: met.slice(0, mostSamples).map(shortened),
});

/** A stack trace is cut: a finding is kept for as long as its set-up. */
const shortened = (sample: ErrorSample): ErrorSample =>
  sample.message.length > longestKept
    ? { ...sample, message: `${sample.message.slice(0, longestKept)}…` }
    : sample;

/** Texts that all differ would fill a screen and a journal: beyond some they are one group. */
function fewOf(unknown: readonly ErrorGroup[]): readonly ErrorGroup[] {
  const rest = unknown.slice(mostUnknown - 1);
  if (rest.length < 2) return unknown;
  const others = {
    id: 'others',
    count: rest.reduce((sum, { count }) => sum + count, 0),
    companies: [...new Set(rest.flatMap(({ companies }) => companies))],
    samples: rest.flatMap(({ samples }) => samples.slice(0, 1)).slice(0, mostSamples),
  };
  return [...unknown.slice(0, mostUnknown - 1), others];
}

const weight = ({ cause, samples }: ErrorGroup): number =>
  (cause ? 2 : 0) + (samples.some(({ record }) => !record) ? 1 : 0);

/** One cause with other names in its words is another group: it needs another thing done. */
const keyOf = ({ id, cause, needs }: Explained): string =>
  JSON.stringify([id, needs, cause.values]).toLowerCase();

const describe = ({ id, cause, remedy, needs }: Explained) => ({
  id,
  cause,
  remedy,
  ...(needs ? { needs: { set: needs } } : {}),
});

/** What the message names, where the service says nothing of it beside the message. */
const sampleOf = (error: ErrorSample, { found: { field, value } }: Explained): ErrorSample => ({
  ...(field ? { field } : {}),
  ...(value ? { value } : {}),
  ...error,
});

/** What differs from one message of a kind to the next: ids, addresses, numbers, and what stands in quotes. */
export const mask = (message: string): string =>
  message
    .slice(0, 400)
    .replaceAll(/https?:\/\/[^\s"']+/gi, '…')
    .replaceAll(/[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}/gi, '…')
    .replaceAll(/(["'“‘])[^"'”’]{1,200}["'”’]/g, '…')
    .replaceAll(/\b[\w-]*\d[\w-]*\b/g, '…')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .toLowerCase();
