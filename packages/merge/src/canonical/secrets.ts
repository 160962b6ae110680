/**
 * Names of site settings that hold secrets: what signs the site in at an identity provider, and keys of services
 * (Power Pages, "Set up an OAuth 2.0 provider", "Set up a SAML 2.0 provider"; and what is called like one).
 */
const secret =
  /(?:client|app|consumer|shared|api)[-_ ]?(?:secret|key)|secret(?:key|value)?$|password|pass-?phrase|connection-?string|access-?token|private-?key|subscription-?key|instrumentation-?key/i;

export const holdsSecret = (name: string): boolean => secret.test(name);

/** What stands in the place of a secret: tells whether it changed, and nothing else. */
export const sealed = (mark: string): string => `sealed:${mark}`;
export const isSealed = (value: unknown): boolean => typeof value === 'string' && value.startsWith('sealed:');
