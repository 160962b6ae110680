export type Wish = 'apply-update' | 'roll-back';

/** What people want of an update, one after the other. */
export const wishes = {
  applied: ['apply-update'],
  'applied and taken back': ['apply-update', 'roll-back'],
  'taken back and applied again': ['apply-update', 'roll-back', 'apply-update'],
} as const satisfies Record<string, readonly Wish[]>;

/** Whether the site was kept as it was made. */
export const pasts = ['baseline kept', 'older than Portico'] as const;

export const histories: readonly string[] = [...Object.keys(wishes), ...pasts];
