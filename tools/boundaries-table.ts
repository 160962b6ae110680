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
  { from: 'contract', to: 'plan' },
  { from: 'contract', to: 'http' },
  { from: 'contract', to: 'merge', types: true },
  { from: 'microsoft', to: 'http' },
  // Evidence is made in the pipeline, and its shape is the kernel's.
  { from: 'microsoft', to: 'plan', types: true },
  { from: 'microsoft', to: 'contract', only: ['problems'] },
  { from: 'twin', to: 'http' },
  { from: 'twin', to: 'microsoft' },
  // A site's pages are drawn from its rows by the one renderer.
  {
    from: 'twin',
    to: 'merge',
    only: ['draw/draw-page', 'draw/site-view', 'read-row'],
    files: ['services/portal/drawn-page.ts'],
  },
  { from: 'web', to: 'plan' },
  { from: 'web', to: 'http', not: ['mount'] },
  { from: 'web', to: 'contract' },
  { from: 'web', to: 'merge' },
  { from: 'api', to: 'plan' },
  { from: 'api', to: 'http' },
  { from: 'api', to: 'contract' },
  { from: 'api', to: 'merge' },
  { from: 'api', to: 'microsoft' },
  { from: 'api', to: 'twin', files: ['start-rehearsal.ts'], tests: true },
  // The sign-in is proven in a real browser, and that is found in one place.
  { from: 'api', to: 'tools', files: [], tests: true },
  { from: 'e2e', to: 'contract' },
  { from: 'e2e', to: 'twin' },
  { from: 'e2e', to: 'tools' },
  { from: 'test', to: 'tools' },
  // The generated pages are read from the code they describe.
  { from: 'tools', to: 'plan' },
  { from: 'tools', to: 'http' },
  { from: 'tools', to: 'contract' },
  { from: 'tools', to: 'microsoft' },
  { from: 'tools', to: 'twin' },
  { from: 'tools', to: 'api', only: ['checks/index', 'config', 'dual-write/playbook/playbook'] },
];

/**
 * Inside the apps. A layer named here is governed: every import from or to it needs a row. The wiring (`api/.`,
 * `web/.`) may import every layer. Other folders of the apps are free among themselves.
 */
export const layerRows: readonly Row[] = [
  { from: 'api/routes', to: 'api/plan' },
  { from: 'api/routes', to: 'api/journal' },
  { from: 'api/routes', to: 'api/report' },
  { from: 'api/routes', to: 'api/choices' },
  { from: 'api/routes', to: 'api/.', types: true },
  { from: 'api/plan', to: 'api/checks' },
  { from: 'api/plan', to: 'api/actions' },
  { from: 'api/plan', to: 'api/operations' },
  { from: 'api/plan', to: 'api/journal' },
  { from: 'api/plan', to: 'api/store' },
  { from: 'api/plan', to: 'api/targets', types: true },
  // What a check or an action reaches, bound to a person and a run, is made in one place.
  { from: 'api/checks', to: 'api/targets' },
  { from: 'api/actions', to: 'api/targets' },
  // Pick lists are read as checks are, and judged by nobody.
  { from: 'api/choices', to: 'api/targets' },
  // A site's configuration: read, kept, merged and written, through targets.
  { from: 'api/site-config', to: 'api/targets' },
  { from: 'api/site-config', to: 'api/merge' },
  { from: 'api/checks', to: 'api/site-config' },
  { from: 'api/actions', to: 'api/site-config' },
  { from: 'api/routes', to: 'api/site-config' },
  // Which of the templates that are kept suits a site.
  { from: 'api/choices', to: 'api/site-config' },
  // Targets hand on what a run keeps, and the merge that is kept; what these do is site-config's.
  { from: 'api/targets', to: 'api/site-config', types: true },
  { from: 'api/site-config', to: 'api/store', types: true },
  // What dual-write's messages mean is known in one place, and knows nobody.
  { from: 'api/targets', to: 'api/dual-write' },
  { from: 'api/actions', to: 'api/dual-write' },
  { from: 'api/operations', to: 'api/journal' },
  { from: 'api/operations', to: 'api/store' },
  { from: 'web/steps', to: 'web/parts' },
  { from: 'web/steps', to: 'web/ui' },
  { from: 'web/steps', to: 'web/data' },
  { from: 'web/steps', to: 'web/text', notYet: true },
  { from: 'web/steps', to: 'web/.', only: ['paths'], notYet: true },
  { from: 'web/parts', to: 'web/ui' },
  { from: 'web/parts', to: 'web/data' },
  { from: 'web/parts', to: 'web/text' },
  { from: 'web/ui', to: 'web/text' },
  // The gallery draws every state of every part; it isn't in the product's build.
  { from: 'web/gallery', to: 'web/parts' },
  { from: 'web/gallery', to: 'web/shell' },
  { from: 'web/gallery', to: 'web/steps' },
  { from: 'web/gallery', to: 'web/ui' },
  { from: 'web/gallery', to: 'web/text' },
  { from: 'web/gallery', to: 'web/data' },
  { from: 'web/gallery', to: 'web/.', only: ['paths'] },
  { from: 'web/shell', to: 'web/steps' },
  { from: 'web/shell', to: 'web/parts' },
  { from: 'web/shell', to: 'web/ui' },
  { from: 'web/shell', to: 'web/data' },
  { from: 'web/shell', to: 'web/text' },
  { from: 'web/shell', to: 'web/.', only: ['paths'] },
];

/** Layers whose imports are governed although no row begins with them: they may import no other layer. */
export const leafLayers: readonly string[] = ['api/dual-write'];

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
    zones: ['twin', 'tools', 'api/.', 'api/auth', 'api/targets', 'api/actions', 'api/site-config'],
    why: 'routes, plan, checks and actions reach Microsoft only through targets',
  },
];

/** Folders whose `index.ts` is a registry; everywhere else an `index.ts` is a barrel. */
export const registries: readonly string[] = [
  'checks',
  'actions',
  'steps',
  'scenarios',
  'defects',
  'services',
  'routes',
];
