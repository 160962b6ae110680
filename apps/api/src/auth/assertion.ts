import type { Who } from './principal.ts';
import type { Vault } from './vault.ts';

const kind = 'assertion';

/** The newest token with which a person came to us; undefined when none is kept. */
export const assertionOf = (vault: Vault, who: Who): Promise<string | undefined> => vault.find(who, kind);

export const keepAssertion = (vault: Vault, who: Who, assertion: string): Promise<void> =>
  vault.keep(who, kind, assertion);
