import { Checkbox } from '@fluentui/react-components';
import type { Answers } from '@portico/contract/answers';
import type { SyncForecast } from '@portico/contract/findings';
import { FormattedMessage, useIntl } from 'react-intl';
import { Note } from '../ui/note.tsx';
import { RadioCard } from '../ui/radio-card.tsx';
import { RadioCards } from '../ui/radio-cards.tsx';
import { MasterConfirmation, MasterStakes } from './master-stakes.tsx';

type Draft = NonNullable<Answers['table-maps']>;

interface Props {
  readonly draft: Draft;
  readonly forecast: SyncForecast | undefined;
  readonly onChange: (draft: Draft) => void;
}

/** Who wins in a conflict, and whether existing rows are copied first. */
export function MapDecisions({ draft, forecast, onChange }: Props) {
  const intl = useIntl();
  // What was typed for one choice is no word for the other.
  const choose = (master: Draft['master']) => onChange({ ...draft, master, confirmed: undefined });
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
            defaultMessage="Suggested: orders, prices and customers are kept there, so it knows better."
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
            defaultMessage="What Microsoft’s dialog is set to for every map, whatever the data; Microsoft gives no reason. Right where accounts and contacts are kept in Dataverse."
          />
        </RadioCard>
      </RadioCards>
      {draft.initialSync && <MasterStakes master={draft.master} forecast={forecast} />}
      {draft.initialSync && draft.master === 'dataverse' && (
        <MasterConfirmation
          value={draft.confirmed ?? ''}
          onChange={(confirmed) => onChange({ ...draft, confirmed })}
        />
      )}
      <Checkbox
        checked={draft.initialSync}
        onChange={(_, { checked }) => onChange({ ...draft, initialSync: checked === true })}
        label={intl.formatMessage({
          id: 'web.initial-sync',
          defaultMessage:
            'Copy existing rows first (initial sync). Without it, only rows that change from now on arrive on the portal.',
        })}
      />
      {!draft.initialSync && (
        <Note tone="careful">
          <FormattedMessage
            id="web.initial-sync.skipped"
            defaultMessage="Customers and products that exist now won’t be on the portal, and an order for one of them fails, until each is changed once or brought over by other means. Choose this where the rows are on both sides already, under the same keys."
          />
        </Note>
      )}
    </>
  );
}
