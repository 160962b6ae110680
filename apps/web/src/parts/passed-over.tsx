import { FormattedList, FormattedMessage } from 'react-intl';
import { AppLink } from '../ui/navigation.tsx';
import { Note } from '../ui/note.tsx';
import type { StepModel } from './step-model.ts';

/** Steps that going on leads past: nobody should wonder where they went. */
export function PassedOver({ steps }: { readonly steps: StepModel['passedOver'] }) {
  if (steps.length === 0) return null;
  return (
    <Note symbol="good">
      <span>
        <FormattedMessage
          id="web.passed-over"
          defaultMessage="{n, plural, one {We checked the step in between; nothing to do there} other {We checked the # steps in between; nothing to do there}}: {names}."
          values={{
            n: steps.length,
            names: (
              <FormattedList
                type="conjunction"
                value={steps.map(({ id, title, href }) => (
                  <AppLink key={id} href={href}>
                    {title}
                  </AppLink>
                ))}
              />
            ),
          }}
        />
      </span>
    </Note>
  );
}
