import { Field, Input } from '@fluentui/react-components';
import { type Answers, overwriting } from '@portico/contract/answers';
import { bearing } from '@portico/contract/bearing';
import type { SyncForecast } from '@portico/contract/findings';
import { FormattedMessage, useIntl } from 'react-intl';
import { Note } from '../ui/note.tsx';

interface Props {
  readonly master: NonNullable<Answers['table-maps']>['master'];
  readonly forecast: SyncForecast | undefined;
}

/** What is overwritten on which side, by the rows that both sides have under one key. */
export function MasterStakes({ master, forecast }: Props) {
  const intl = useIntl();
  const shared = forecast?.maps.filter(({ both }) => both) ?? [];
  if (shared.length === 0) return null;
  const rows = shared.reduce((sum, { both }) => sum + (both?.rows ?? 0), 0);
  const whole = shared.every(({ both }) => both?.whole);
  const names = shared
    .filter(({ both }) => (both?.rows ?? 0) > 0)
    .map(({ name, both }) =>
      intl.formatMessage(
        { id: 'web.stakes.map', defaultMessage: '{rows, number} of {lookedAt, number} of {name}' },
        { name, rows: both?.rows ?? 0, lookedAt: both?.lookedAt ?? 0 },
      ),
    );
  // Before it is decided nobody has looked for this side's sake.
  const unread = (forecast?.maps ?? [])
    .filter((map) => master === 'dataverse' && bearing(map, master).includes('lookups'))
    .map(({ name }) => name);
  return (
    <Note tone={rows > 0 && master === 'dataverse' ? 'bad' : 'quiet'}>
      <span>
        {rows === 0 ? (
          <FormattedMessage
            id="web.stakes.none"
            defaultMessage="No row in Dataverse has the same key as one in finance and operations{whole, select, true {} other {, among those that were compared}}: nothing is overwritten, whichever side wins."
            values={{ whole: String(whole) }}
          />
        ) : (
          <FormattedMessage
            id="web.stakes.rows"
            defaultMessage="Of the rows in Dataverse, {whole, select, true {} other {at least }}{rows, plural, one {# has} other {# have}} the same key as a row in finance and operations: {names}. {master, select, dataverse {Those are overwritten in finance and operations, and nothing brings them back.} other {Those are overwritten in Dataverse; finance and operations stays as it is.}} Rows that only one side has are copied to the other."
            values={{
              rows,
              names: intl.formatList(names, { type: 'unit' }),
              master,
              whole: String(whole),
            }}
          />
        )}
      </span>
      {unread.length > 0 && (
        <span>
          <FormattedMessage
            id="web.stakes.unread"
            defaultMessage="By Microsoft’s documentation, rows with ten lookups or more may fail to be read out of Dataverse: {names}."
            values={{ names: intl.formatList(unread) }}
          />
        </span>
      )}
    </Note>
  );
}

interface ConfirmationProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** The other choice than the suggested one takes a word typed by hand. */
export function MasterConfirmation({ value, onChange }: ConfirmationProps) {
  const intl = useIntl();
  return (
    <Field
      label={intl.formatMessage(
        {
          id: 'web.stakes.confirm',
          defaultMessage: 'Type {word} to confirm that its rows win over finance and operations',
        },
        { word: overwriting },
      )}
    >
      <Input
        value={value}
        onChange={(_, { value: typed }) => onChange(typed)}
        autoComplete="off"
        spellCheck={false}
      />
    </Field>
  );
}
