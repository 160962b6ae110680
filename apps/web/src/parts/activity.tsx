import { Button, makeStyles, Select, tokens, typographyStyles } from '@fluentui/react-components';
import { ArrowDownload16Regular } from '@fluentui/react-icons/svg/arrow-download';
import type { Envelope } from '@portico/plan/event';
import { memo, useMemo, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Disclosure } from '../ui/disclosure.tsx';
import { Moment } from '../ui/moment.tsx';
import { Symbol } from '../ui/symbol.tsx';
import { activityLines } from './activity-lines.ts';
import { eventWords, kindOf } from './event-words.ts';

const useStyles = makeStyles({
  root: { display: 'grid', gap: tokens.spacingVerticalM, alignContent: 'start', minWidth: 0 },
  title: { ...typographyStyles.subtitle2, margin: 0 },
  row: { display: 'flex', gap: tokens.spacingHorizontalS, alignItems: 'center', flexWrap: 'wrap' },
  filter: { flex: '1 1 120px', minWidth: 0 },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', gap: tokens.spacingVerticalM },
  line: { display: 'grid', gridTemplateColumns: '20px minmax(0, 1fr)', columnGap: tokens.spacingHorizontalS },
  says: { ...typographyStyles.body1, overflowWrap: 'anywhere' },
  meta: { ...typographyStyles.caption1, display: 'block', color: tokens.colorNeutralForeground3 },
});

/** So many lines are drawn; the download has them all. */
const shown = 100;

interface Props {
  readonly events: readonly Envelope[];
  readonly stepTitle: (id: string) => string;
  readonly onDownload: () => void;
}

/** Which action an operation performs. */
const actionsOf = (events: readonly Envelope[]): ReadonlyMap<string, string> =>
  new Map(
    events.flatMap(({ event }) =>
      event.type === 'operation-started' ? [[event.operation, event.action] as const] : [],
    ),
  );

/** Who gave a link away. */
const giversOf = (events: readonly Envelope[]): ReadonlyMap<string, string | undefined> =>
  new Map(
    events.flatMap(({ event, by }) =>
      event.type === 'hand-off' && event.state === 'given' ? [[event.handOff, by?.name] as const] : [],
    ),
  );

/** "What is happening": the events of the run in plain words, newest first. Drawn again only when there are more. */
export const Activity = memo(function Activity({ events, stepTitle, onDownload }: Props) {
  const styles = useStyles();
  const intl = useIntl();
  const [kind, setKind] = useState<string>('all');
  const lines = useMemo(
    () =>
      activityLines(kind === 'all' ? events : events.filter(({ event }) => kindOf(event) === kind), shown),
    [events, kind],
  );
  const begun = useMemo(() => actionsOf(events), [events]);
  const given = useMemo(() => giversOf(events), [events]);
  const names = {
    stepTitle,
    actionOf: (operation: string) => begun.get(operation),
    giverOf: (handOff: string) => given.get(handOff),
  };
  const item = (envelope: Envelope, passed: boolean) => {
    const { symbol, says } = eventWords(intl, envelope, names);
    return (
      <li key={envelope.seq} className={styles.line}>
        <Symbol name={passed && symbol === 'going' ? 'good' : symbol} />
        <span className={styles.says}>
          {says}
          <span className={styles.meta}>
            <Moment at={envelope.at} />
            {envelope.by && !envelope.event.type.startsWith('check-') && ` · ${envelope.by.name}`}
          </span>
        </span>
      </li>
    );
  };
  return (
    <aside className={styles.root} aria-labelledby="activity">
      <h2 className={styles.title} id="activity">
        <FormattedMessage id="web.activity" defaultMessage="What is happening" />
      </h2>
      <div className={styles.row}>
        <Select
          className={styles.filter}
          size="small"
          aria-label={intl.formatMessage({ id: 'web.activity.show', defaultMessage: 'Show' })}
          value={kind}
          onChange={(_, { value }) => setKind(value)}
        >
          <option value="all">
            {intl.formatMessage({ id: 'web.activity.all', defaultMessage: 'Everything' })}
          </option>
          <option value="checks">
            {intl.formatMessage({ id: 'web.activity.checks', defaultMessage: 'Checks' })}
          </option>
          <option value="changes">
            {intl.formatMessage({ id: 'web.activity.changes', defaultMessage: 'Changes' })}
          </option>
          <option value="decisions">
            {intl.formatMessage({ id: 'web.activity.decisions', defaultMessage: 'Decisions' })}
          </option>
        </Select>
        <Button size="small" appearance="subtle" icon={<ArrowDownload16Regular />} onClick={onDownload}>
          <FormattedMessage id="web.activity.download" defaultMessage="Download" />
        </Button>
      </div>
      {lines.length === 0 && (
        <p className={styles.meta}>
          <FormattedMessage id="web.activity.empty" defaultMessage="Nothing yet." />
        </p>
      )}
      <ol className={styles.list} reversed>
        {lines.map((line) =>
          'envelope' in line ? (
            item(line.envelope, line.passed)
          ) : (
            <li key={`${line.fold}.${line.envelopes.at(-1)?.seq}`} className={styles.line}>
              <Symbol name="good" />
              <div className={styles.says}>
                <Disclosure
                  tight
                  label={
                    <FormattedMessage
                      id="web.activity.fold"
                      defaultMessage="{n, number} {fold, select, checks {checks passed} choices {decisions} other {stages done}}"
                      values={{ n: line.envelopes.length, fold: line.fold }}
                    />
                  }
                >
                  <ol className={styles.list} reversed>
                    {line.envelopes.map((envelope) => item(envelope, true))}
                  </ol>
                </Disclosure>
                <span className={styles.meta}>
                  <Moment at={line.envelopes[0]?.at ?? ''} />
                </span>
              </div>
            </li>
          ),
        )}
      </ol>
    </aside>
  );
});
