import { Checkbox } from '@fluentui/react-components';
import type { Answers } from '@portico/contract/answers';
import { FormattedMessage, useIntl } from 'react-intl';
import { RadioCard } from '../ui/radio-card.tsx';
import { RadioCards } from '../ui/radio-cards.tsx';

type Draft = NonNullable<Answers['table-maps']>;

interface Props {
  readonly draft: Draft;
  readonly onChange: (draft: Draft) => void;
}

/** Who wins in a conflict, and whether existing rows are copied first. */
export function MapDecisions({ draft, onChange }: Props) {
  const intl = useIntl();
  const choose = (master: Draft['master']) => onChange({ ...draft, master });
  return (
    <>
      <RadioCards
        sideBySide
        legend={
          <FormattedMessage
            id="web.master.legend"
            defaultMessage="Which side wins where both hold the same record"
          />
        }
      >
        <RadioCard
          name="master"
          value="finance-operations"
          title={<FormattedMessage id="web.master.fno" defaultMessage="Finance and operations" />}
          checked={draft.master === 'finance-operations'}
          onChoose={() => choose('finance-operations')}
        >
          <FormattedMessage
            id="web.master.fno.hint"
            defaultMessage="Suggested: it is your system of record. Microsoft’s page suggests Dataverse."
          />
        </RadioCard>
        <RadioCard
          name="master"
          value="dataverse"
          title={<FormattedMessage id="web.master.dataverse" defaultMessage="Dataverse" />}
          checked={draft.master === 'dataverse'}
          onChoose={() => choose('dataverse')}
        >
          <FormattedMessage
            id="web.master.dataverse.hint"
            defaultMessage="For companies whose accounts and contacts are kept in Dataverse."
          />
        </RadioCard>
      </RadioCards>
      <Checkbox
        checked={draft.initialSync}
        onChange={(_, { checked }) => onChange({ ...draft, initialSync: checked === true })}
        label={intl.formatMessage({
          id: 'web.initial-sync',
          defaultMessage:
            'Copy existing rows first (initial sync). Without it, only rows that change from now on arrive on the portal.',
        })}
      />
    </>
  );
}
