import { Button } from '@fluentui/react-components';
import { FormattedMessage } from 'react-intl';
import { PageHeading } from '../parts/page-heading.tsx';
import { Note } from '../ui/note.tsx';

interface Props {
  /** What the person may quote to us. */
  readonly reference?: string;
  readonly onRetry: () => void;
}

/** Nothing could be loaded, or a screen broke. Part of the first route, so it brings no list of problems. */
export function PlainProblem({ reference, onRetry }: Props) {
  return (
    <>
      <PageHeading
        title={
          reference ? (
            <FormattedMessage id="web.plain.bug" defaultMessage="Something in Portico went wrong" />
          ) : (
            <FormattedMessage id="web.plain.start" defaultMessage="Portico can’t be reached" />
          )
        }
      />
      <div role="alert">
        <Note tone="careful">
          <span>
            <FormattedMessage
              id="web.plain.words"
              defaultMessage="Nothing is lost: everything that counts is kept on the server. Check your network and try again."
            />
          </span>
          {reference && <code>{reference}</code>}
          <Button onClick={onRetry}>
            <FormattedMessage id="web.problem.retry" defaultMessage="Try again" />
          </Button>
        </Note>
      </div>
    </>
  );
}
