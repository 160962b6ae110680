import { makeStyles, tokens } from '@fluentui/react-components';
import { ChevronDown16Regular } from '@fluentui/react-icons/svg/chevron-down';
import { ChevronRight16Regular } from '@fluentui/react-icons/svg/chevron-right';

const useStyles = makeStyles({
  root: {
    display: 'inline-flex',
    flexShrink: 0,
    marginTop: '2px',
    color: tokens.colorNeutralForeground3,
    ':dir(rtl)': { transform: 'scaleX(-1)' },
  },
});

/** Points down when open, else the way that lines run. */
export function Chevron({ open }: { readonly open: boolean }) {
  const styles = useStyles();
  return (
    <span className={styles.root} aria-hidden>
      {open ? <ChevronDown16Regular /> : <ChevronRight16Regular />}
    </span>
  );
}
