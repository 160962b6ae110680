import { Button, makeStyles, Select, tokens, typographyStyles } from '@fluentui/react-components';
import { ArrowDownload16Regular } from '@fluentui/react-icons/svg/arrow-download';
import type { Envelope } from '@portico/plan/event';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Moment } from '../ui/moment.tsx';
import { Symbol } from '../ui/symbol.tsx';
import { eventWords } from './event-words.ts';

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

/** "What is happening": the events of the run in plain words, newest first. */
export function Activity({ events, stepTitle, onDownload }: Props) {
  const styles = useStyles();
  const intl = useIntl();
  const [kind, setKind] = useState<string>('all');
  // Newest first, and so each end comes before its beginning, which then says nothing more.
  const ended = new Set<string>();
  const lines = events
    .toReversed()
    .filter(({ event }) => {
      if (event.type === 'check-finished') ended.add(event.check);
      // What was written is said by the action in its own words; its key is for machines.
      if (event.type === 'operation-wrote') return false;
      return event.type !== 'check-started' || !ended.delete(event.check);
    })
    .map((envelope) => ({ envelope, words: eventWords(intl, envelope.event, stepTitle) }))
    .filter(({ words }) => kind === 'all' || words.kind === kind)
    .slice(0, shown);
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
        {lines.map(({ envelope, words }) => (
          <li key={envelope.seq} className={styles.line}>
            <Symbol name={words.symbol} />
            <span className={styles.says}>
              {words.says}
              <span className={styles.meta}>
                <Moment at={envelope.at} />
                {envelope.by && ` · ${envelope.by.name}`}
              </span>
            </span>
          </li>
        ))}
      </ol>
    </aside>
  );
}
