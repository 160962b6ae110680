import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { type ReactNode, type ToggleEvent, useId, useRef } from 'react';

const useStyles = makeStyles({
  button: {
    display: 'inline-flex',
    alignItems: 'center',
    justifyContent: 'center',
    gap: tokens.spacingHorizontalS,
    minHeight: '36px',
    minWidth: '36px',
    maxWidth: '100%',
    padding: `0 ${tokens.spacingHorizontalS}`,
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    background: 'none',
    color: tokens.colorNeutralForeground2,
    font: 'inherit',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  panel: {
    position: 'fixed',
    inset: 'auto',
    top: '52px',
    insetInlineEnd: tokens.spacingHorizontalM,
    margin: 0,
    boxSizing: 'border-box',
    width: 'max-content',
    maxWidth: 'min(340px, calc(100vw - 24px))',
    maxHeight: 'calc(100vh - 64px)',
    overflow: 'auto',
    padding: tokens.spacingHorizontalL,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    boxShadow: tokens.shadow16,
  },
});

interface Props {
  readonly label: string;
  readonly button: ReactNode;
  readonly children: ReactNode;
  readonly className?: string;
}

/** A small panel at the top end of the page. The browser does the rest: Esc, a click beside it, focus back. */
export function Popover({ label, button, children, className }: Props) {
  const styles = useStyles();
  const id = useId();
  const opener = useRef<HTMLButtonElement>(null);
  // It lies above the page, where only its own style places it: just below its button, wherever that is now.
  const place = ({ currentTarget }: ToggleEvent<HTMLElement>) => {
    const bottom = opener.current?.getBoundingClientRect().bottom ?? 48;
    currentTarget.style.top = `${Math.round(bottom + 4)}px`;
  };
  return (
    <>
      <button
        ref={opener}
        type="button"
        className={mergeClasses(styles.button, className)}
        popoverTarget={id}
        aria-label={label}
        title={label}
      >
        {button}
      </button>
      <section id={id} popover="auto" onBeforeToggle={place} aria-label={label} className={styles.panel}>
        {children}
      </section>
    </>
  );
}
