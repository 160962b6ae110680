import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { OperationState } from '@portico/plan/reduce';
import { FormattedMessage } from 'react-intl';
import { actionTitle } from '../text/names.ts';
import { useSay } from '../text/say.ts';
import { Moment } from '../ui/moment.tsx';
import { Section } from '../ui/section.tsx';
import { ChangeList } from './change-list.tsx';
import { CopiedMaps } from './copied-maps.tsx';
import { OutcomePanel } from './outcome-panel.tsx';

const useStyles = makeStyles({
  operation: { display: 'grid', gap: tokens.spacingVerticalS, breakInside: 'avoid' },
  name: { ...typographyStyles.body1Strong, margin: 0 },
  meta: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground3 },
});

/** What was changed, by whom, when, and how it can be taken back. */
export function ReportChanges({ operations }: { readonly operations: readonly OperationState[] }) {
  const styles = useStyles();
  const say = useSay();
  return (
    <Section title={<FormattedMessage id="web.report.changed" defaultMessage="What was changed" />}>
      {operations.length === 0 && (
        <p className={styles.meta}>
          <FormattedMessage id="web.report.unchanged" defaultMessage="Nothing has been changed." />
        </p>
      )}
      {operations.map((operation) => (
        <div key={operation.id} className={styles.operation}>
          <h3 className={styles.name}>{say(actionTitle(operation.action))}</h3>
          <p className={styles.meta}>
            <FormattedMessage
              id="web.report.by"
              defaultMessage="Started {at} by {who}, {driver, select, automatic {done by Portico} other {done in Microsoft’s page}}"
              values={{
                at: <Moment at={operation.startedAt} />,
                who: operation.by?.name ?? 'Portico',
                driver: operation.driver,
              }}
            />
          </p>
          <ChangeList changes={operation.changes} />
          <OutcomePanel operation={operation} />
          <CopiedMaps operation={operation} />
        </div>
      ))}
    </Section>
  );
}
