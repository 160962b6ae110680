import { makeStyles, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  track: {
    height: '6px',
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorNeutralBackground6,
    overflow: 'hidden',
    '@media (forced-colors: active)': { border: '1px solid CanvasText' },
  },
  fill: {
    height: '100%',
    backgroundColor: tokens.colorCompoundBrandBackground,
    '@media (forced-colors: active)': { backgroundColor: 'Highlight', forcedColorAdjust: 'none' },
  },
});

/** How much of a whole. Never alone: the words beside it say the same. */
export function Bar({ part }: { readonly part: number }) {
  const styles = useStyles();
  const width = `${Math.min(1, Math.max(0, part)) * 100}%`;
  return (
    <div className={styles.track} aria-hidden>
      <div className={styles.fill} style={{ width }} />
    </div>
  );
}
