import { isMap, isScalar, isSeq, parseDocument, type Scalar as Node } from 'yaml';
import type { Scalar } from '../record.ts';
import { FolderFault, type TableFacts } from './folder.ts';

/** A row as the folder has it: scalars of the right type, and lists by relationship. */
export interface FolderRow {
  readonly columns: Readonly<Record<string, Scalar>>;
  readonly lists: Readonly<Record<string, readonly string[]>>;
}

/** Whole numbers that are no choices (Dynamics 365 Customer Engagement reference). All else is text. */
const wholeNumber =
  /^adx_(?:displayorder|pagesize|lcid|systemlcid|website_language|votes|attachfilemaxsize)$/;

/** The rows of one file: one, or a list of them. */
export function readRows(path: string, text: string, facts: TableFacts): readonly FolderRow[] {
  const root = parsed(path, text);
  if (root === null) return [];
  const maps = isSeq(root) ? root.items : [root];
  return maps.map((map) => {
    if (!isMap(map)) throw new FolderFault('unreadable', { file: path });
    const columns: Record<string, Scalar> = {};
    const lists: Record<string, string[]> = {};
    for (const { key, value } of map.items) {
      const name = isScalar(key) ? String(key.value) : '';
      const unheardOf = () => new FolderFault('unreadable', { file: path });
      if (isSeq(value)) {
        lists[name] = value.items.map((item) => {
          if (!isScalar(item)) throw unheardOf();
          return sourceOf(item);
        });
      } else if (isScalar(value)) {
        const scalar = typed(name, value, facts);
        if (scalar !== undefined) columns[name] = scalar;
      } else if (value !== null) throw unheardOf();
    }
    return { columns, lists };
  });
}

function parsed(path: string, text: string) {
  try {
    const document = parseDocument(text.replace(/^\uFEFF/, ''), { prettyErrors: false });
    if (document.errors.length === 0) return document.contents;
  } catch {
    // Nested deeper than anybody's site.
  }
  throw new FolderFault('unreadable', { file: path });
}

/** What stands in the file: `true` is a text where the column is one, and so is `007`. */
const sourceOf = (node: Node): string => node.source ?? String(node.value);

function typed(column: string, node: Node, { flags, choices, lookups }: TableFacts): Scalar | undefined {
  if (node.value === null || node.value === '') return undefined;
  const source = sourceOf(node);
  if (lookups.has(column)) return source.toLowerCase();
  if (flags.has(column)) return source.toLowerCase() === 'true';
  if (choices.has(column) || wholeNumber.test(column)) return Number(source);
  // Dataverse gives times without a fraction.
  if (column.endsWith('date')) return source.replace(/(T\d\d:\d\d:\d\d)\.0+Z$/, '$1Z');
  if (column.startsWith('adx_')) return source;
  const { value } = node;
  return typeof value === 'number' || typeof value === 'boolean' ? value : source;
}
