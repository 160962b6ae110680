import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { OperationState } from '@portico/plan/reduce';
import { FormattedMessage, useIntl } from 'react-intl';
import { Bar } from '../ui/bar.tsx';
import { duration } from '../ui/duration.ts';
import { useNow } from '../ui/use-now.ts';

const useStyles = makeStyles({
  root: { display: 'grid', gap: tokens.spacingVerticalXS },
  line: { ...typographyStyles.body1, margin: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
});

interface Props {
  readonly operation: OperationState;
  /** The bar above shows how much is done; these are the words for the one under way. */
  readonly counted?: boolean;
  /** The object id of who looks. */
  readonly me: string;
}

/** How long it has been, how long it usually takes, and when we look next. Never a guessed percentage. */
export function WaitWords({ operation, counted = false, me }: Props) {
  const styles = useStyles();
  const intl = useIntl();
  const now = useNow(1000);
  const { waiting } = operation;
  const since = waiting?.since ?? operation.startedAt;
  const elapsed = (now - Date.parse(since)) / 1000;
  // How long a person takes is nobody's business; how long Microsoft usually takes is.
  const usually = waiting?.for === 'person' ? undefined : waiting?.usually;
  const late = usually !== undefined && elapsed > usually;
  // A copying's words are told anew with each step of it: what they say holds from then on. 0: nobody counted its rows.
  const expected = waiting?.says.values?.['expected'];
  const copies = expected !== undefined;
  // Of many, the line above says how long all take; this says it of the one under way.
  const one = counted && waiting?.for === 'upstream' && !late;
  // A wait tells its first look; the later ones come as far apart as that one was.
  const until = waiting?.next ? (Date.parse(waiting.next) - now) / 1000 : undefined;
  const apart = waiting?.next ? (Date.parse(waiting.next) - Date.parse(waiting.since)) / 1000 : 0;
  const looks = apart >= 1 && apart <= 120 ? duration(intl, apart) : undefined;
  // Between two of many nothing is waited for, and the line above has said the rest.
  if (counted && !waiting) return undefined;
  return (
    <div className={styles.root}>
      {usually !== undefined && !counted && <Bar part={elapsed / usually} />}
      <p className={styles.line}>
        {copies ? (
          expected !== 0 && <RestWords left={(usually ?? 0) - elapsed} />
        ) : one ? (
          <FormattedMessage
            id="web.wait.one"
            defaultMessage="This one: {elapsed} so far{usually, select, none {} other {; up to {usually} is usual}}."
            values={{
              elapsed: duration(intl, elapsed),
              usually: usually === undefined ? 'none' : duration(intl, usually),
            }}
          />
        ) : (
          <FormattedMessage
            id="web.wait.elapsed"
            defaultMessage="{elapsed} so far."
            values={{ elapsed: duration(intl, elapsed) }}
          />
        )}{' '}
        {usually !== undefined &&
          !one &&
          !copies &&
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
      {waiting?.for === 'sign-in' && <SignInWords operation={operation} me={me} />}
      {waiting && waiting.for !== 'sign-in' && until !== undefined && (
        <p className={`${styles.line} ${styles.quiet}`}>
          {waiting.for === 'person' ? (
            <FormattedMessage
              id="web.wait.watching"
              defaultMessage="We’re watching{looks, select, none {} other {: we look every {looks}}}. We’ll notice within a minute, and you don’t have to come back here."
              values={{ looks: looks ?? 'none' }}
            />
          ) : until >= 1 ? (
            <FormattedMessage
              id="web.wait.next"
              defaultMessage="We look again in {until}."
              values={{ until: duration(intl, until) }}
            />
          ) : (
            <FormattedMessage
              id="web.wait.looking"
              defaultMessage="{looks, select, none {We keep looking.} other {We look every {looks}.}}"
              values={{ looks: looks ?? 'none' }}
            />
          )}
        </p>
      )}
    </div>
  );
}

/** Of the one under way. */
function RestWords({ left }: { readonly left: number }) {
  const intl = useIntl();
  return left > 0 ? (
    <FormattedMessage
      id="web.wait.rest"
      defaultMessage="This one: at most {left} more."
      values={{ left: duration(intl, left) }}
    />
  ) : (
    <FormattedMessage
      id="web.wait.rest.late"
      defaultMessage="This one takes longer than was reckoned. That happens; we keep looking."
    />
  );
}

/** Whom it waits for, and that it needs nothing else. */
function SignInWords({ operation: { by, waiting, wrote }, me }: Pick<Props, 'operation' | 'me'>) {
  const styles = useStyles();
  const consent = waiting?.problem?.code === 'consent-missing';
  return (
    <p className={`${styles.line} ${styles.quiet}`}>
      {consent ? (
        <FormattedMessage
          id="web.wait.consent"
          defaultMessage="It goes on by itself once the consent is given. Nothing is lost meanwhile, and nothing is done twice."
        />
      ) : by?.id === me ? (
        <FormattedMessage
          id="web.wait.sign-in.you"
          defaultMessage="It goes on by itself as soon as you have signed in. Nothing is lost meanwhile, and nothing is done twice."
        />
      ) : (
        <FormattedMessage
          id="web.wait.sign-in.other"
          defaultMessage="This runs in the name of {who}, who has to sign in. A colleague with the same rights can go on in their own name{wrote, plural, =0 {} other {: opening this set-up is enough}}."
          values={{ who: by?.name ?? '', wrote }}
        />
      )}
    </p>
  );
}
