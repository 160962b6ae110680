import type { Arrival } from './arrival.ts';

export interface Account {
  readonly id: string;
  /** The object id in the tenant, as events name people. */
  readonly user: string;
  readonly name: string;
  readonly username: string;
  readonly tenant: string;
}

/** Who is signed in and how to call our API for them. All that the app knows of the sign-in library. */
export interface AuthClient {
  readonly account: Account | undefined;
  readonly arrival: Arrival;
  /** A token for our API. Throws `needs-sign-in` when only the person can help. */
  token(options?: { readonly fresh?: boolean }): Promise<string>;
  /** Leaves the page and comes back to the same address. Throws when the person turned back. */
  signIn(options?: { readonly another?: boolean; readonly hint?: string }): Promise<void>;
  /** Leaves the page to answer a claims challenge and comes back to the same address. */
  prove(claims: string): Promise<void>;
  /** Leaves with every account of this tab; other tabs of the same person follow. */
  signOut(): Promise<void>;
}
