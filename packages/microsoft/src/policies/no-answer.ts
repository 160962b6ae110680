import { refusedAddress } from '../lookups.ts';

/**
 * An attempt that got no whole answer. `unreachable`: nothing was sent, so nothing happened. `reset` and
 * `timeout`: it may have happened. `too-large`: an answer began, and was cut off by us. `address-refused`: the
 * name leads to an address that isn't public.
 */
export class NoAnswer extends Error {
  readonly kind: 'unreachable' | 'reset' | 'timeout' | 'too-large' | 'address-refused';
  constructor(kind: NoAnswer['kind'], cause?: unknown) {
    super(`No answer: ${kind}`, cause ? { cause } : {});
    this.name = 'NoAnswer';
    this.kind = kind;
  }
}

/** Codes of node's sockets and resolver for a connection that never came about. */
const unsent = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'ERR_TLS_CERT_ALTNAME_INVALID',
]);

/** Any other failure of a connection counts as one after sending: the careful reading. */
export function explainConnection(error: unknown): NoAnswer {
  if (error instanceof NoAnswer) return error;
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === refusedAddress) return new NoAnswer('address-refused', error);
  return new NoAnswer(typeof code === 'string' && unsent.has(code) ? 'unreachable' : 'reset', error);
}
