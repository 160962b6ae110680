import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import { type ReactNode, useId } from 'react';

const useStyles = makeStyles({
  root: { display: 'grid', gap: tokens.spacingVerticalM, minWidth: 0 },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
  },
  title: { ...typographyStyles.subtitle2, margin: 0 },
  next: { outlineStyle: 'none', scrollMarginTop: tokens.spacingVerticalXXL },
  lead: { ...typographyStyles.body1, margin: 0, color: tokens.colorNeutralForeground2, maxWidth: '68ch' },
});

interface Props {
  /** For a link that leads here. */
  readonly id?: string;
  readonly title: ReactNode;
  readonly lead?: ReactNode;
  readonly aside?: ReactNode;
  /** What comes next on its page: the focus can be brought here, and it isn't a stop. */
  readonly next?: boolean;
  readonly children: ReactNode;
}

/** A part of a page with its own heading. */
export function Section({ id: place, title, lead, aside, next = false, children }: Props) {
  const styles = useStyles();
  const id = useId();
  return (
    <section id={place} className={styles.root} aria-labelledby={id}>
      <div className={styles.head}>
        <h2
          id={id}
          className={mergeClasses(styles.title, next && styles.next)}
          {...(next && { tabIndex: -1, 'data-next': true })}
        >
          {title}
        </h2>
        {aside}
      </div>
      {lead && <p className={styles.lead}>{lead}</p>}
      {children}
    </section>
  );
}
