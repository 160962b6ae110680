import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { FormattedMessage } from 'react-intl';
import type { OperationState } from '@portico/plan/reduce';
import { useSay } from '../text/say.ts';
import { Moment } from '../ui/moment.tsx';
import { Disclosure } from '../ui/disclosure.tsx';
import { Symbol, type SymbolName } from '../ui/symbol.tsx';

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

interface Props {
  readonly operation: OperationState;
  /** So many of the last stages are drawn; earlier ones are folded away. */
  readonly shown?: number;
}

/** What was done so far and, last, what is going on. */
export function StageList({ operation, shown = 5 }: Props) {
  const styles = useStyles();
  const say = useSay();
  const { said, waiting, finished } = operation;
  const going = waiting?.says;
  // The last one said is under way as long as nothing else is waited for.
  const passed = going || finished ? said : said.slice(0, -1);
  const last = said.slice(passed.length);
  const earlier = passed.slice(0, Math.max(0, passed.length - shown));
  const line = ({ at, says }: (typeof said)[number], index: number, symbol: SymbolName) => (
    <li key={`${at}.${index}`} className={styles.line}>
      <Symbol name={symbol} />
      <span>{say(says)}</span>
      <span className={styles.at}>
        <Moment at={at} />
      </span>
    </li>
  );
  return (
    <ol className={styles.list}>
      {earlier.length > 0 && (
        <li>
          <Disclosure
            label={
              shown === 0 ? (
                // What is counted is counted once, above.
                <FormattedMessage id="web.stages" defaultMessage="What was done so far" />
              ) : (
                <FormattedMessage
                  id="web.stages.earlier"
                  defaultMessage="{count, plural, one {One stage is} other {# stages are}} done"
                  values={{ count: earlier.length }}
                />
              )
            }
          >
            <ol className={styles.list}>{earlier.map((each, index) => line(each, index, 'good'))}</ol>
          </Disclosure>
        </li>
      )}
      {passed.slice(earlier.length).map((each, index) => line(each, index, 'good'))}
      {last.map((each, index) => line(each, index, 'going'))}
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
