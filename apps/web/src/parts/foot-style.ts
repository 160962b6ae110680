import { tokens } from '@fluentui/react-components';

/** The foot of a page: what goes on from it, always in sight. */
export const footStyle = {
  position: 'sticky',
  bottom: 0,
  zIndex: 1,
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
  margin: `auto calc(-1 * ${tokens.spacingHorizontalXXL}) 0`,
  padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalXXL}`,
  borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  backgroundColor: tokens.colorNeutralBackground1,
  // At high zoom a bar that sticks would cover what it belongs to.
  '@media (max-height: 480px)': { position: 'static' },
  '@media (max-width: 640px)': {
    margin: `auto calc(-1 * ${tokens.spacingHorizontalL}) 0`,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
  },
} as const;
