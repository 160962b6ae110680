import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { type ReactNode, useId, useState } from 'react';
import { Chevron } from './chevron.tsx';

const useStyles = makeStyles({
  button: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    minHeight: '32px',
    padding: `${tokens.spacingVerticalXS} 0`,
    border: 'none',
    background: 'none',
    color: tokens.colorNeutralForeground2,
    font: 'inherit',
    textAlign: 'start',
    cursor: 'pointer',
    borderRadius: tokens.borderRadiusMedium,
    ':hover': { color: tokens.colorNeutralForeground2Hover, textDecorationLine: 'underline' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
  },
  tight: { minHeight: '24px', padding: 0, color: 'inherit' },
  body: { paddingTop: tokens.spacingVerticalS },
});

interface Props {
  readonly label: ReactNode;
  readonly children: ReactNode;
  readonly startOpen?: boolean;
  /** Inside a line of text. */
  readonly tight?: boolean;
}

/** Folds away what only some people need. */
export function Disclosure({ label, children, startOpen = false, tight = false }: Props) {
  const styles = useStyles();
  const [open, setOpen] = useState(startOpen);
  const id = useId();
  return (
    <div>
      <button
        type="button"
        className={mergeClasses(styles.button, tight && styles.tight)}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        <Chevron open={open} />
        <span>{label}</span>
      </button>
      {open && (
        <div id={id} className={styles.body}>
          {children}
        </div>
      )}
    </div>
  );
}
