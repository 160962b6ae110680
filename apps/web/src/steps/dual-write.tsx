import { msg } from '@portico/plan/text';
import { FormattedMessage } from 'react-intl';
import { GatewayForm } from '../parts/gateway-form.tsx';
import type { StepModel } from '../parts/step-model.ts';
import { StepPage } from '../parts/step-page.tsx';
import type { StepView } from './step-view.ts';

const words = {
  title: msg({ id: 'web.step.dual-write', defaultMessage: 'Dual-write' }),
  why: msg({
    id: 'web.step.dual-write.why',
    defaultMessage: 'Dual-write keeps orders, customers and products the same on both sides.',
  }),
};

function View({ model }: { readonly model: StepModel }) {
  const n = model.review.value?.changes.length ?? 0;
  return (
    <StepPage
      model={model}
      below={<GatewayForm model={model} />}
      actionLabel={
        model.action === 'apply-map-solutions' ? (
          <FormattedMessage
            id="web.dual-write.apply"
            defaultMessage="{n, plural, =0 {Apply the map solutions} one {Apply # map solution} other {Apply # map solutions}}"
            values={{ n }}
          />
        ) : (
          <FormattedMessage
            id="web.dual-write.install"
            defaultMessage="{n, plural, =0 {Install what is missing} one {Install # application} other {Install # applications}}"
            values={{ n }}
          />
        )
      }
    />
  );
}

export const dualWrite: StepView = { ...words, View };
