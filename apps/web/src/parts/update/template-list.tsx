import { makeStyles, typographyStyles } from '@fluentui/react-components';
import type { Choice } from '@portico/contract/routes';
import type { ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';
import type { Loaded } from '../../data/loaded.ts';
import { hostOf } from '../../text/host-of.ts';
import { useSay } from '../../text/say.ts';
import { Day } from '../../ui/day.tsx';
import { RadioCard } from '../../ui/radio-card.tsx';
import { RadioCards } from '../../ui/radio-cards.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { ProblemPanel } from '../problem-panel.tsx';
import type { SignInWays } from '../sign-in-ways.tsx';

const useStyles = makeStyles({
  lead: { ...typographyStyles.body1, margin: 0, maxWidth: '68ch' },
  reason: { display: 'block' },
});

interface Props {
  readonly loaded: Loaded<readonly Choice[]> & { readonly again?: () => void };
  readonly signIn: SignInWays;
  readonly name: string;
  readonly legend: ReactNode;
  readonly none: ReactNode;
  readonly chosen: string | undefined;
  readonly onChoose: (value: string) => void;
}

/** A pick list of what a new template can be read from; what doesn’t suit says why. */
export function TemplateList({ loaded, signIn, name, legend, none, chosen, onChoose }: Props) {
  const styles = useStyles();
  const say = useSay();
  if (loaded.status === 'failed')
    return <ProblemPanel problem={loaded.problem} ways={signIn} onRetry={loaded.again} />;
  if (loaded.status === 'loading') return <Skeleton rows={3} />;
  if (loaded.value.length === 0) return <p className={styles.lead}>{none}</p>;
  return (
    <RadioCards legend={legend}>
      {loaded.value
        .toSorted((a, b) => b.fitness - a.fitness)
        .map(({ value, label, hint, fitness, reason, facts }) => (
          <RadioCard
            key={value}
            name={name}
            value={value}
            title={label}
            checked={chosen === value}
            off={fitness === 0}
            onChoose={onChoose}
          >
            {[facts?.['sku'], facts?.['region'], hint && hostOf(hint)].filter(Boolean).join(' · ')}
            {facts?.['setUp'] !== undefined && (
              <FormattedMessage
                id="web.update.template.known.at"
                defaultMessage="Kept at “{setUp}”, met first on {seen}."
                values={{ setUp: facts['setUp'], seen: <Day at={String(facts['seen'])} /> }}
              />
            )}
            {reason && <span className={styles.reason}>{say(reason)}</span>}
          </RadioCard>
        ))}
    </RadioCards>
  );
}
