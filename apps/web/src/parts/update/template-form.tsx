import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { Choice } from '@portico/contract/routes';
import { lazy, type ReactNode, Suspense } from 'react';
import { FormattedMessage } from 'react-intl';
import type { Loaded } from '../../data/loaded.ts';
import { Disclosure } from '../../ui/disclosure.tsx';
import { RadioCard } from '../../ui/radio-card.tsx';
import { RadioCards } from '../../ui/radio-cards.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import type { SignInWays } from '../sign-in-ways.tsx';
import { TemplateList } from './template-list.tsx';
import { type TemplateDraft, templateDraft } from './template-source.ts';
import type { Snapshots } from './update-model.ts';

// Few bring a file: it comes when somebody does.
const GivenTemplate = lazy(async () => ({ default: (await import('./screens.ts')).GivenTemplate }));

const useStyles = makeStyles({
  root: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalL },
  lead: { ...typographyStyles.body1, margin: 0, maxWidth: '68ch' },
  steps: { margin: 0, paddingInlineStart: '24px', display: 'grid', gap: tokens.spacingVerticalXS },
});

interface Props {
  readonly draft: TemplateDraft;
  readonly environments: Loaded<readonly Choice[]> & { readonly again?: () => void };
  readonly sites: Loaded<readonly Choice[]> & { readonly again?: () => void };
  /** Those that set-ups here have met. */
  readonly templates: Loaded<readonly Choice[]> & { readonly again?: () => void };
  readonly snapshots: Snapshots;
  readonly signIn: SignInWays;
  readonly onChange: (draft: TemplateDraft) => void;
}

/** Where the new template comes from: a site that was made from it and that nobody touched, or what somebody kept. */
export function TemplateForm({ snapshots, templates, ...props }: Props) {
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
        sideBySide
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
        {(from === 'known' || (templates.value?.length ?? 0) > 0) &&
          card(
            'known',
            <FormattedMessage id="web.update.template.from.set-up" defaultMessage="From another set-up" />,
            <FormattedMessage
              id="web.update.template.from.set-up.hint"
              defaultMessage="A template that a set-up here has read already. Nothing is read anew."
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
      ) : from === 'known' ? (
        <TemplateList
          loaded={templates}
          signIn={signIn}
          name="known-template"
          legend={<FormattedMessage id="web.update.template.known" defaultMessage="Template" />}
          none={
            <FormattedMessage
              id="web.update.template.no-known"
              defaultMessage="No set-up here has a template that another one could take."
            />
          }
          chosen={draft.kept}
          onChoose={(kept) => onChange({ from, kept })}
        />
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
function ReferenceSite({
  draft,
  environments,
  sites,
  signIn,
  onChange,
}: Omit<Props, 'snapshots' | 'templates'>) {
  const styles = useStyles();
  return (
    <div className={styles.root}>
      <TemplateList
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
        <TemplateList
          loaded={sites}
          signIn={signIn}
          name="template-site"
          legend={<FormattedMessage id="web.update.template.site" defaultMessage="Reference site" />}
          none={
            <FormattedMessage
              id="web.update.template.no-site"
              defaultMessage="There is no site in this environment yet. “What a reference site is, and how to get one” says how one is made."
            />
          }
          chosen={draft.website}
          onChoose={(website) => onChange({ ...draft, website })}
        />
      )}
      <Disclosure
        label={
          <FormattedMessage
            id="web.update.template.how"
            defaultMessage="What a reference site is, and how to get one"
          />
        }
      >
        <p className={styles.lead}>
          <FormattedMessage
            id="web.update.template.lead"
            defaultMessage="Microsoft brings a new template only to new sites. So that we can tell what is new in it, somebody makes a site from it in another environment, and leaves it as it is: the reference site. We only read it."
          />
        </p>
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
    </div>
  );
}
