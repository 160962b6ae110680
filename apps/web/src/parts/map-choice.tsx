import type { ResolvedMap } from '@portico/contract/findings';
import type { ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';
import { RadioCard } from '../ui/radio-card.tsx';
import { RadioCards } from '../ui/radio-cards.tsx';

/** What the answers hold for a map that nobody wants. */
const none = 'none';

interface Props {
  readonly map: ResolvedMap;
  readonly name: ReactNode;
  readonly choice: string | undefined;
  readonly onChoose: (wanted: string, id: string) => void;
}

/** Which of several maps is meant; what tells them apart stands under each. */
export function MapChoice({ map, name, choice, onChoose }: Props) {
  const { wanted, chosen, candidates, optional } = map;
  const now = choice ?? chosen?.id ?? (optional && none);
  return (
    <RadioCards
      legend={
        <FormattedMessage id="web.map.which" defaultMessage="Which map is “{name}” here?" values={{ name }} />
      }
    >
      {optional && (
        <RadioCard
          name={`map-${wanted}`}
          value={none}
          title={<FormattedMessage id="web.map.none" defaultMessage="None" />}
          checked={now === none}
          onChoose={() => onChoose(wanted, none)}
        >
          <FormattedMessage
            id="web.map.none.hint"
            defaultMessage="The five maps of the guide are enough for a portal whose users are customers themselves."
          />
        </RadioCard>
      )}
      {candidates.map(({ id, name: title, version, author, description }) => (
        <RadioCard
          key={id}
          name={`map-${wanted}`}
          value={id}
          title={title}
          checked={now === id}
          onChoose={() => onChoose(wanted, id)}
        >
          {[version, author, description].filter(Boolean).join(' · ')}
        </RadioCard>
      ))}
    </RadioCards>
  );
}
