// Who may import whom. Read it as a table; `tools/boundaries.ts` checks it against the code, both ways:
// an import without a row fails, and so does a row without an import.

/**
 * One permission. Zones are `plan`, `web`, `tools`… and, inside the apps, layers such as `api/checks`;
 * `api/.` and `web/.` are the files that lie directly in `src` and wire everything together.
 */
export type Row = {
  from: string;
  to: string;
  /** Only `import type`. */
  types?: true;
  /** Only these modules of the target, named as in the import (`@portico/contract/problems` is `problems`). */
  only?: readonly string[];
  /** All modules of the target but these. */
  not?: readonly string[];
  /** Only these files of `from`, relative to its `src`. */
  files?: readonly string[];
  /** Test files may too, whatever `files` says. */
  tests?: true;
  /** The code for this row is not written yet. Remove the mark with the first import: a used row may not have it. */
  notYet?: true;
};

/** @returns what limits a row, in words; empty when nothing does */
export function limits({ types, only, not, files, tests }: Row): string {
  const words = [
    types && 'types only',
    only && `only ${only.join(', ')}`,
    not && `not ${not.join(', ')}`,
    files && `only from ${files.join(', ')}`,
    tests && 'tests',
  ];
  return words.filter(Boolean).join('; ');
}

/** Between packages, apps and the rest of the repository. */
export const packageRows: readonly Row[] = [
  { from: 'contract', to: 'plan', notYet: true },
  { from: 'contract', to: 'http', notYet: true },
  { from: 'contract', to: 'merge', types: true, notYet: true },
  { from: 'microsoft', to: 'http', notYet: true },
  { from: 'microsoft', to: 'contract', only: ['problems'], notYet: true },
  { from: 'twin', to: 'http', notYet: true },
  { from: 'twin', to: 'microsoft', notYet: true },
  { from: 'web', to: 'plan' },
  { from: 'web', to: 'http', not: ['mount'] },
  { from: 'web', to: 'contract' },
  { from: 'web', to: 'merge', notYet: true },
  { from: 'api', to: 'plan', notYet: true },
  { from: 'api', to: 'http', notYet: true },
  { from: 'api', to: 'contract', notYet: true },
  { from: 'api', to: 'merge', notYet: true },
  { from: 'api', to: 'microsoft', notYet: true },
  { from: 'api', to: 'twin', files: ['start.ts'], tests: true, notYet: true },
  // The sign-in is proven in a real browser, and that is found in one place.
  { from: 'api', to: 'tools', files: [], tests: true },
  { from: 'e2e', to: 'contract', notYet: true },
  { from: 'e2e', to: 'twin', notYet: true },
  { from: 'e2e', to: 'tools', notYet: true },
  { from: 'test', to: 'tools' },
  // The generated pages are read from the code they describe.
  { from: 'tools', to: 'contract', notYet: true },
  { from: 'tools', to: 'microsoft', notYet: true },
  { from: 'tools', to: 'twin', notYet: true },
  { from: 'tools', to: 'api', notYet: true },
];

/**
 * Inside the apps. A layer named here is governed: every import from or to it needs a row. The wiring (`api/.`,
 * `web/.`) may import every layer. Other folders of the apps are free among themselves.
 */
export const layerRows: readonly Row[] = [
  { from: 'api/routes', to: 'api/plan', notYet: true },
  { from: 'api/routes', to: 'api/auth', notYet: true },
  { from: 'api/routes', to: 'api/http', notYet: true },
  { from: 'api/routes', to: 'api/journal', notYet: true },
  { from: 'api/routes', to: 'api/.', types: true, notYet: true },
  { from: 'api/plan', to: 'api/checks', notYet: true },
  { from: 'api/plan', to: 'api/actions', notYet: true },
  { from: 'api/plan', to: 'api/operations', notYet: true },
  { from: 'api/plan', to: 'api/journal', notYet: true },
  { from: 'api/plan', to: 'api/store', notYet: true },
  { from: 'api/plan', to: 'api/.', types: true, notYet: true },
  { from: 'api/operations', to: 'api/actions', notYet: true },
  { from: 'api/operations', to: 'api/journal', notYet: true },
  { from: 'api/operations', to: 'api/store', notYet: true },
  { from: 'api/operations', to: 'api/.', types: true, notYet: true },
  { from: 'web/steps', to: 'web/parts' },
  { from: 'web/steps', to: 'web/ui' },
  { from: 'web/steps', to: 'web/data', notYet: true },
  { from: 'web/steps', to: 'web/text', notYet: true },
  { from: 'web/steps', to: 'web/.', only: ['paths'], notYet: true },
  { from: 'web/parts', to: 'web/ui' },
  { from: 'web/parts', to: 'web/data' },
  { from: 'web/parts', to: 'web/text' },
  { from: 'web/ui', to: 'web/text', notYet: true },
  { from: 'web/shell', to: 'web/steps' },
  { from: 'web/shell', to: 'web/parts' },
  { from: 'web/shell', to: 'web/ui' },
  { from: 'web/shell', to: 'web/data' },
  { from: 'web/shell', to: 'web/text' },
  { from: 'web/shell', to: 'web/.', only: ['paths'] },
];

/** Layers whose imports are governed although no row begins with them: they may import no other layer. */
export const leafLayers: readonly string[] = ['api/checks', 'api/actions'];

/** In these layers each entry stands alone: only the registry (`index.ts`) knows more than one. Types are free. */
export const layersOfStrangers: readonly string[] = ['web/steps'];

/** A module from outside that only some places may import. */
export type Reserved = { module: string; zones: readonly string[]; files?: readonly string[]; why: string };

/** A module matches by its whole name or as a folder (`express` is also `express/lib`). */
export const reserved: readonly Reserved[] = [
  {
    module: 'express',
    zones: ['http', 'twin', 'api/.', 'api/routes', 'api/http', 'api/auth'],
    why: 'Express ends at the routes; plan, checks and actions know nothing of HTTP',
  },
  {
    module: '@tanstack/react-router',
    zones: ['web/shell'],
    files: ['apps/web/src/main.tsx', 'apps/web/src/app.tsx'],
    why: 'only the shell knows the router',
  },
  {
    module: '@portico/http/client',
    zones: ['web/data', 'microsoft', 'twin'],
    why: 'in the browser only data/ talks',
  },
  {
    module: '@azure/msal-browser',
    zones: ['web/data'],
    why: 'in the browser only data/ talks to the network',
  },
  {
    module: '@portico/microsoft',
    zones: ['twin', 'tools', 'api/.', 'api/auth', 'api/checks', 'api/actions', 'api/operations'],
    why: 'routes and plan reach Microsoft only through checks, actions and operations',
  },
];

/** Folders whose `index.ts` is a registry; everywhere else an `index.ts` is a barrel. */
export const registries: readonly string[] = ['checks', 'actions', 'steps', 'scenarios', 'services'];
