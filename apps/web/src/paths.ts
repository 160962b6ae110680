import type { StepId } from '@portico/contract/plan';

/** Every address of the app. The step is in the address, so reload, back and a shared link find it again. */
export const paths = {
  home: '/',
  run: (run: string) => `/runs/${encodeURIComponent(run)}`,
  step: (run: string, step: StepId) => `/runs/${encodeURIComponent(run)}/${step}`,
} as const;
