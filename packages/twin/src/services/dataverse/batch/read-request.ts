import { refusal } from '../refusals.ts';

/** One request inside a batch. */
export interface PartRequest {
  readonly method: string;
  /** As it was given: whole, from the root on, or beginning with `$1`. */
  readonly url: string;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  /** JSON, parsed; undefined when there is none. */
  readonly body: unknown;
  readonly contentId?: string;
}

/** A change set, or one request by itself. */
export type Item = { readonly set: readonly PartRequest[] } | { readonly one: PartRequest };

/** Takes a batch apart by its boundaries, as RFC 2046 and OData's batch format have it: at the beginning of lines only. */
export function readRequest(contentType: string, body: string): readonly Item[] {
  return partsOf(contentType, body).map((part) => {
    const { headers, rest } = head(part);
    const type = headers['content-type'] ?? '';
    if (!type.startsWith('multipart/mixed')) return { one: requestOf(headers, rest) };
    const set = partsOf(type, rest).map((each) => {
      const inner = head(each);
      if ((inner.headers['content-type'] ?? '').startsWith('multipart/'))
        throw malformed('A change set holds no other one.');
      return requestOf(inner.headers, inner.rest);
    });
    return { set };
  });
}

function partsOf(type: string, text: string): readonly string[] {
  const boundary = /boundary="?([^";\s]+)/i.exec(type)?.[1];
  if (boundary === undefined) throw malformed('A multipart message needs a boundary.');
  const [inside, after] = `\r\n${text}`.split(`\r\n--${boundary}--`);
  if (after === undefined) throw malformed('The end of the batch is missing.');
  return (inside ?? '').split(`\r\n--${boundary}\r\n`).slice(1);
}

function requestOf(around: Readonly<Record<string, string>>, text: string): PartRequest {
  if (around['content-type'] !== 'application/http' || around['content-transfer-encoding'] !== 'binary')
    throw malformed('A part is application/http, and binary.');
  const cut = text.indexOf('\r\n');
  const [, method = '', url = ''] = /^([A-Z]+) (\S+) HTTP\/1\.1$/.exec(text.slice(0, cut)) ?? [];
  if (!method) throw malformed('A part begins with its request line.');
  const { headers, rest } = head(text.slice(cut + 2));
  const contentId = around['content-id'];
  return { method, url, headers, body: json(rest), ...(contentId ? { contentId } : {}) };
}

/** Header lines up to an empty one, and what comes after it. */
function head(text: string): { readonly headers: Record<string, string>; readonly rest: string } {
  const lines = text.startsWith('\r\n') ? 0 : text.indexOf('\r\n\r\n') + 2;
  if (lines === 1) throw malformed('Headers end with an empty line.');
  const named = text
    .slice(0, lines)
    .split('\r\n')
    .filter(Boolean)
    .map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()] as const;
    });
  return { headers: Object.fromEntries(named), rest: text.slice(lines + 2) };
}

function json(text: string): unknown {
  if (text.trim() === '') return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw malformed('A body isn’t whole JSON.');
  }
}

/** The words are ours: which ones come is written down nowhere. */
export const malformed = (says: string) => refusal(400, '0x80060888', says);
