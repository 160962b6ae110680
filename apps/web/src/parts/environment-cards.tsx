import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { Choice } from '@portico/contract/routes';
import { type ReactNode, useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { hostOf } from '../text/host-of.ts';
import { useSay } from '../text/say.ts';
import { Note } from '../ui/note.tsx';
import { RadioCard } from '../ui/radio-card.tsx';
import { RadioCards } from '../ui/radio-cards.tsx';

const useStyles = makeStyles({
  suggested: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3 },
  reason: { ...typographyStyles.body1, display: 'block', color: tokens.colorNeutralForeground2 },
});

interface Props {
  readonly choices: readonly Choice[];
  readonly chosen: string | undefined;
  /** What was decided; the others then stand back. */
  readonly kept: string | undefined;
  readonly onChoose: (value: string) => void;
}

/** Environments by fitness; those that can't be used stay visible, last, with the reason. */
export function EnvironmentCards({ choices, chosen, kept, onChoose }: Props) {
  const styles = useStyles();
  const say = useSay();
  const [all, setAll] = useState(false);
  const sorted = [...choices].sort((a, b) => b.fitness - a.fitness);
  // A list of one needs no suggestion.
  const suggested = choices.length > 1 && sorted[0] && sorted[0].fitness > 1 ? sorted[0].value : undefined;
  if (sorted.length === 0)
    return (
      <NotHere
        title={
          <FormattedMessage
            id="web.environment.none"
            defaultMessage="Your account sees no environment in this tenant."
          />
        }
      />
    );
  const shown = kept && !all ? sorted.filter(({ value }) => value === chosen) : sorted;
  return (
    <>
      <RadioCards
        legend={<FormattedMessage id="web.environment.legend" defaultMessage="Environment for the portal" />}
      >
        {shown.map(({ value, label, hint, fitness, reason, facts }) => (
          <RadioCard
            key={value}
            name="environment"
            value={value}
            title={
              <>
                {label}
                {value === suggested && (
                  <span className={styles.suggested}>
                    {' · '}
                    <FormattedMessage
                      id="web.environment.suggested"
                      defaultMessage="suggested, because it fits best"
                    />
                  </span>
                )}
              </>
            }
            checked={chosen === value}
            off={fitness === 0}
            onChoose={onChoose}
          >
            {[facts?.['sku'], facts?.['region'], hint && hostOf(hint)].filter(Boolean).join(' · ')}
            {facts?.['finance'] && <span className={styles.reason}>{`⇄ ${facts['finance']}`}</span>}
            {reason && (
              <span className={styles.reason}>
                {fitness === 0 && (
                  <>
                    <FormattedMessage id="web.environment.off" defaultMessage="Can’t be chosen:" />{' '}
                  </>
                )}
                {say(reason)}
              </span>
            )}
          </RadioCard>
        ))}
      </RadioCards>
      {!sorted.some(({ facts }) => facts?.['finance']) && (
        <NotHere
          title={
            <FormattedMessage
              id="web.environment.none-fits"
              defaultMessage="Your account sees no environment that is linked to finance and operations."
            />
          }
        />
      )}
      {shown.length < sorted.length && (
        <div>
          <Button onClick={() => setAll(true)}>
            <FormattedMessage id="web.environment.change" defaultMessage="Choose another environment" />
          </Button>
        </div>
      )}
    </>
  );
}

/** A list shows only what this account may see; whoever misses something learns whom to ask. */
function NotHere({ title }: { readonly title: ReactNode }) {
  return (
    <Note title={title}>
      <span>
        <FormattedMessage
          id="web.environment.none.remedy"
          defaultMessage="Ask an environment administrator to add you to the environment where finance and operations is linked, then come back."
        />
      </span>
    </Note>
  );
}
