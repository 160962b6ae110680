import { Field, Input } from '@fluentui/react-components';
import { FormattedMessage, useIntl } from 'react-intl';
import { RadioCard } from '../ui/radio-card.tsx';
import { RadioCards } from '../ui/radio-cards.tsx';

export interface GoLiveDraft {
  readonly convert?: 'now' | 'later' | undefined;
  readonly by: string;
}

interface Props {
  readonly draft: GoLiveDraft;
  readonly onChange: (draft: GoLiveDraft) => void;
}

/** Now, or later by somebody who has a name. Nothing is chosen beforehand: one costs money, the other can lose the site. */
export function GoLiveForm({ draft, onChange }: Props) {
  const intl = useIntl();
  return (
    <>
      <RadioCards
        sideBySide
        legend={
          <FormattedMessage id="web.go-live.legend" defaultMessage="When the trial becomes production" />
        }
      >
        <RadioCard
          name="convert"
          value="now"
          title={<FormattedMessage id="web.go-live.now" defaultMessage="Convert it now" />}
          checked={draft.convert === 'now'}
          onChoose={() => onChange({ ...draft, convert: 'now' })}
        >
          <FormattedMessage
            id="web.go-live.now.hint"
            defaultMessage="The site stays. From now on the people who sign in are paid for, and there is no way back to a trial."
          />
        </RadioCard>
        <RadioCard
          name="convert"
          value="later"
          title={<FormattedMessage id="web.go-live.later" defaultMessage="Convert it later" />}
          checked={draft.convert === 'later'}
          onChoose={() => onChange({ ...draft, convert: 'later' })}
        >
          <FormattedMessage
            id="web.go-live.later.hint"
            defaultMessage="It costs nothing until then. Somebody has to know the date, or the site is suspended."
          />
        </RadioCard>
      </RadioCards>
      {draft.convert === 'later' && (
        <Field
          label={intl.formatMessage({
            id: 'web.go-live.by',
            defaultMessage: 'Who converts it, and knows until when',
          })}
          hint={intl.formatMessage({
            id: 'web.go-live.by.hint',
            defaultMessage: 'A name for the report. Nobody is written to: send them the reminder.',
          })}
        >
          <Input
            value={draft.by}
            maxLength={200}
            autoComplete="off"
            onChange={(_, { value: by }) => onChange({ ...draft, by })}
          />
        </Field>
      )}
    </>
  );
}
