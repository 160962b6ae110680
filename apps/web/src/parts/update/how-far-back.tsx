import { Field, makeStyles, Select, tokens } from '@fluentui/react-components';
import type { FindingFacts } from '@portico/contract/findings';
import { FormattedMessage, useIntl } from 'react-intl';
import type { Decisions } from '../../data/use-decisions.ts';

const useStyles = makeStyles({
  field: { marginTop: tokens.spacingVerticalM, maxWidth: '420px' },
});

interface Props {
  readonly standing: NonNullable<FindingFacts['update-applied']['standing']>;
  readonly decisions: Pick<Decisions, 'of' | 'decide'>;
}

/** Which of several updates is the first to go; those after it go with it. */
export function HowFarBack({ standing, decisions }: Props) {
  const styles = useStyles();
  const intl = useIntl();
  const [last] = standing;
  if (!last || standing.length < 2) return null;
  const chosen = decisions.of('back').choice;
  const kept = standing.find(({ id }) => chosen?.kind === 'back' && chosen.update === id);
  return (
    <Field
      className={styles.field}
      label={
        <FormattedMessage
          id="web.update.how-far"
          defaultMessage="Put the site back as it was before the update of"
        />
      }
    >
      <Select
        value={(kept ?? last).id}
        onChange={(_, { value }) => decisions.decide({ kind: 'back', update: value })}
      >
        {standing.map(({ id, at, records }, index) => (
          <option key={id} value={id}>
            {intl.formatMessage(
              {
                id: 'web.update.how-far.one',
                defaultMessage:
                  '{at, date, medium} {at, time, short}: {records, plural, one {# record} other {# records}}{more, plural, =0 {} one {, and the one after it} other {, and the # after it}}',
              },
              { at: new Date(at), records, more: index },
            )}
          </option>
        ))}
      </Select>
    </Field>
  );
}
