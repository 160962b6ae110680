import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { msg } from '@portico/plan/text';
import type { HandOff, OperationState } from '@portico/plan/reduce';
import { FormattedMessage, type MessageDescriptor } from 'react-intl';
import { actionTitle } from '../text/names.ts';
import { useSay } from '../text/say.ts';
import { Moment } from '../ui/moment.tsx';
import { Section } from '../ui/section.tsx';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', gap: tokens.spacingVerticalM },
  name: { ...typographyStyles.body1Strong },
  meta: { ...typographyStyles.caption1, display: 'block', color: tokens.colorNeutralForeground3 },
});

const outcomes: Readonly<Record<HandOff['state'], MessageDescriptor>> = {
  given: msg({ id: 'web.report.hand-off.given', defaultMessage: 'Not opened yet' }),
  opened: msg({ id: 'web.report.hand-off.opened', defaultMessage: 'Opened {at}' }),
  used: msg({ id: 'web.report.hand-off.used', defaultMessage: 'Done {at}' }),
  revoked: msg({ id: 'web.report.hand-off.revoked', defaultMessage: 'Ended {at} without being used' }),
  expired: msg({ id: 'web.report.hand-off.expired', defaultMessage: 'Expired {at}' }),
};

/** Whom others asked for what, and what became of it. */
export function ReportHandOffs({ operations }: { readonly operations: readonly OperationState[] }) {
  const styles = useStyles();
  const say = useSay();
  const all = operations.flatMap(({ action, handOffs }) =>
    Object.values(handOffs).map((one) => ({ ...one, action })),
  );
  if (all.length === 0) return null;
  return (
    <Section title={<FormattedMessage id="web.report.handed" defaultMessage="What others were asked for" />}>
      <ul className={styles.list}>
        {all.map(({ handOff, action, to, by, since, state, at }) => (
          <li key={handOff}>
            <span className={styles.name}>{to}</span>
            {': '}
            {say(actionTitle(action))}
            <span className={styles.meta}>
              <FormattedMessage
                id="web.report.hand-off"
                defaultMessage="Asked {since} by {by}"
                values={{ since: <Moment at={since} />, by: by?.name ?? 'Portico' }}
              />
              {' · '}
              <FormattedMessage {...outcomes[state]} values={{ at: <Moment at={at} /> }} />
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
