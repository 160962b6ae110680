import type { Remedy } from '@portico/plan/finding';
import { type Text, text } from '@portico/plan/text';
import type { Entry, Found } from './entry.ts';
import { compileForm, plain, readForm } from './form.ts';
import { playbook } from './playbook.ts';

/** What a message means, with the names it gives. */
export interface Explained {
  /** The entry of the playbook. */
  readonly id: string;
  readonly cause: Text;
  readonly remedy: Remedy;
  /** What the message names: `field`, `value`, `table`, `solution`… */
  readonly found: Found;
  /** The Dataverse entity set of the map whose rows are referred to. */
  readonly needs?: string;
}

const compiled = playbook.map((entry) => ({ entry, forms: entry.forms.map(compileForm) }));

/** @returns what the message means first of all; undefined when nobody has written it down */
export const explain = (message: string): Explained | undefined => explainAll(message)[0];

/** @returns everything a message means, as one may hold several; particular entries silence the general ones */
export function explainAll(message: string): readonly Explained[] {
  const words = plain(message);
  const hits = compiled.flatMap(({ entry, forms }) => {
    const found = forms.map((form) => readForm(form, words)).find((each) => each !== undefined);
    return found ? [{ entry, found }] : [];
  });
  const particular = hits.filter(({ entry }) => !entry.general);
  return (particular.length > 0 ? particular : hits.slice(0, 1)).map(explained);
}

/** What is of one row stays out of the words, so that rows with one cause fall together. */
const ofOneRow = new Set(['value', 'record', 'column', 'literal', 'host']);

function explained({ entry, found }: { readonly entry: Entry; readonly found: Found }): Explained {
  const { id, cause, owner, steps } = entry;
  const values = Object.fromEntries(Object.entries(found).filter(([name]) => !ofOneRow.has(name)));
  const needs = entry.needs?.(found);
  return {
    id,
    cause: text(cause, values),
    remedy: { owner, steps: steps.map((step) => text(step)) },
    found,
    ...(needs ? { needs } : {}),
  };
}
