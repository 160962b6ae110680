import { Problem } from '@portico/contract/problems';

/** One change of a set. */
export interface Operation {
  readonly method: 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  /** From the entity set on (`adx_webpages(…)`), from `/api` on, a whole address, or `$1` for what an earlier one made. */
  readonly path: string;
  /** `If-Match`, `If-None-Match`. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Goes as JSON. */
  readonly body?: unknown;
}

/** Of one operation, or of all when they failed. */
export interface Part {
  readonly status: number;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  /** JSON when it was JSON, else the text; undefined when empty. */
  readonly body: unknown;
  /** Which operation it is of, counted from `1`; undefined in the one answer to a set that failed. */
  readonly contentId?: string;
}

/** Most requests in a batch. */
export const mostOperations = 1000;

const api = '/api/data/v9.2/';
const eol = '\r\n';
const multipart = (boundary: string) => `multipart/mixed; boundary="${boundary}"`;

/**
 * A batch of one change set: all of its operations happen, or none. Operation `n` is `$n` to those after it.
 * @param ids make up the boundaries: something that nobody else can know
 * @throws RangeError for none, or for more than {@link mostOperations}
 */
export function changeSet(
  operations: readonly Operation[],
  ids: { readonly batch: string; readonly set: string },
): { readonly contentType: string; readonly body: string } {
  if (operations.length === 0 || operations.length > mostOperations)
    throw new RangeError(`A change set holds 1 to ${mostOperations} operations, not ${operations.length}.`);
  const requests = operations.map(requestOf);
  const set = unlike(`changeset_${ids.set}`, requests);
  const batch = unlike(`batch_${ids.batch}`, [...requests, set]);
  const parts = requests.flatMap((request, index) => [
    `--${set}`,
    'Content-Type: application/http',
    'Content-Transfer-Encoding: binary',
    `Content-ID: ${index + 1}`,
    '',
    request,
  ]);
  const lines = [`--${batch}`, `Content-Type: ${multipart(set)}`, '', ...parts, `--${set}--`, `--${batch}--`];
  return { contentType: multipart(batch), body: [...lines, ''].join(eol) };
}

function requestOf({ method, path, headers = {}, body }: Operation): string {
  const target = /^(\/|\$|https?:)/.test(path) ? path : `${api}${path}`;
  const all = Object.entries(
    body === undefined ? headers : { ...headers, 'Content-Type': 'application/json' },
  );
  const odd = [target, ...all.flat()].find((text) => /[\r\n]/.test(text));
  if (odd !== undefined || /\s/.test(target))
    throw new TypeError(`Not to be sent as it is: ${odd ?? target}`);
  // JSON holds no line ends of its own, so that no text in it can look like a boundary.
  return [
    `${method} ${target} HTTP/1.1`,
    ...all.map(([name, value]) => `${name}: ${value}`),
    '',
    body === undefined ? '' : JSON.stringify(body),
  ].join(eol);
}

/** A boundary that nothing inside has, whatever people have written. */
function unlike(boundary: string, inside: readonly string[]): string {
  return inside.some((text) => text.includes(boundary)) ? unlike(`${boundary}_`, inside) : boundary;
}

/**
 * The answer to a batch, operation by operation; one part when the change set failed, with what failed.
 * @throws Problem `upstream-shape` for one that isn't whole: what it answers may have happened
 */
export function readBatch(text: string): readonly Part[] {
  const boundary = /^\s*--(\S+)\s*$/m.exec(text)?.[1];
  if (boundary === undefined) throw broken(text);
  return split(text, boundary).flatMap(read);
}

/** Between the lines that are this boundary. */
function split(text: string, boundary: string): readonly string[] {
  const pieces: string[][] = [];
  for (const line of text.split(/\r?\n/)) {
    const mark = line.trimEnd();
    if (mark === `--${boundary}--`) return pieces.map((lines) => lines.join('\n'));
    if (mark === `--${boundary}`) pieces.push([]);
    else pieces.at(-1)?.push(line);
  }
  throw broken(text);
}

function read(piece: string): readonly Part[] {
  const { headers: around, rest } = head(piece);
  const boundary = /^multipart\/mixed;.*boundary="?([^";\s]+)/i.exec(around['content-type'] ?? '')?.[1];
  if (boundary !== undefined) return split(rest, boundary).flatMap(read);
  const [, status = '', after = ''] = /^HTTP\/[\d.]+ (\d{3})[^\n]*\n?([^]*)$/.exec(rest.trimStart()) ?? [];
  if (status === '') throw broken(piece);
  const { headers, rest: body } = head(after);
  const contentId = around['content-id'] ?? headers['content-id'];
  return [
    {
      status: Number(status),
      headers,
      body: valueOf(body.trim()),
      ...(contentId === undefined ? {} : { contentId }),
    },
  ];
}

/** Header lines up to an empty one, and what comes after it. */
function head(text: string): { readonly headers: Record<string, string>; readonly rest: string } {
  const lines = text.split('\n');
  const end = lines.findIndex((line) => line.trim() === '');
  const named = lines.slice(0, end < 0 ? lines.length : end).map((line) => {
    const [, name = '', value = ''] = /^([^:]*):(.*)$/.exec(line) ?? [];
    return [name.trim().toLowerCase(), value.trim()] as const;
  });
  return { headers: Object.fromEntries(named), rest: end < 0 ? '' : lines.slice(end + 1).join('\n') };
}

function valueOf(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

const broken = (text: string) =>
  new Problem('upstream-shape', {
    values: {
      service: 'Dataverse',
      endpoint: 'batch',
      expected: 'an answer in whole parts',
      seen: text.slice(0, 200),
    },
  });
