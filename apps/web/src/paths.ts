import type { StepId } from '@portico/contract/plan';

/** Every address of the app. The step is in the address, so reload, back and a shared link find it again. */
export const paths = {
  home: '/',
  updates: '/updates',
  run: (run: string) => `/runs/${encodeURIComponent(run)}`,
  step: (run: string, step: StepId) => `/runs/${encodeURIComponent(run)}/${step}`,
  /** The step that takes a template over, with one that is proposed. */
  update: (run: string, template?: string) =>
    `/runs/${encodeURIComponent(run)}/update${template ? `?template=${encodeURIComponent(template)}` : ''}`,
} as const;
