import { canonicalJson, parseJson } from '../canonical/canonical-json.ts';
import type { TableFacts } from '../pac/folder.ts';
import type { Scalar } from '../record.ts';
import { sets } from '../tables/enhanced.ts';

/** What a component's content says, in the columns of the standard model. */
export interface Said {
  /** Lookups as `_column_value`, as rows have them. */
  readonly columns: Readonly<Record<string, Scalar>>;
  /** Many-to-many, by the name of the relationship. */
  readonly lists: Readonly<Record<string, readonly string[]>>;
}

/** Of a table, as its virtual table describes it; without one a lookup is what names something of the site. */
export type Facts = Pick<TableFacts, 'lookups' | 'choices' | 'flags' | 'defaults'>;

interface Of {
  readonly table: string;
  readonly facts: Facts | undefined;
  /** Whether something of the site has this id. */
  readonly isOfSite: (id: string) => boolean;
}

/** Stand beside the content as well, or are nobody's intention. */
const beside =
  /^(?:websiteid|filecontent|statecode|statuscode|(?:created|modified)on|versionnumber|importsequencenumber|overriddencreatedon|portallanguageid|systemlanguage)$/;
const guid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/**
 * Reads a component's content: JSON whose keys are the columns of the standard model without their prefix. Undefined
 * where it is none. What isn't known is kept too, under a name that is made the same way: the studio has keys of its own.
 */
export function saidIn(content: unknown, { table, facts, isOfSite }: Of): Said | undefined {
  const text = typeof content === 'string' ? content.trim() : '';
  const parsed = parseJson(text === '' ? '{}' : text);
  if (!parsed || Array.isArray(parsed)) return undefined;
  const columns: Record<string, Scalar> = {};
  const lists: Record<string, readonly string[]> = {};
  for (const [key, value] of Object.entries(parsed) as [string, unknown][]) {
    // Programs have written keys in other letters, and with either prefix.
    const bare = key.toLowerCase().replace(/^(?:adx|mspp)_/, '');
    const column = `adx_${bare}`;
    // A redirect has a status code of its own.
    if (beside.test(bare) && !facts?.choices.has(column)) continue;
    const set = sets.find(({ name, holder }) => holder === table && name.toLowerCase() === column);
    if (set && Array.isArray(value)) {
      lists[set.name] = value.filter((id) => typeof id === 'string').map((id) => id.toLowerCase());
      continue;
    }
    const scalar = scalarOf(value);
    if (scalar === undefined) continue;
    const isLookup = facts ? facts.lookups.has(column) : isOfSite(String(scalar).toLowerCase());
    if (isLookup && guid.test(String(scalar))) columns[`_${column}_value`] = String(scalar).toLowerCase();
    else columns[column] = typed(scalar, column, facts);
  }
  return { columns, lists };
}

/** Objects and lists are texts in the standard model. */
function scalarOf(value: unknown): Scalar | undefined {
  if (value === null || value === undefined || value === '') return undefined;
  if (typeof value !== 'object') return value as Scalar;
  return Object.keys(value).length === 0 ? undefined : canonicalJson(value);
}

/** The studio writes some choices as texts, programs all kinds of things. */
function typed(value: Scalar, column: string, facts: Facts | undefined): Scalar {
  if (typeof value !== 'string') return value;
  if (facts?.choices.has(column) && /^-?\d+$/.test(value)) return Number(value);
  if (facts?.flags.has(column) && /^(?:true|false)$/i.test(value)) return value.toLowerCase() === 'true';
  return value;
}
