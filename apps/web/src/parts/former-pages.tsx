import type { FormerSite } from '@portico/contract/findings';
import { FormattedMessage } from 'react-intl';
import { RadioCard } from '../ui/radio-card.tsx';
import { RadioCards } from '../ui/radio-cards.tsx';

interface Props {
  readonly records: readonly FormerSite[];
  readonly chosen: string | undefined;
  readonly onChoose: (record: string | undefined) => void;
}

/** Whether the new site begins with the template’s pages, or shows those that a former one left in Dataverse. */
export function FormerPages({ records, chosen, onChoose }: Props) {
  return (
    <RadioCards legend={<FormattedMessage id="web.site.pages" defaultMessage="Pages and settings" />}>
      <RadioCard
        name="site-pages"
        value=""
        title={<FormattedMessage id="web.site.pages.new" defaultMessage="New pages" />}
        checked={chosen === undefined}
        onChoose={() => onChoose(undefined)}
      >
        <FormattedMessage
          id="web.site.pages.new.hint"
          defaultMessage="As Microsoft’s template makes them. What is left of former sites stays untouched."
        />
      </RadioCard>
      {records.map(({ record, name }) => (
        <RadioCard
          key={record}
          name="site-pages"
          value={record}
          title={
            <FormattedMessage
              id="web.site.pages.former"
              defaultMessage="The pages of “{name}”"
              values={{ name }}
            />
          }
          checked={chosen === record}
          onChoose={() => onChoose(record)}
        >
          <FormattedMessage
            id="web.site.pages.former.hint"
            defaultMessage="A former site left them in Dataverse. They are shown again as they are. Choose them only if that site was a Customer Portal."
          />
        </RadioCard>
      ))}
    </RadioCards>
  );
}
