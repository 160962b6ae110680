import { signInErrorOf } from '@portico/contract/sign-in-errors';
import { ApiProblem } from './api-problem.ts';

/** How this page was come to, where that was by way of a sign-in or of the consent page. */
export interface Arrival {
  /** A sign-in ended here: what waited for one is looked at again. */
  readonly signedIn: boolean;
  /** An administrator consented for the whole organization. */
  readonly consented: boolean;
  /** Neither worked. */
  readonly refused?: ApiProblem;
}

/** What Entra adds to the address at the end of a consent or a sign-out. */
const added = [
  'admin_consent',
  'tenant',
  'scope',
  'state',
  'error',
  'error_description',
  'error_subcode',
  'error_uri',
];

/**
 * Reads what the consent page answered, and takes it out of the address. Of a refusal only the number is kept:
 * anybody can write a sentence into an address.
 */
export function readConsentAnswer(): Pick<Arrival, 'consented' | 'refused'> {
  const here = new URL(window.location.href);
  const consented = here.searchParams.get('admin_consent') === 'True';
  const error = here.searchParams.get('error');
  const number = signInErrorOf(here.searchParams.get('error_description') ?? '');
  if (added.some((name) => here.searchParams.has(name))) {
    for (const name of added) here.searchParams.delete(name);
    window.history.replaceState(window.history.state, '', here);
  }
  if (!error) return { consented };
  const upstream = number ? { upstream: { status: 0, code: `AADSTS${number}` } } : {};
  return { consented: false, refused: new ApiProblem(0, { code: 'consent-declined', ...upstream }) };
}
