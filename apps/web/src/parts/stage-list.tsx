import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { FormattedMessage } from 'react-intl';
import type { OperationState } from '@portico/plan/reduce';
import { useSay } from '../text/say.ts';
import { Moment } from '../ui/moment.tsx';
import { Symbol } from '../ui/symbol.tsx';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', gap: tokens.spacingVerticalS },
  line: {
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 1fr) auto',
    columnGap: tokens.spacingHorizontalM,
    alignItems: 'start',
    overflowWrap: 'anywhere',
  },
  at: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3, paddingTop: '2px' },
});

/** So many of the last stages are drawn; earlier ones are counted. */
const shown = 6;

/** What was done so far and, last, what is going on. */
export function StageList({ operation }: { readonly operation: OperationState }) {
  const styles = useStyles();
  const say = useSay();
  const { said, waiting, finished } = operation;
  const going = waiting?.says;
  const earlier = Math.max(0, said.length - shown);
  return (
    <ol className={styles.list}>
      {earlier > 0 && (
        <li className={styles.line}>
          <Symbol name="good" />
          <FormattedMessage
            id="web.stages.earlier"
            defaultMessage="{count, plural, one {One stage} other {# stages}} before"
            values={{ count: earlier }}
          />
        </li>
      )}
      {said.slice(earlier).map(({ at, says }, index) => (
        <li key={`${at}.${index}`} className={styles.line}>
          <Symbol name={going || finished || earlier + index < said.length - 1 ? 'good' : 'going'} />
          <span>{say(says)}</span>
          <span className={styles.at}>
            <Moment at={at} />
          </span>
        </li>
      ))}
      {going && (
        <li className={styles.line}>
          <Symbol name={waiting.for === 'upstream' ? 'going' : 'waiting'} />
          <span>{say(going)}</span>
          <span className={styles.at}>
            <Moment at={waiting.since} />
          </span>
        </li>
      )}
    </ol>
  );
}
