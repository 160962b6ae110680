import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { type ReactNode, useId } from 'react';

const useStyles = makeStyles({
  root: {
    display: 'grid',
    // A browser's own field is as wide as it likes, unless its place isn't.
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalXS,
    justifyItems: 'start',
    minWidth: 0,
  },
  label: typographyStyles.body1Strong,
  hint: { ...typographyStyles.body1, color: tokens.colorNeutralForeground2, margin: 0, maxWidth: '68ch' },
  input: {
    font: 'inherit',
    color: 'inherit',
    maxWidth: '100%',
    padding: tokens.spacingVerticalXS,
    borderRadius: tokens.borderRadiusMedium,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
  },
});

interface Props {
  readonly label: ReactNode;
  readonly hint: ReactNode;
  /** A whole folder with all that is in it. */
  readonly folder?: boolean;
  /** Which files are offered first, as `.json`. */
  readonly accept?: string;
  readonly busy: boolean;
  readonly onChoose: (files: readonly File[]) => void;
}

/** Choosing a file or a folder of this computer. The same one may be chosen again, after it was put right. */
export function FileInput({ label, hint, folder = false, accept, busy, onChoose }: Props) {
  const styles = useStyles();
  const id = useId();
  return (
    <div className={styles.root}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <p id={`${id}-hint`} className={styles.hint}>
        {hint}
      </p>
      <input
        type="file"
        id={id}
        className={styles.input}
        aria-describedby={`${id}-hint`}
        accept={accept}
        // React knows the attribute only in its newest types; all browsers on desktops do.
        ref={(input) => void input?.toggleAttribute('webkitdirectory', folder)}
        disabled={busy}
        onChange={({ target }) => {
          const files = [...(target.files ?? [])];
          target.value = '';
          if (files.length > 0) onChoose(files);
        }}
      />
    </div>
  );
}
