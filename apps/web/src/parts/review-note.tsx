import { Link } from '@fluentui/react-components';
import type { Change } from '@portico/plan/action';
import { FormattedMessage } from 'react-intl';
import { reviewId } from './review-section.tsx';

/** Beside the button that writes: the way to the list, which a long page hides, and whether it can be undone. */
export function ReviewNote({ changes }: { readonly changes: readonly Change[] }) {
  return (
    <FormattedMessage
      id="web.review.note"
      defaultMessage="{list}{never, plural, =0 {.} other {; # can’t be undone.}}"
      values={{
        never: changes.filter(({ undo }) => undo === 'impossible').length,
        list: (
          <Link href={`#${reviewId}`}>
            <FormattedMessage id="web.review.note.list" defaultMessage="See what will change" />
          </Link>
        ),
      }}
    />
  );
}
