/** The nonce that the API wrote into this page. Browsers hide the attribute, so the property is read. */
export const pageNonce = (): string | undefined =>
  document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? undefined;
