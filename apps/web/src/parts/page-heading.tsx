import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  root: { display: 'grid', gap: tokens.spacingVerticalXS, marginBottom: tokens.spacingVerticalS },
  // On a phone the folded rail says the same just above.
  over: {
    ...typographyStyles.caption1Strong,
    color: tokens.colorNeutralForeground3,
    margin: 0,
    '@media (max-width: 900px)': { display: 'none' },
  },
  title: {
    ...typographyStyles.title2,
    margin: 0,
    overflowWrap: 'anywhere',
    outlineStyle: 'none',
    '@media (max-width: 640px)': { ...typographyStyles.title3 },
  },
  why: { ...typographyStyles.body2, margin: 0, color: tokens.colorNeutralForeground2, maxWidth: '64ch' },
});

interface Props {
  readonly over?: ReactNode;
  readonly title: ReactNode;
  readonly why?: ReactNode;
}

/** The page's only h1. Focus goes here when the page changes, so it can be focused but isn't a stop. */
export function PageHeading({ over, title, why }: Props) {
  const styles = useStyles();
  return (
    <header className={styles.root}>
      {over && <p className={styles.over}>{over}</p>}
      <h1 className={styles.title} tabIndex={-1} data-page-heading>
        {title}
      </h1>
      {why && <p className={styles.why}>{why}</p>}
    </header>
  );
}
