import { msg } from '@portico/plan/text';
import { kind } from './kind.ts';

/** Who calls, and what they may have: sign-in, consent, tokens and rights. */
export const signInProblems = {
  'needs-sign-in': kind(
    401,
    'after-sign-in',
    msg({ id: 'problem.needs-sign-in', defaultMessage: 'Your sign-in has ended.' }),
    msg({ id: 'problem.needs-sign-in.remedy', defaultMessage: 'Sign in again. You return to this place.' }),
  ),
  'needs-step-up': kind(
    401,
    'after-sign-in',
    msg({
      id: 'problem.needs-step-up',
      defaultMessage: 'Your organization asks for extra proof that this is you.',
    }),
    msg({
      id: 'problem.needs-step-up.remedy',
      defaultMessage: 'Confirm your sign-in. You return to this place.',
    }),
  ),
  'consent-missing': kind(
    403,
    'after-sign-in',
    msg({
      id: 'problem.consent-missing',
      defaultMessage: 'Portico may not call this Microsoft service for you yet.',
    }),
    msg({
      id: 'problem.consent-missing.remedy',
      defaultMessage: 'Ask a tenant administrator to open the consent link and accept.',
    }),
  ),
  'token-refused': kind(
    403,
    'never',
    msg({
      id: 'problem.token-refused',
      defaultMessage: 'Microsoft does not issue a token for this service.',
    }),
    msg({
      id: 'problem.token-refused.remedy',
      defaultMessage: 'Choose “You do it in Microsoft’s page, we watch”. The result is checked the same way.',
    }),
  ),
  'not-watchable': kind(
    409,
    'never',
    msg({
      id: 'problem.not-watchable',
      defaultMessage: 'With your sign-in Portico can’t see whether a map is paused, so it doesn’t do this.',
    }),
    msg({
      id: 'problem.not-watchable.remedy',
      defaultMessage:
        'Do it in Microsoft’s dual-write page: select the maps, and the button at the top. Nothing has to be told to Portico.',
    }),
  ),
  'product-absent': kind(
    403,
    'never',
    msg({
      id: 'problem.product-absent',
      defaultMessage: 'The organization that you signed in to doesn’t have this product.',
    }),
    msg({
      id: 'problem.product-absent.remedy',
      defaultMessage:
        'If you used the account of your own company, sign in with one that the customer gave you. Otherwise ask whether the product was bought for this organization.',
    }),
  ),
  'wrong-tenant': kind(
    403,
    'after-sign-in',
    msg({ id: 'problem.wrong-tenant', defaultMessage: 'This account belongs to another organization.' }),
    msg({
      id: 'problem.wrong-tenant.remedy',
      defaultMessage: 'Sign in with an account of the customer’s organization.',
    }),
  ),
  'access-blocked': kind(
    403,
    'after-sign-in',
    msg({
      id: 'problem.access-blocked',
      defaultMessage: 'A rule of your organization does not let you use this from here.',
    }),
    msg({
      id: 'problem.access-blocked.remedy',
      defaultMessage:
        'Show your administrator what Microsoft said below. After the rule or your place or device changed, sign in again.',
    }),
  ),
  'rights-missing': kind(
    403,
    'never',
    msg({ id: 'problem.rights-missing', defaultMessage: 'You can’t go on with this in your own name.' }),
    msg({
      id: 'problem.rights-missing.remedy',
      defaultMessage:
        'It needs the role System Administrator of the environment, held directly. Check the step Access: it says what you lack, and who can give it.',
    }),
  ),
  'not-assigned': kind(
    403,
    'after-sign-in',
    msg({
      id: 'problem.not-assigned',
      defaultMessage:
        'Your organization lets only chosen people use Portico, and you aren’t one of them yet.',
    }),
    msg({
      id: 'problem.not-assigned.remedy',
      defaultMessage:
        'Ask a tenant administrator to assign you: Entra admin center, “Enterprise applications”, “Portico”, “Users and groups”. Then sign in again.',
    }),
  ),
  'sign-in-cancelled': kind(
    401,
    'after-sign-in',
    msg({ id: 'problem.sign-in-cancelled', defaultMessage: 'You left the sign-in before it was complete.' }),
    msg({
      id: 'problem.sign-in-cancelled.remedy',
      defaultMessage: 'Nothing has happened. Sign in whenever you like.',
    }),
  ),
  'sign-in-refused': kind(
    403,
    'after-sign-in',
    msg({ id: 'problem.sign-in-refused', defaultMessage: 'Microsoft did not sign you in.' }),
    msg({
      id: 'problem.sign-in-refused.remedy',
      defaultMessage:
        'Try once more, or use another account. If it stays, show your administrator what Microsoft said below.',
    }),
  ),
  'consent-declined': kind(
    403,
    'never',
    msg({ id: 'problem.consent-declined', defaultMessage: 'No consent was given.' }),
    msg({
      id: 'problem.consent-declined.remedy',
      defaultMessage:
        'Nothing has changed. The link can be opened again, by an administrator who may consent.',
    }),
  ),
  'registration-broken': kind(
    500,
    'never',
    msg({
      id: 'problem.registration-broken',
      defaultMessage: 'Portico’s own registration with Microsoft is not in order.',
    }),
    msg({
      id: 'problem.registration-broken.remedy',
      defaultMessage:
        'You did nothing wrong. Tell whoever runs Portico what Microsoft said below: a secret has ended, or the registration lacks something.',
    }),
  ),
};
