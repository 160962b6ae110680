/** Somebody by reference: what an operation may hold. Ids are GUIDs in lower case. */
export interface Who {
  readonly tenant: string;
  /** The object id in that tenant. */
  readonly user: string;
}

/** Who is signed in. Holds no token. */
export interface Principal extends Who {
  readonly name: string;
}

/** A principal with the token that proves it. It stays inside `auth`; only a sealed copy is ever kept. */
export interface Authenticated {
  readonly principal: Principal;
  readonly assertion: string;
  /** Seconds since 1970, as in the token. */
  readonly issuedAt: number;
}
