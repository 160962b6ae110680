import { Button, makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import type { Change } from '@portico/plan/action';
import { useState } from 'react';
import { FormattedMessage, type MessageDescriptor } from 'react-intl';
import { msg } from '@portico/plan/text';
import { serviceName } from '../text/services.ts';
import { useSay } from '../text/say.ts';

const useStyles = makeStyles({
  root: {
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  system: {
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    ':not(:first-child)': { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  },
  name: { ...typographyStyles.body1Strong, margin: `0 0 ${tokens.spacingVerticalS}` },
  list: { margin: 0, padding: 0, listStyleType: 'none', display: 'grid', gap: tokens.spacingVerticalS },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalL,
    justifyContent: 'space-between',
    overflowWrap: 'anywhere',
  },
  folded: { display: 'none', '@media print': { display: 'flex' } },
  more: {
    justifySelf: 'start',
    marginTop: tokens.spacingVerticalXS,
    paddingInline: 0,
    minWidth: 'auto',
    '@media print': { display: 'none' },
  },
  undo: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3, alignSelf: 'center' },
  never: { color: tokens.colorNeutralForeground1, fontWeight: tokens.fontWeightSemibold },
});

const words: Readonly<Record<Change['undo'], MessageDescriptor>> = {
  possible: msg({ id: 'web.undo.possible', defaultMessage: 'Can be undone' }),
  'by-hand': msg({ id: 'web.undo.by-hand', defaultMessage: 'Can be undone by hand' }),
  impossible: msg({ id: 'web.undo.impossible', defaultMessage: 'Can’t be undone' }),
};

/** A list longer than `many` shows its first `few`. */
const many = 6;
const few = 4;

/** Everything that will be written, by system, and what can't be taken back. */
export function ChangeList({ changes }: { readonly changes: readonly Change[] }) {
  const styles = useStyles();
  const systems = [...new Set(changes.map(({ system }) => system))];
  if (changes.length === 0)
    return (
      <p>
        <FormattedMessage id="web.review.nothing" defaultMessage="Nothing needs to be changed." />
      </p>
    );
  return (
    <div className={styles.root}>
      {systems.map((system) => (
        <div key={system} className={styles.system}>
          <h3 className={styles.name}>{serviceName(system)}</h3>
          <Lines changes={changes.filter((change) => change.system === system)} />
        </div>
      ))}
    </div>
  );
}

/** What can't be undone is always in sight; of a long list the rest folds, and on paper nothing does. */
function Lines({ changes }: { readonly changes: readonly Change[] }) {
  const styles = useStyles();
  const say = useSay();
  const [all, setAll] = useState(false);
  const folds = changes.length > many && !all;
  const kept = changes.filter(({ undo }, index) => undo === 'impossible' || index < few);
  return (
    <>
      <ul className={styles.list}>
        {changes.map((change, index) => (
          <li
            key={`${change.says.id}.${index}`}
            className={mergeClasses(styles.line, folds && !kept.includes(change) && styles.folded)}
          >
            <span>{say(change.says)}</span>
            <span className={mergeClasses(styles.undo, change.undo === 'impossible' && styles.never)}>
              <FormattedMessage {...words[change.undo]} />
            </span>
          </li>
        ))}
      </ul>
      {changes.length > many && (
        <Button
          className={styles.more}
          appearance="transparent"
          size="small"
          aria-expanded={all}
          onClick={() => setAll(!all)}
        >
          {all ? (
            <FormattedMessage id="web.review.fewer" defaultMessage="Show fewer" />
          ) : (
            <FormattedMessage
              id="web.review.all"
              defaultMessage="Show all {n, number}"
              values={{ n: changes.length }}
            />
          )}
        </Button>
      )}
    </>
  );
}
