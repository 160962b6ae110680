import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';

const useStyles = makeStyles({
  root: { display: 'inline-flex', alignItems: 'center', gap: tokens.spacingHorizontalS },
  sign: { color: tokens.colorBrandForeground1, flexShrink: 0 },
  name: { ...typographyStyles.subtitle2 },
});

/** A roof on three columns. */
export function ProductMark() {
  const styles = useStyles();
  return (
    <span className={styles.root}>
      <svg
        className={styles.sign}
        width="22"
        height="22"
        viewBox="0 0 32 32"
        aria-hidden="true"
        fill="currentColor"
      >
        <path d="M16 3 3 10v3h26v-3zM5 15h4v9H5zm9 0h4v9h-4zm9 0h4v9h-4zM3 26h26v3H3z" />
      </svg>
      <span className={styles.name}>Portico</span>
    </span>
  );
}
