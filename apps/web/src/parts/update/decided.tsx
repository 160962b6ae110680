import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { UpdateOverview, UpdateRecord } from '@portico/contract/update';
import type { RunState } from '@portico/plan/reduce';
import { FormattedMessage, useIntl } from 'react-intl';
import { decidedOf, type Decisions } from '../../data/use-decisions.ts';
import { Disclosure } from '../../ui/disclosure.tsx';
import { LongList, type Place } from '../../ui/long-list.tsx';
import { Moment } from '../../ui/moment.tsx';
import type { SignInWays } from '../sign-in-ways.tsx';
import { kindsName, outcomeWords, subjectWords, titlesOf } from './choice-words.ts';
import { openKinds } from './counts.ts';
import { manyLead, RuleWays } from './many.tsx';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid' },
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    paddingBlock: tokens.spacingVerticalS,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  names: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL, overflowWrap: 'anywhere' },
  words: { flex: '1 1 240px', overflowWrap: 'anywhere' },
  by: { ...typographyStyles.caption1, display: 'block', color: tokens.colorNeutralForeground2 },
  lead: { ...typographyStyles.body1, margin: 0, color: tokens.colorNeutralForeground2, maxWidth: '68ch' },
  many: { display: 'grid', gap: tokens.spacingVerticalM },
  kind: { display: 'grid', gap: tokens.spacingVerticalXS },
  title: { ...typographyStyles.body1Strong, margin: 0 },
});

interface Props {
  readonly overview: UpdateOverview;
  readonly choices: RunState['choices'];
  readonly decisions: Decisions;
}

/** All that anybody decided, newest first; each can be taken back until it is applied. */
export function Decided({ overview, choices, decisions }: Props) {
  const styles = useStyles();
  const intl = useIntl();
  const all = decidedOf(choices, 'update');
  const outdated = new Set(overview.outdated);
  if (all.length === 0) return null;
  const titles = titlesOf(overview);
  const row = ({ key, choice, by, at }: (typeof all)[number], place?: Place) => (
    <li key={key} className={styles.row} {...place}>
      <span className={styles.words}>
        {subjectWords(intl, choice, titles)}: {outcomeWords(intl, choice)}
        <span className={styles.by}>
          {by?.name} · <Moment at={at} />
          {outdated.has(key) && (
            <>
              {' · '}
              <FormattedMessage
                id="web.update.decided.outdated"
                defaultMessage="it has changed since: this counts no more"
              />
            </>
          )}
        </span>
      </span>
      <Button
        size="small"
        appearance="subtle"
        aria-label={intl.formatMessage(
          { id: 'web.update.take-back.what', defaultMessage: 'Take it back: {what}' },
          { what: subjectWords(intl, choice, titles) },
        )}
        onClick={() => decisions.withdraw(choice)}
      >
        <FormattedMessage id="web.update.take-back" defaultMessage="Take it back" />
      </Button>
    </li>
  );
  return (
    <Disclosure
      label={
        <FormattedMessage
          id="web.update.decided"
          defaultMessage="{n, plural, one {One decision} other {# decisions}} so far"
          values={{ n: all.length }}
        />
      }
    >
      <LongList items={all} className={styles.list} draw={row} />
    </Disclosure>
  );
}

/** By what else it is known, where its name isn’t enough. */
const nameRow = ({ id, title, where }: UpdateRecord, place?: Place) => (
  <li key={id} {...place}>
    {where ? `${title} (${where})` : title}
  </li>
);

interface ManyProps {
  readonly overview: UpdateOverview;
  readonly decisions: Decisions;
  readonly signIn: SignInWays;
}

/** One decision for all conflicts of a kind. */
export function ForMany({ overview, decisions, signIn }: ManyProps) {
  const styles = useStyles();
  const intl = useIntl();
  const kinds = openKinds(overview);
  if (kinds.length === 0) return null;
  return (
    <Disclosure
      label={<FormattedMessage id="web.update.many" defaultMessage="Decide many conflicts at once" />}
    >
      <div className={styles.many}>
        <p className={styles.lead}>{manyLead}</p>
        {kinds.map(({ table, records, open, added }) => (
          <div key={table ?? ''} className={styles.kind}>
            <p className={styles.title}>
              <FormattedMessage
                id="web.update.many.kind"
                defaultMessage="{kinds}: {n, plural, one {# conflict} other {# conflicts}} to decide"
                values={{ kinds: kindsName(intl, table), n: open }}
              />
            </p>
            <Disclosure
              label={
                <FormattedMessage
                  id="web.update.many.which"
                  defaultMessage="{n, plural, one {Which record} other {Which # records}}"
                  values={{ n: records.length }}
                />
              }
            >
              <LongList items={records} className={styles.names} draw={nameRow} />
            </Disclosure>
            <RuleWays table={table} added={added} place={{ decisions, signIn }} />
          </div>
        ))}
      </div>
    </Disclosure>
  );
}
