// `node tools/boundaries.ts`: checks every import of the repository against the table. Ends 0 or 1.
import * as table from './boundaries-table.ts';
import type { Reserved, Row } from './boundaries-table.ts';
import { circles, type Edge, type Graph, graphOf } from './import-graph.ts';
import { isTest } from './repository.ts';
import { layerOf, zoneOf } from './workspace.ts';

/** The rules; tests hand in their own. */
export type Rules = {
  packageRows: readonly Row[];
  layerRows: readonly Row[];
  leafLayers: readonly string[];
  layersOfStrangers: readonly string[];
  reserved: readonly Reserved[];
  registries: readonly string[];
};

/** The module of a target as an import names it: `packages/contract/src/text/en.ts` is `text/en`. */
const moduleOf = (file: string): string =>
  file.replace(/^(?:packages|apps)\/[^/]+\/src\//, '').replace(/\.\w+$/, '');
const below = (file: string): string => file.replace(/^(?:packages|apps)\/[^/]+\/src\//, '');

/** @returns whether a row allows this import between two files */
export function allows(row: Row, edge: Edge, file: string): boolean {
  const name = moduleOf(file);
  if (row.types && edge.kind !== 'type') return false;
  if (row.only && !row.only.includes(name)) return false;
  if (row.not?.includes(name)) return false;
  const exempt = row.tests === true && isTest(edge.from);
  return exempt || row.files === undefined || row.files.includes(below(edge.from));
}

const at = ({ from, line }: Edge): string => `${from}:${line}`;

/** Looks up an import in rows, notes which row was used, and says what is wrong when none allows it. */
function lookUp(
  rows: readonly Row[],
  used: Set<Row>,
  from: string,
  to: string,
  edge: Edge,
  file: string,
): string[] {
  const candidates = rows.filter((row) => row.from === from && row.to === to);
  const row = candidates.find((candidate) => allows(candidate, edge, file));
  if (row) {
    used.add(row);
    return [];
  }
  const allowed = candidates.map(table.limits).join('; or ');
  const hint = allowed === '' ? '' : ` (allowed: ${allowed})`;
  return [`${at(edge)} ${from} may not import ${to}: '${edge.specifier}'${hint}`];
}

function checkLayers(rules: Rules, used: Set<Row>, edge: Edge, file: string): string[] {
  const [from, to] = [layerOf(edge.from), layerOf(file)];
  if (from === undefined || to === undefined || zoneOf(edge.from) !== zoneOf(file)) return [];
  if (from === to) {
    const entry = (path: string): string => below(path).split('/')[1]?.replace(/\..*$/, '') ?? '';
    const strangers = rules.layersOfStrangers.includes(from) && edge.kind === 'value';
    const knows = entry(edge.from) === 'index' || entry(edge.from) === entry(file);
    return strangers && !knows
      ? [`${at(edge)} one of ${from} may not import another: '${edge.specifier}'`]
      : [];
  }
  const governed = new Set([...rules.leafLayers, ...rules.layerRows.map((row) => row.from)]);
  const wires = from.endsWith('/.') || isTest(edge.from);
  if (wires || (!governed.has(from) && !governed.has(to))) return [];
  return lookUp(rules.layerRows, used, from, to, edge, file);
}

function checkReserved(rules: Rules, edge: Edge): string[] {
  const places = [zoneOf(edge.from), layerOf(edge.from)];
  return rules.reserved
    .filter(({ module }) => edge.specifier === module || edge.specifier.startsWith(`${module}/`))
    .filter(({ zones, files }) => !files?.includes(edge.from) && !zones.some((zone) => places.includes(zone)))
    .filter(() => edge.kind === 'value' && !isTest(edge.from))
    .map(({ why }) => `${at(edge)} may not import '${edge.specifier}': ${why}`);
}

function checkEdge(rules: Rules, used: Set<Row>, edge: Edge): string[] {
  const { target, from } = edge;
  const faults = checkReserved(rules, edge);
  if ('outside' in target) return faults;
  if ('inside' in target) return [...faults, `${at(edge)} '${edge.specifier}': ${target.inside}`];
  const [own, other] = [zoneOf(from), zoneOf(target.file)];
  if (own === other || own === 'root') return [...faults, ...checkLayers(rules, used, edge, target.file)];
  const isMember = /^(packages|apps)\//.test(target.file);
  if (isMember && edge.specifier.startsWith('.')) {
    return [...faults, `${at(edge)} '${edge.specifier}' reaches into another package; import it by its name`];
  }
  return [...faults, ...lookUp(rules.packageRows, used, own, other, edge, target.file)];
}

function checkBarrels(rules: Rules, graph: Graph): string[] {
  const isIndex = /(?:^|\/)([^/]+)\/index\.(?:ts|tsx)$/;
  const indexes = graph.files.filter((file) => {
    const folder = isIndex.exec(file)?.[1];
    return folder !== undefined && !rules.registries.includes(folder);
  });
  return [...new Set([...indexes, ...graph.barrels])].map(
    (file) => `${file}:1 is a barrel; import what is meant from the file that has it`,
  );
}

/** @returns one line per fault, beginning with `file:line`; empty when all is well */
export function checkBoundaries(graph: Graph, rules: Rules = table): string[] {
  const used = new Set<Row>();
  const faults = graph.edges.flatMap((edge) => checkEdge(rules, used, edge));
  const rows = [...rules.packageRows, ...rules.layerRows];
  const name = ({ from, to }: Row): string => `tools/boundaries-table.ts: ${from} → ${to}`;
  return [
    ...faults,
    ...rows
      .filter((row) => !used.has(row) && !row.notYet)
      .map((row) => `${name(row)} is not used; remove the row`),
    ...rows
      .filter((row) => used.has(row) && row.notYet)
      .map((row) => `${name(row)} is used now; remove notYet`),
    ...circles(graph).map((files) => `${files[0]}:1 imports itself in a circle: ${files.join(' → ')}`),
    ...checkBarrels(rules, graph),
  ];
}

if (import.meta.main) {
  const faults = checkBoundaries(graphOf());
  for (const fault of faults) process.stdout.write(`${fault}\n`);
  if (faults.length > 0)
    process.stdout.write(`\n${faults.length} faults. The table: tools/boundaries-table.ts\n`);
  process.exitCode = faults.length === 0 ? 0 : 1;
}
