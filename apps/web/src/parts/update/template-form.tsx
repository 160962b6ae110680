import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { Choice } from '@portico/contract/routes';
import { lazy, type ReactNode, Suspense } from 'react';
import { FormattedMessage } from 'react-intl';
import type { Loaded } from '../../data/loaded.ts';
import { hostOf } from '../../text/host-of.ts';
import { useSay } from '../../text/say.ts';
import { Disclosure } from '../../ui/disclosure.tsx';
import { RadioCard } from '../../ui/radio-card.tsx';
import { RadioCards } from '../../ui/radio-cards.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { ProblemPanel } from '../problem-panel.tsx';
import type { SignInWays } from '../sign-in-ways.tsx';
import { type TemplateDraft, templateDraft } from './template-source.ts';
import type { Snapshots } from './update-model.ts';

// Few bring a file: it comes when somebody does.
const GivenTemplate = lazy(async () => ({ default: (await import('./screens.ts')).GivenTemplate }));

const useStyles = makeStyles({
  root: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalL },
  lead: { ...typographyStyles.body1, margin: 0, maxWidth: '68ch' },
  steps: { margin: 0, paddingInlineStart: '24px', display: 'grid', gap: tokens.spacingVerticalXS },
  reason: { display: 'block' },
});

interface Props {
  readonly draft: TemplateDraft;
  readonly environments: Loaded<readonly Choice[]> & { readonly again?: () => void };
  readonly sites: Loaded<readonly Choice[]> & { readonly again?: () => void };
  readonly snapshots: Snapshots;
  readonly signIn: SignInWays;
  readonly onChange: (draft: TemplateDraft) => void;
}

/** Where the new template comes from: a site that was made from it and that nobody touched, or what somebody kept. */
export function TemplateForm({ snapshots, ...props }: Props) {
  const styles = useStyles();
  const { draft, signIn, onChange } = props;
  const from = draft.from ?? 'site';
  const choose = (value: string) => {
    const chosen = templateDraft.shape.from.safeParse(value).data;
    // What was read of one isn’t the other.
    if (chosen && chosen !== from) onChange({ from: chosen });
  };
  const card = (value: typeof from, title: ReactNode, hint: ReactNode) => (
    <RadioCard name="template-from" value={value} title={title} checked={from === value} onChoose={choose}>
      {hint}
    </RadioCard>
  );
  return (
    <div className={styles.root}>
      <RadioCards
        legend={
          <FormattedMessage
            id="web.update.template.from"
            defaultMessage="Where the new template comes from"
          />
        }
      >
        {card(
          'site',
          <FormattedMessage id="web.update.template.from.site" defaultMessage="From a reference site" />,
          <FormattedMessage
            id="web.update.template.from.site.hint"
            defaultMessage="A fresh site in another environment. It is read now, so it is the newest."
          />,
        )}
        {card(
          'file',
          <FormattedMessage id="web.update.template.from.file" defaultMessage="From a file" />,
          <FormattedMessage
            id="web.update.template.from.file.hint"
            defaultMessage="A snapshot of a reference site that you kept, from another customer for instance."
          />,
        )}
        {card(
          'folder',
          <FormattedMessage id="web.update.template.from.folder" defaultMessage="From a folder" />,
          <FormattedMessage
            id="web.update.template.from.folder.hint"
            defaultMessage="A reference site that was downloaded with “pac pages download”."
          />,
        )}
      </RadioCards>
      {from === 'site' ? (
        <ReferenceSite {...props} />
      ) : (
        // Anew for each: what went wrong with a file says nothing of a folder.
        <Suspense key={from} fallback={<Skeleton rows={3} />}>
          <GivenTemplate
            draft={draft}
            from={from}
            give={snapshots.giveTemplate}
            signIn={signIn}
            onChange={onChange}
          />
        </Suspense>
      )}
    </div>
  );
}

/** A site that was made from the new template: its environment, and which one of there. */
function ReferenceSite({ draft, environments, sites, signIn, onChange }: Omit<Props, 'snapshots'>) {
  const styles = useStyles();
  return (
    <div className={styles.root}>
      <p className={styles.lead}>
        <FormattedMessage
          id="web.update.template.lead"
          defaultMessage="Microsoft brings a new template only to new sites. So that we can tell what is new in it, somebody makes a site from it in another environment, and leaves it as it is: the reference site. We only read it."
        />
      </p>
      <Disclosure
        label={<FormattedMessage id="web.update.template.how" defaultMessage="How to get a reference site" />}
      >
        <ol className={styles.steps}>
          <li>
            <FormattedMessage
              id="web.update.template.how.environment"
              defaultMessage="Choose an environment that is linked to finance and operations and has no site yet, such as a sandbox."
            />
          </li>
          <li>
            <FormattedMessage
              id="web.update.template.how.site"
              defaultMessage="In Power Pages, make a site there from the template “Customer Portal”, in the language of your own site. A trial is enough."
            />
          </li>
          <li>
            <FormattedMessage
              id="web.update.template.how.leave"
              defaultMessage="Change nothing in it. What somebody changes there would look like Microsoft’s."
            />
          </li>
        </ol>
      </Disclosure>
      <List
        loaded={environments}
        signIn={signIn}
        name="template-environment"
        legend={
          <FormattedMessage
            id="web.update.template.environment"
            defaultMessage="Environment of the reference site"
          />
        }
        none={
          <FormattedMessage
            id="web.update.template.no-environment"
            defaultMessage="Your account sees no other environment. Ask an environment administrator to add you to the one with the reference site."
          />
        }
        chosen={draft.environment}
        onChoose={(environment) => onChange({ environment })}
      />
      {draft.environment && (
        <List
          loaded={sites}
          signIn={signIn}
          name="template-site"
          legend={<FormattedMessage id="web.update.template.site" defaultMessage="Reference site" />}
          none={
            <FormattedMessage
              id="web.update.template.no-site"
              defaultMessage="There is no site in this environment yet. “How to get a reference site” says how one is made."
            />
          }
          chosen={draft.website}
          onChoose={(website) => onChange({ ...draft, website })}
        />
      )}
    </div>
  );
}

interface ListProps {
  readonly loaded: Props['environments'];
  readonly signIn: SignInWays;
  readonly name: string;
  readonly legend: ReactNode;
  readonly none: ReactNode;
  readonly chosen: string | undefined;
  readonly onChoose: (value: string) => void;
}

function List({ loaded, signIn, name, legend, none, chosen, onChoose }: ListProps) {
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
            {reason && <span className={styles.reason}>{say(reason)}</span>}
          </RadioCard>
        ))}
    </RadioCards>
  );
}
