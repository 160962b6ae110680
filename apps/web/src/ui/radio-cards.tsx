import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  root: { border: 'none', margin: 0, padding: 0, minWidth: 0, display: 'grid', gap: tokens.spacingVerticalS },
  legend: { ...typographyStyles.body1Strong, padding: 0, marginBottom: tokens.spacingVerticalS },
  side: { gridTemplateColumns: 'repeat(auto-fit, minmax(min(260px, 100%), 1fr))' },
  grid: { display: 'grid', gap: tokens.spacingVerticalS, gridAutoRows: '1fr' },
  list: { display: 'grid', gap: tokens.spacingVerticalS },
});

interface Props {
  readonly legend: ReactNode;
  readonly sideBySide?: boolean;
  readonly children: ReactNode;
}

export function RadioCards({ legend, sideBySide = false, children }: Props) {
  const styles = useStyles();
  return (
    <fieldset className={styles.root}>
      <legend className={styles.legend}>{legend}</legend>
      <div className={sideBySide ? mergeClasses(styles.grid, styles.side) : styles.list}>{children}</div>
    </fieldset>
  );
}
