import { makeStyles, tokens } from '@fluentui/react-components';
import { FormattedMessage } from 'react-intl';
import { useHidden } from './hidden.ts';

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gap: tokens.spacingVerticalM,
    // Nothing flashes when the answer is quick.
    animationName: { from: { opacity: 0 }, to: { opacity: 1 } },
    animationDuration: '200ms',
    animationDelay: '300ms',
    animationFillMode: 'both',
  },
  bar: {
    height: '16px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralStencil1,
    forcedColorAdjust: 'none',
    '@media (forced-colors: active)': { backgroundColor: 'GrayText' },
  },
  wide: { width: '82%' },
  middle: { width: '64%' },
  short: { width: '38%' },
});

/** Where something will be. Appears after 300 ms and says so to those who listen. */
export function Skeleton({ rows = 3 }: { readonly rows?: number }) {
  const styles = useStyles();
  const hidden = useHidden();
  const widths = [styles.wide, styles.middle, styles.short];
  return (
    <div className={styles.root}>
      <span className={hidden}>
        <FormattedMessage id="web.loading" defaultMessage="Reading…" />
      </span>
      {Array.from({ length: rows }, (_, index) => (
        <div key={index} aria-hidden className={`${styles.bar} ${widths[index % 3]}`} />
      ))}
    </div>
  );
}
