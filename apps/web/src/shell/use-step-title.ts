import { plan } from '@portico/contract/plan';
import { useCallback } from 'react';
import { useIntl } from 'react-intl';
import { steps } from '../steps/index.ts';

/** A step's title by its id; stays the same function, so that what is drawn with it needn't be drawn again. */
export function useStepTitle(): (id: string) => string {
  const intl = useIntl();
  return useCallback(
    (id) => {
      const found = plan.steps.find((step) => step.id === id);
      return found ? intl.formatMessage(steps[found.id].title) : id;
    },
    [intl],
  );
}
