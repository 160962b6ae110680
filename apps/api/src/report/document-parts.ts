import type {
  Content,
  ContentCanvas,
  CustomTableLayout,
  StyleDictionary,
  TableCell,
} from 'pdfmake/interfaces.js';
import type { CheckedRow } from './checked-steps.ts';

/** Greys only: the report must read the same on a black and white printer. */
const ink = '#1a1a1a';
const soft = '#595959';
const line = '#c8c8c8';

export const styles: StyleDictionary = {
  kicker: { fontSize: 9, color: soft, characterSpacing: 0.4 },
  title: { fontSize: 23, bold: true, color: ink, lineHeight: 1.1 },
  lead: { fontSize: 11.5, lineHeight: 1.35 },
  section: { fontSize: 14, bold: true, margin: [0, 24, 0, 4] },
  step: { fontSize: 10.5, bold: true, margin: [0, 10, 0, 3] },
  head: { fontSize: 8, bold: true, color: soft },
  soft: { fontSize: 8.5, color: soft },
  small: { fontSize: 7.5, color: soft, lineHeight: 1.15 },
};

export const defaultStyle = { font: 'Roboto', fontSize: 9.5, lineHeight: 1.25, color: ink };

/** Points: the margins of a page at its sides, and what is left between them on A4. */
export const side = 56;
export const width = 595.28 - 2 * side;

export const rule = (): ContentCanvas => ({
  canvas: [{ type: 'line', x1: 0, y1: 0, x2: width, y2: 0, lineWidth: 0.5, lineColor: line }],
});

/** A heading that is in the reader's outline too, never left alone at the foot of a page. */
export const section = (heading: string, intro?: string): Content => ({
  stack: [
    { text: heading, style: 'section', outline: true, headlineLevel: 1 },
    ...(intro
      ? [{ text: intro, style: 'soft', margin: [0, 0, 0, 6] as [number, number, number, number] }]
      : []),
  ],
});

const lines: CustomTableLayout = {
  hLineWidth: (row, { table }) => (row === 0 ? 0 : row === table.headerRows ? 0.8 : 0.4),
  vLineWidth: () => 0,
  hLineColor: (row, { table }) => (row === table.headerRows ? soft : line),
  paddingLeft: (column) => (column === 0 ? 0 : 6),
  paddingRight: () => 6,
  paddingTop: () => 4,
  paddingBottom: () => 4,
};

/** Rows under a head that comes again on each page; a row is never torn apart. */
export const table = (
  widths: readonly (number | '*' | 'auto')[],
  head: readonly string[],
  body: readonly (readonly TableCell[])[],
): Content => ({
  table: {
    widths: [...widths],
    headerRows: head.length > 0 ? 1 : 0,
    keepWithHeaderRows: head.length > 0 ? 1 : 0,
    dontBreakRows: true,
    body: [
      ...(head.length > 0 ? [head.map((text) => ({ text, style: 'head' }))] : []),
      ...body.map((cells) => [...cells]),
    ],
  },
  layout: lines,
});

/** Labels left, values right; a label without a value is left out. */
export function factList(pairs: readonly (readonly [label: string, value: Content | undefined])[]): Content {
  const facts = pairs.flatMap(([label, value]) => (value === undefined ? [] : [{ label, value }]));
  return {
    table: {
      widths: [130, '*'],
      body: facts.map(({ label, value }) => [{ text: label, color: soft }, value]),
    },
    layout: {
      ...lines,
      hLineWidth: (row) => (row === 0 || row === facts.length ? 0.8 : 0.4),
      hLineColor: () => line,
    },
  };
}

/** Drawn, because the font has no such signs; the word always stands beside it. */
export function mark(state: CheckedRow['state']): ContentCanvas {
  // Lines, not polylines: pdfmake 0.3 forgets to move a polyline back when it lays a document out once more.
  const stroke = (...points: readonly (readonly [number, number])[]) =>
    points.slice(1).map(([x2, y2], index) => {
      const [x1, y1] = points[index] ?? [0, 0];
      return {
        type: 'line' as const,
        x1,
        y1,
        x2,
        y2,
        lineWidth: 1.1,
        lineColor: ink,
        lineCap: 'round' as const,
      };
    });
  const ring = { type: 'ellipse' as const, x: 4, y: 5, r1: 3.5, r2: 3.5, lineWidth: 0.9, lineColor: ink };
  const dash = stroke([1, 5], [7.5, 5]);
  const shapes = {
    ok: stroke([0.5, 5.5], [3, 8], [8, 2]),
    warn: stroke([0.5, 8.5], [4.25, 1.5], [8, 8.5], [0.5, 8.5]),
    blocked: [...stroke([1, 2], [7.5, 8.5]), ...stroke([7.5, 2], [1, 8.5])],
    todo: [ring],
    unknown: [ring],
    skipped: dash,
    'not-looked': dash,
  } satisfies Record<CheckedRow['state'], ContentCanvas['canvas']>;
  return { canvas: shapes[state] };
}

/** A link only where it leads to an ordinary page; anything else is printed as it is. */
export const linked = (address: string, shown = address): Content =>
  /^https?:\/\/[\w.-]+/.test(address)
    ? { text: shown, link: address, decoration: 'underline' }
    : { text: shown };
