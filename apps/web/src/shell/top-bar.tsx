import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { AppLink } from '../ui/navigation.tsx';
import { paths } from '../paths.ts';
import { ProductMark } from './product-mark.tsx';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    minHeight: '48px',
    padding: `0 ${tokens.spacingHorizontalM} 0 ${tokens.spacingHorizontalL}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    '@media print': { display: 'none' },
  },
  home: {
    display: 'inline-flex',
    color: 'inherit',
    textDecorationLine: 'none',
    borderRadius: tokens.borderRadiusMedium,
    flexShrink: 0,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
  },
  place: {
    ...typographyStyles.body1,
    color: tokens.colorNeutralForeground2,
    flex: '1 1 0',
    minWidth: 0,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    paddingInlineStart: tokens.spacingHorizontalM,
    borderLeft: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  free: { flex: '1 1 0' },
});

interface Props {
  /** The customer and the pair of environments, always in sight. */
  readonly place?: string | undefined;
  readonly children?: ReactNode;
}

export function TopBar({ place, children }: Props) {
  const styles = useStyles();
  return (
    <header className={styles.root}>
      <AppLink href={paths.home} className={styles.home}>
        <ProductMark />
      </AppLink>
      {place ? (
        <span className={styles.place} title={place}>
          {place}
        </span>
      ) : (
        <span className={styles.free} />
      )}
      {children}
    </header>
  );
}
