import type { ReactNode } from 'react';
import type { MessageDescriptor } from 'react-intl';
import type { StepModel } from '../parts/step-model.ts';

/** A step's screen. Everything it draws from is in the model, so it can be drawn without a network. */
export interface StepView {
  readonly title: MessageDescriptor;
  /** One sentence: why this step exists. */
  readonly why: MessageDescriptor;
  /** The pick list it needs. */
  readonly choices?: 'environments' | 'languages' | 'web-roles' | 'template-environments';
  readonly View: (props: { readonly model: StepModel }) => ReactNode;
}
