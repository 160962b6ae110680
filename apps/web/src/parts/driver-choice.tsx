import type { Driver } from '@portico/plan/action';
import { FormattedMessage } from 'react-intl';
import { RadioCard } from '../ui/radio-card.tsx';
import { RadioCards } from '../ui/radio-cards.tsx';
import { ProblemTitle } from './problem-words.tsx';
import type { Review } from './step-model.ts';

interface Props {
  readonly drivers: Review['drivers'];
  readonly chosen: Driver;
  readonly onChoose: (driver: Driver) => void;
}

/** Who does it. Both ways are proven by the same checks, so neither is second best. */
export function DriverChoice({ drivers: { automatic }, chosen, onChoose }: Props) {
  return (
    <RadioCards sideBySide legend={<FormattedMessage id="web.driver.legend" defaultMessage="Who does it" />}>
      <RadioCard
        name="driver"
        value="automatic"
        title={<FormattedMessage id="web.driver.automatic" defaultMessage="Portico does it" />}
        checked={chosen === 'automatic'}
        off={!automatic.available}
        onChoose={() => onChoose('automatic')}
      >
        {automatic.available ? (
          <>
            <FormattedMessage
              id="web.driver.automatic.hint"
              defaultMessage="In your name, with your rights. You can leave and come back."
            />
            {automatic.undocumented && (
              <>
                {' '}
                <FormattedMessage
                  id="web.driver.automatic.undocumented"
                  defaultMessage="Microsoft’s own page uses this interface; it isn’t documented and may change."
                />
              </>
            )}
          </>
        ) : automatic.problem ? (
          <ProblemTitle code={automatic.problem.code} values={undefined} />
        ) : (
          <FormattedMessage
            id="web.driver.automatic.none"
            defaultMessage="Microsoft offers no way for an app to do this."
          />
        )}
      </RadioCard>
      <RadioCard
        name="driver"
        value="guided"
        title={
          <FormattedMessage id="web.driver.guided" defaultMessage="You do it in Microsoft’s page, we watch" />
        }
        checked={chosen === 'guided'}
        onChoose={() => onChoose('guided')}
      >
        <FormattedMessage
          id="web.driver.guided.hint"
          defaultMessage="We say exactly what to click and notice by ourselves when it is done."
        />
      </RadioCard>
    </RadioCards>
  );
}
