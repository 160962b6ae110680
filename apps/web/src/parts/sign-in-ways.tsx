import { Button } from '@fluentui/react-components';
import type { ProblemRecord } from '@portico/plan/finding';
import { FormattedMessage } from 'react-intl';
import type { Refused } from '../data/sign-in-for.ts';
import { ConsentWays } from './consent-ways.tsx';
import { problemKind } from './problem-kind.ts';

/** What the page can do about a refusal that is the sign-in's. */
export interface SignInWays {
  /** Leads through the sign-in that a refusal needs, and back to this page. `about`: what was refused. */
  readonly go: (refused: Refused, about?: { readonly check?: string; readonly operation?: string }) => void;
  /** Where an administrator consents, for a refusal that doesn't bring its own link. */
  readonly consentLink: string;
}

interface Props {
  readonly problem: Pick<ProblemRecord, 'code' | 'values'>;
  readonly ways: SignInWays;
  readonly onSignIn: () => void;
}

/** The way on from a refusal that a sign-in or a consent mends; nothing for any other. */
export function SignInWay({ problem: { code, values }, ways, onSignIn }: Props) {
  if (problemKind(code).retry !== 'after-sign-in') return null;
  if (code === 'consent-missing')
    return <ConsentWays values={values} link={String(values?.['link'] ?? ways.consentLink)} />;
  return (
    <Button appearance="primary" onClick={onSignIn}>
      {code === 'needs-step-up' ? (
        <FormattedMessage id="web.problem.confirm" defaultMessage="Confirm your sign-in" />
      ) : code === 'wrong-tenant' ? (
        <FormattedMessage id="web.person.switch" defaultMessage="Use another account" />
      ) : (
        <FormattedMessage id="web.problem.sign-in" defaultMessage="Sign in again" />
      )}
    </Button>
  );
}
