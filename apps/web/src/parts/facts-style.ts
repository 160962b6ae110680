import { tokens } from '@fluentui/react-components';

/** What is known of a thing, as names and values side by side (`dl`). */
export const factsStyle = {
  display: 'grid',
  gridTemplateColumns: 'max-content minmax(0, 1fr)',
  gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalXL}`,
  margin: 0,
  '& dt': { color: tokens.colorNeutralForeground2 },
  '& dd': { margin: 0, overflowWrap: 'anywhere' },
} as const;
