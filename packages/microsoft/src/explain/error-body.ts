import { plainText } from './plain-text.ts';

/** What an error body says, whichever of Microsoft's shapes it has. */
export interface Said {
  /** `0x80072322`, `A059`, `EnvironmentNotFound`; absent when none was given. */
  readonly code?: string;
  readonly message?: string;
  /** The more particular code below, `InsufficientDelegatedPermissions`. */
  readonly innerCode?: string;
  readonly innerMessage?: string;
}

type Keys = ReadonlyMap<string, unknown>;

const keysOf = (value: unknown): Keys | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? new Map(Object.entries(value).map(([key, inner]) => [key.toLowerCase(), inner]))
    : undefined;

const wordsOf = (value: unknown): string | undefined =>
  (typeof value === 'string' && value.trim() !== '') || typeof value === 'number'
    ? plainText(String(value)) || undefined
    : undefined;

/**
 * Reads an error body: wrapped `{error: {…}}` (BAP, Power Pages, Dataverse, Graph), flat `{code, message,
 * innererror}` (the gateway), flat `{StatusCode, Message}` (application packages), or bare text, which may be a
 * page. Keys in any letter case. Never throws: what it doesn't know becomes the message.
 */
export function readErrorBody(body: unknown): Said {
  const outer = keysOf(body);
  if (!outer) return said(undefined, wordsOf(body));
  const wrapped = keysOf(outer.get('error')) ?? outer;
  // Sign-in services say {error: "code", error_description: "words"}.
  const message = wordsOf(wrapped.get('message') ?? outer.get('error_description') ?? outer.get('title'));
  const code = wordsOf(wrapped.get('code') ?? outer.get('error') ?? wrapped.get('errorcode'));
  const inner = keysOf(wrapped.get('innererror') ?? wrapped.get('inner_error'));
  const first = firstDetail(wrapped.get('details'));
  if (!message && !code && !inner && !first) return said(undefined, wordsOf(plainText(body)));
  const innerCode = wordsOf(inner?.get('code'));
  const innerMessage = wordsOf(inner?.get('message'));
  return {
    ...said(code, message ?? first),
    ...(innerCode ? { innerCode } : {}),
    ...(innerMessage ? { innerMessage } : {}),
  };
}

const said = (code: string | undefined, message: string | undefined): Said => ({
  ...(code ? { code } : {}),
  ...(message ? { message } : {}),
});

const firstDetail = (details: unknown): string | undefined =>
  Array.isArray(details) ? wordsOf(keysOf(details[0])?.get('message')) : undefined;
