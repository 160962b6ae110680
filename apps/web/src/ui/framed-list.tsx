import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { LongList, type Place } from './long-list.tsx';

const useStyles = makeStyles({
  frame: {
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    overflow: 'hidden',
  },
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    ':not(:first-child)': { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  },
});

interface Props<T> {
  readonly items: readonly T[];
  /** A list item; `place` goes to it when only part of the list is drawn. */
  readonly draw: (item: T, place?: Place) => ReactNode;
}

/** A list in a frame, which may have thousands of rows. */
export function FramedList<T>({ items, draw }: Props<T>) {
  const styles = useStyles();
  return (
    <div className={styles.frame}>
      <LongList items={items} className={styles.list} draw={draw} />
    </div>
  );
}
