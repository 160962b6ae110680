/** What a text is written in; decides how it is merged and what it is checked for before it is applied. */
export type TextKind = 'liquid' | 'script' | 'style' | 'plain' | 'json' | 'languages';

/** A table of a site's configuration, as the merge has to know it. */
export interface Table {
  /** Columns that tell a record apart inside its site, lookups among them; also what makes a rename. */
  readonly key: readonly string[];
  /** A flag that one record of a site has, and then tells more than a name. */
  readonly singular?: readonly string[];
  /** Asked when the key is found twice. */
  readonly tieBreak?: readonly string[];
  /** What a person calls it by. */
  readonly title: string;
  /** Columns that hold more than a scalar. */
  readonly texts?: Readonly<Record<string, TextKind>>;
  /** Columns that the running site writes. */
  readonly runtime?: readonly string[];
  /** A list that people order: the column with the place, and the lookups whose records share a list, widest first. */
  readonly order?: { readonly column: string; readonly within: readonly string[] };
  /** It decides who may see or do what: nothing here is widened without somebody's tick. */
  readonly guarded?: true;
  /** Not of one site: read to know who is who, never written. */
  readonly global?: true;
}
