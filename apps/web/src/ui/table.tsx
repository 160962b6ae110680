import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  frame: {
    overflowX: 'auto',
    containerType: 'inline-size',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
  },
  table: {
    borderCollapse: 'collapse',
    width: '100%',
    '& th, & td': {
      padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
      textAlign: 'start',
      verticalAlign: 'top',
    },
    '& thead th': { ...typographyStyles.caption1Strong, color: tokens.colorNeutralForeground2 },
    '& tbody tr': { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
    '& tbody th': { fontWeight: tokens.fontWeightSemibold },
  },
  // Where it is narrow, a row becomes a list of its cells, each under its column's name; empty ones are left out.
  stack: {
    '@container (max-width: 720px)': {
      '& thead': { display: 'none' },
      '& tbody tr:first-child': { borderTop: 'none' },
      '& tr, & th, & td': { display: 'block' },
      '& td': { paddingTop: 0 },
      '& td:empty': { display: 'none' },
      '& td::before': {
        content: 'attr(data-label)',
        ...typographyStyles.caption1Strong,
        display: 'block',
        color: tokens.colorNeutralForeground2,
      },
    },
  },
  // Figures are narrow, and one beside its name is enough of a line.
  figures: {
    '@container (max-width: 560px)': {
      '& thead': { display: 'none' },
      '& tbody tr:first-child': { borderTop: 'none' },
      '& tr, & th': { display: 'block' },
      '& td': { display: 'flex', gap: tokens.spacingHorizontalS, paddingBlock: '0 2px' },
      '& td:empty': { display: 'none' },
      '& td:last-child': { paddingBottom: tokens.spacingVerticalM },
      '& td::before': { content: 'attr(data-label)', color: tokens.colorNeutralForeground2 },
    },
  },
});

interface Props {
  readonly label: string;
  readonly head: readonly ReactNode[];
  /** What becomes of a row where it is narrow: a list of its cells, or of figures. Else it scrolls. */
  readonly stack?: boolean | 'figures';
  readonly children: ReactNode;
}

/** A table that scrolls inside its own frame, by keyboard too. */
export function Table({ label, head, stack = false, children }: Props) {
  const styles = useStyles();
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
    <section className={styles.frame} aria-label={label} tabIndex={0}>
      <table
        className={mergeClasses(
          styles.table,
          stack === true && styles.stack,
          stack === 'figures' && styles.figures,
        )}
      >
        <thead>
          <tr>
            {head.map((cell, index) => (
              <th key={index} scope="col">
                {cell}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </section>
  );
}
