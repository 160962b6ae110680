import { FormattedMessage } from 'react-intl';
import { msg } from '@portico/plan/text';
import { LicenceTable } from '../parts/licence-table.tsx';
import { StepPage } from '../parts/step-page.tsx';
import { Section } from '../ui/section.tsx';
import type { StepView } from './step-view.ts';

const words = {
  title: msg({ id: 'web.step.licensing', defaultMessage: 'Licensing' }),
  why: msg({
    id: 'web.step.licensing.why',
    defaultMessage: 'The portal needs Power Pages capacity and a plan that includes supply chain tables.',
  }),
};

export const licensing: StepView = {
  ...words,
  View: ({ model }) => (
    <StepPage
      model={model}
      above={
        model.gate.status !== 'cannot-start' && (
          <Section
            title={<FormattedMessage id="web.licensing.found" defaultMessage="Licences and capacity" />}
            lead={
              <FormattedMessage
                id="web.licensing.lead"
                defaultMessage="Microsoft shows only part of this to apps. What we can’t find may still be there, so nothing here stops you."
              />
            }
          >
            <LicenceTable checks={[...model.step.checks, ...model.step.advice]} state={model.state} />
          </Section>
        )
      }
    />
  ),
};
