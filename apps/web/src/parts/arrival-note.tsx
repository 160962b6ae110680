import { FormattedMessage } from 'react-intl';
import type { Arrival } from '../data/arrival.ts';
import { Note } from '../ui/note.tsx';
import { ProblemPanel } from './problem-panel.tsx';
import type { SignInWays } from './sign-in-ways.tsx';

interface Props {
  readonly arrival: Arrival;
  readonly consentLink: string;
}

/** The page has its own way to sign in; all that is missing here is the link. */
const waysTo = (consentLink: string): SignInWays => ({ go: () => undefined, consentLink });

/** How a sign-in or a consent went that led here, where that has to be said. */
export default function ArrivalNote({ arrival: { consented, refused }, consentLink }: Props) {
  if (refused)
    return (
      <ProblemPanel
        problem={refused}
        {...(refused.code === 'consent-missing' ? { ways: waysTo(consentLink) } : {})}
      />
    );
  if (!consented) return null;
  return (
    <output>
      <Note
        tone="good"
        title={
          <FormattedMessage
            id="web.consented"
            defaultMessage="Thank you, the consent is given for everybody in your organization."
          />
        }
      >
        <span>
          <FormattedMessage
            id="web.consented.next"
            defaultMessage="Whoever sent you the link can go on now. You can close this page."
          />
        </span>
      </Note>
    </output>
  );
}
