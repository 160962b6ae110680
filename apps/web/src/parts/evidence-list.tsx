import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { Evidence } from '@portico/plan/finding';
import { FormattedMessage } from 'react-intl';
import { serviceName } from '../text/services.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { Moment } from '../ui/moment.tsx';

const useStyles = makeStyles({
  root: { display: 'grid', gap: tokens.spacingVerticalS, justifyItems: 'start', minWidth: 0 },
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'grid',
    gap: tokens.spacingVerticalS,
    minWidth: 0,
  },
  call: {
    ...typographyStyles.caption1,
    display: 'grid',
    gap: '2px',
    padding: tokens.spacingHorizontalS,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    overflowWrap: 'anywhere',
    minWidth: 0,
  },
  url: { fontFamily: tokens.fontFamilyMonospace, color: tokens.colorNeutralForeground1 },
  meta: { color: tokens.colorNeutralForeground2 },
});

/** Each call as it went, for the person who must convince somebody else. */
export function EvidenceList({ evidence }: { readonly evidence: readonly Evidence[] }) {
  const styles = useStyles();
  return (
    <div className={styles.root}>
      <ul className={styles.list}>
        {evidence.map((call, index) => (
          <li key={`${call.at}.${index}`} className={styles.call}>
            <span className={styles.url}>
              {call.method} {call.url}
            </span>
            <span className={styles.meta}>
              <FormattedMessage
                id="web.evidence.call"
                defaultMessage="{service} answered {status, number} at {at} after {took, number} ms"
                values={{
                  service: serviceName(call.service),
                  status: call.status,
                  at: <Moment at={call.at} />,
                  took: Math.round(call.took),
                }}
              />
            </span>
            {call.correlation && (
              <span className={styles.meta}>
                <FormattedMessage
                  id="web.evidence.correlation"
                  defaultMessage="Correlation id: {id}"
                  values={{ id: call.correlation }}
                />
              </span>
            )}
            {call.standing !== 'documented' && (
              <span className={styles.meta}>
                <FormattedMessage
                  id="web.evidence.standing"
                  defaultMessage="Microsoft does not document this answer. We know it from use."
                />
              </span>
            )}
          </li>
        ))}
      </ul>
      <CopyButton text={JSON.stringify(evidence, null, 2)} />
    </div>
  );
}
