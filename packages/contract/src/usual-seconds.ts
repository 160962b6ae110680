import type { ActionId } from './plan.ts';

/**
 * How long Microsoft usually takes for what an action asks of it: told before it begins, and what its wait is measured by.
 * Nobody documents it; these are what people report. Where rows are copied, or several things are done one after the other,
 * no one number holds, and the step itself says what it expects.
 */
export const usualSeconds = {
  'provision-site': 900,
  'convert-site': 300,
  'delete-site-host': 300,
} as const satisfies Partial<Record<ActionId, number>>;

export const usuallyTakes = (action: string | undefined): number | undefined =>
  Object.entries(usualSeconds).find(([id]) => id === action)?.[1];
