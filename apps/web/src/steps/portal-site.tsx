import { answers } from '@portico/contract/answers';
import { FormattedMessage } from 'react-intl';
import { msg } from '@portico/plan/text';
import { z } from 'zod';
import { useDraft } from '../data/use-draft.ts';
import { factsOf } from '../parts/facts.ts';
import { SiteForm, type SiteDraft } from '../parts/site-form.tsx';
import { SiteLive } from '../parts/site-live.tsx';
import type { StepModel } from '../parts/step-model.ts';
import { StepPage } from '../parts/step-page.tsx';
import type { StepView } from './step-view.ts';

const words = {
  title: msg({ id: 'web.step.portal-site', defaultMessage: 'Portal site' }),
  why: msg({
    id: 'web.step.portal-site.why',
    defaultMessage:
      'This creates the Customer Portal from Microsoft’s template, under an address of your choice.',
  }),
};

const schema = answers['portal-site'];
const english = 1033;

/** Unfinished, so the schema of the answers can't judge it. */
const draftSchema = z.object({
  name: z.string(),
  subdomain: z.string(),
  language: z.number(),
  record: z.string().optional(),
});
const asDraft = (kept: unknown): SiteDraft | undefined => draftSchema.safeParse(kept).data;

function View({ model }: { readonly model: StepModel }) {
  const { state, config, choices } = model;
  const kept = schema.safeParse(state.answers['portal-site']).data;
  const [edited, edit] = useDraft(model.draft, asDraft);
  const draft = edited ?? kept ?? { name: '', subdomain: '', language: english };
  const checked = schema.safeParse(draft);
  const site = factsOf(state, 'site-provisioned');
  const changed = kept === undefined || JSON.stringify(draft) !== JSON.stringify(kept);
  return (
    <StepPage
      model={model}
      decision={{
        form: (
          <SiteForm
            draft={draft}
            cloud={config.cloud}
            choices={choices}
            state={state}
            onChange={edit}
            onEnter={() => {
              if (changed && checked.success && !model.answer.busy) model.answer.run(checked.data);
            }}
          />
        ),
        label: <FormattedMessage id="web.portal-site.check" defaultMessage="Continue with this address" />,
        changed,
        missing: checked.success ? undefined : (
          <FormattedMessage
            id="web.portal-site.missing"
            defaultMessage="Give the site a name and an address that follows the rules."
          />
        ),
        body: () => checked.data,
      }}
      actionLabel={
        model.review.value?.changes.length === 0 ? (
          <FormattedMessage id="web.portal-site.go-on" defaultMessage="Go on with this site" />
        ) : (
          <FormattedMessage id="web.portal-site.create" defaultMessage="Create the portal site" />
        )
      }
      proof={site && <SiteLive url={site.url} clock={factsOf(state, 'trial-clock')?.clock} />}
    />
  );
}

export const portalSite: StepView = { ...words, choices: 'languages', View };
