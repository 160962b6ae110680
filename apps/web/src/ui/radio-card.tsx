import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import { type ReactNode, useId } from 'react';
import { Symbol } from './symbol.tsx';

const useStyles = makeStyles({
  root: {
    position: 'relative',
    display: 'grid',
    gridTemplateColumns: '18px minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalM,
    alignItems: 'start',
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':has(input:checked)': {
      outline: `2px solid ${tokens.colorCompoundBrandStroke}`,
      outlineOffset: '-2px',
    },
    ':has(input:focus-visible)': {
      boxShadow: `0 0 0 2px ${tokens.colorStrokeFocus1}, 0 0 0 4px ${tokens.colorStrokeFocus2}`,
    },
  },
  // A lock stands where there is nothing to choose: a radio button would only look like one.
  off: {
    cursor: 'not-allowed',
    borderTopStyle: 'dashed',
    borderRightStyle: 'dashed',
    borderBottomStyle: 'dashed',
    borderLeftStyle: 'dashed',
    backgroundColor: tokens.colorNeutralBackground2,
    ':hover': { backgroundColor: tokens.colorNeutralBackground2 },
  },
  shut: { position: 'absolute', insetInlineStart: tokens.spacingHorizontalL, top: tokens.spacingVerticalM },
  unseen: { opacity: 0 },
  faint: { color: tokens.colorNeutralForeground3, fontWeight: tokens.fontWeightRegular },
  radio: {
    width: '18px',
    height: '18px',
    margin: '1px 0 0',
    accentColor: tokens.colorCompoundBrandBackground,
  },
  words: { display: 'grid', gap: tokens.spacingVerticalXXS, minWidth: 0, overflowWrap: 'anywhere' },
  title: {
    ...typographyStyles.body1Strong,
    cursor: 'inherit',
    // The whole card is the label's target.
    '::after': { content: '""', position: 'absolute', inset: 0, borderRadius: tokens.borderRadiusLarge },
  },
  hint: { ...typographyStyles.body1, color: tokens.colorNeutralForeground2 },
});

interface Props {
  readonly name: string;
  readonly value: string;
  readonly title: ReactNode;
  readonly children?: ReactNode;
  readonly checked: boolean;
  /** It can be reached and read, but not chosen; the words say why. */
  readonly off?: boolean;
  readonly onChoose: (value: string) => void;
}

/** One of several ways, with room to say what it means. The whole card is the target. */
export function RadioCard({ name, value, title, children, checked, off = false, onChoose }: Props) {
  const styles = useStyles();
  const id = useId();
  return (
    <div className={mergeClasses(styles.root, off && styles.off)}>
      <input
        type="radio"
        className={mergeClasses(styles.radio, off && styles.unseen)}
        id={id}
        name={name}
        value={value}
        checked={checked}
        aria-disabled={off || undefined}
        aria-describedby={`${id}-hint`}
        onChange={() => !off && onChoose(value)}
      />
      {off && (
        <span className={styles.shut}>
          <Symbol name="closed" />
        </span>
      )}
      <div className={styles.words}>
        <label htmlFor={id} className={mergeClasses(styles.title, off && styles.faint)}>
          {title}
        </label>
        <div id={`${id}-hint`} className={mergeClasses(styles.hint, off && styles.faint)}>
          {children}
        </div>
      </div>
    </div>
  );
}
