/**
 * The WWW-Authenticate header of a 401, one header for each answer. A claims challenge goes in base64, as MSAL
 * and Microsoft's own APIs do; the browser proves the claims at a sign-in and comes back with a new token.
 */
export const challenge = (
  { challenge }: { readonly challenge?: string | undefined },
  authorize?: string,
): string =>
  [
    'Bearer realm=""',
    ...(authorize ? [`authorization_uri="${authorize}"`] : []),
    ...(challenge
      ? ['error="insufficient_claims"', `claims="${Buffer.from(challenge).toString('base64')}"`]
      : []),
  ].join(', ');
