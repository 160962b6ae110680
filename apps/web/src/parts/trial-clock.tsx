import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { SiteClock } from '@portico/contract/findings';
import { FormattedMessage, type IntlShape } from 'react-intl';
import { Day } from '../ui/day.tsx';
import { Note } from '../ui/note.tsx';

const useStyles = makeStyles({
  // Three days on one line; one below the other where there is no room.
  days: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(180px, 100%), 1fr))',
    gap: tokens.spacingHorizontalL,
    margin: 0,
    width: '100%',
  },
  day: { borderTop: `2px solid ${tokens.colorNeutralStroke1}`, paddingTop: tokens.spacingVerticalS },
  next: { borderTopColor: tokens.colorCompoundBrandStroke },
  name: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground2, display: 'block' },
  at: { ...typographyStyles.body1Strong, margin: 0 },
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
});

/** Days before the end from which on the clock is more than a note. */
const near = 14;

interface Props {
  readonly clock: SiteClock;
  readonly onSave: () => void;
  /** Who decided for later may convert it all the same. */
  readonly onSooner?: (() => void) | undefined;
}

/** When a trial ends, drawn as the days that come; and a reminder of it for a calendar. */
export function TrialClock({ clock, onSave, onSooner }: Props) {
  const styles = useStyles();
  const { suspendedOn, deletedOn, suspended, left } = clock;
  return (
    <Note
      tone={suspended ? 'bad' : left <= near ? 'careful' : 'quiet'}
      symbol={suspended ? 'bad' : 'waiting'}
      title={<Lead clock={clock} />}
    >
      <dl className={styles.days}>
        <div className={`${styles.day} ${suspended ? '' : styles.next}`}>
          <dt className={styles.name}>
            <FormattedMessage id="web.trial.suspended" defaultMessage="Suspended: nobody reaches it" />
          </dt>
          <dd className={styles.at}>
            <Day at={suspendedOn} />
          </dd>
        </div>
        <div className={`${styles.day} ${suspended ? styles.next : ''}`}>
          <dt className={styles.name}>
            <FormattedMessage id="web.trial.deleted" defaultMessage="Deleted; its pages stay in Dataverse" />
          </dt>
          <dd className={styles.at}>
            <Day at={deletedOn} />
          </dd>
        </div>
      </dl>
      {(!suspended || onSooner) && (
        <div className={styles.row}>
          {!suspended && (
            <Button onClick={onSave}>
              <FormattedMessage id="web.trial.save" defaultMessage="Save a reminder for your calendar" />
            </Button>
          )}
          {onSooner && (
            <Button onClick={onSooner}>
              <FormattedMessage id="web.trial.sooner" defaultMessage="Convert it now after all" />
            </Button>
          )}
        </div>
      )}
    </Note>
  );
}

function Lead({ clock: { suspended, left } }: { readonly clock: SiteClock }) {
  return suspended ? (
    <FormattedMessage
      id="web.trial.lead.suspended"
      defaultMessage="The trial has ended. {left, plural, =0 {Less than a day is left} one {# day is left} other {# days are left}} to convert the site."
      values={{ left }}
    />
  ) : (
    <FormattedMessage
      id="web.trial.lead"
      defaultMessage="The site is a trial. {left, plural, =0 {Less than a day is left} one {# day is left} other {# days are left}}."
      values={{ left }}
    />
  );
}

/** What the reminder says, in the person's language. */
export const reminderWords = (intl: IntlShape, name: string, clock: SiteClock) => ({
  title: intl.formatMessage(
    { id: 'web.trial.reminder', defaultMessage: 'The trial of the site “{name}” ends' },
    { name },
  ),
  text: intl.formatMessage(
    {
      id: 'web.trial.reminder.text',
      defaultMessage:
        'Convert it to production before that, or nobody reaches it. On {deletedOn} its host is deleted.',
    },
    { deletedOn: intl.formatDate(clock.deletedOn, { dateStyle: 'long', timeStyle: 'short' }) },
  ),
});
