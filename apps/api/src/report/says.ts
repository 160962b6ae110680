import type { Text } from '@portico/plan/text';

/** What a report can print: a sentence of the catalogue, a name or address as it came, or a time (ISO 8601). */
export type Says = Text | string | { readonly at: string };

/** A label and what stands beside it. */
export interface Fact {
  readonly label: Text;
  readonly value: Says;
}
