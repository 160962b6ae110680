import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { OperationState } from '@portico/plan/reduce';
import { FormattedMessage, useIntl } from 'react-intl';
import { duration } from '../ui/duration.ts';
import { Moment } from '../ui/moment.tsx';
import { useNow } from '../ui/use-now.ts';

const useStyles = makeStyles({
  root: { display: 'grid', gap: tokens.spacingVerticalXS },
  track: {
    height: '4px',
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorNeutralBackground6,
    overflow: 'hidden',
    '@media (forced-colors: active)': { border: '1px solid CanvasText' },
  },
  fill: {
    height: '100%',
    backgroundColor: tokens.colorCompoundBrandBackground,
    '@media (forced-colors: active)': { backgroundColor: 'Highlight', forcedColorAdjust: 'none' },
  },
  line: { ...typographyStyles.body1, margin: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** How long it has been, how long it usually takes, and when we look next. Never a guessed percentage. */
export function WaitWords({ operation }: { readonly operation: OperationState }) {
  const styles = useStyles();
  const intl = useIntl();
  const now = useNow(1000);
  const { waiting } = operation;
  const since = waiting?.since ?? operation.startedAt;
  const elapsed = (now - Date.parse(since)) / 1000;
  // How long a person takes is nobody's business; how long Microsoft usually takes is.
  const usually = waiting?.for === 'person' ? undefined : waiting?.usually;
  const late = usually !== undefined && elapsed > usually;
  const until = waiting?.next ? (Date.parse(waiting.next) - now) / 1000 : undefined;
  return (
    <div className={styles.root}>
      {usually !== undefined && (
        <div className={styles.track} aria-hidden>
          <div className={styles.fill} style={{ width: `${Math.min(100, (elapsed / usually) * 100)}%` }} />
        </div>
      )}
      <p className={styles.line}>
        <FormattedMessage
          id="web.wait.elapsed"
          defaultMessage="{elapsed} so far."
          values={{ elapsed: duration(intl, elapsed) }}
        />{' '}
        {usually !== undefined &&
          (late ? (
            <FormattedMessage
              id="web.wait.late"
              defaultMessage="Longer than usual ({usually}). That happens; we keep looking."
              values={{ usually: duration(intl, usually) }}
            />
          ) : (
            <FormattedMessage
              id="web.wait.usually"
              defaultMessage="It usually takes {usually}."
              values={{ usually: duration(intl, usually) }}
            />
          ))}
      </p>
      {waiting?.next && until !== undefined && (
        <p className={`${styles.line} ${styles.quiet}`}>
          {waiting.for === 'person' ? (
            <FormattedMessage
              id="web.wait.watching"
              defaultMessage="We’re watching. We’ll notice within a minute; the next look is at {at}."
              values={{ at: <Moment at={waiting.next} /> }}
            />
          ) : until > 0 ? (
            <FormattedMessage
              id="web.wait.next"
              defaultMessage="We look again in {until}."
              values={{ until: duration(intl, until) }}
            />
          ) : (
            <FormattedMessage id="web.wait.looking" defaultMessage="We are looking now." />
          )}
        </p>
      )}
    </div>
  );
}
