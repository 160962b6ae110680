import { Field, Input } from '@fluentui/react-components';
import { type Answers, overwriting } from '@portico/contract/answers';
import type { SyncForecast } from '@portico/contract/findings';
import { FormattedMessage, useIntl } from 'react-intl';
import { Note } from '../ui/note.tsx';

interface Props {
  readonly master: NonNullable<Answers['table-maps']>['master'];
  readonly forecast: SyncForecast | undefined;
}

/** What is overwritten on which side, by the rows that both sides have under one key. */
export function MasterStakes({ master, forecast }: Props) {
  const shared = forecast?.maps.filter(({ both }) => both) ?? [];
  if (shared.length === 0) return null;
  const rows = shared.reduce((sum, { both }) => sum + (both?.rows ?? 0), 0);
  const whole = shared.every(({ both }) => both?.whole);
  const names = shared
    .filter(({ both }) => (both?.rows ?? 0) > 0)
    .map(({ name, both }) => `${name}: ${both?.rows ?? 0}`)
    .join(', ');
  return (
    <Note tone={rows > 0 && master === 'dataverse' ? 'bad' : 'quiet'}>
      <span>
        {rows === 0 ? (
          <FormattedMessage
            id="web.stakes.none"
            defaultMessage="No row was found on both sides{whole, select, true {} other {, among those that were compared}}: nothing is overwritten, whichever side wins."
            values={{ whole: String(whole) }}
          />
        ) : (
          <FormattedMessage
            id="web.stakes.rows"
            defaultMessage="{whole, select, true {} other {At least }}{rows, plural, one {# row is} other {# rows are}} on both sides ({names}). {master, select, dataverse {They are overwritten in finance and operations, and nothing brings them back.} other {They are overwritten in Dataverse; finance and operations stays as it is.}}"
            values={{ rows, names, master, whole: String(whole) }}
          />
        )}
      </span>
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
