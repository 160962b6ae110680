import type { PipelineResponse } from '@azure/core-rest-pipeline';
import type { Incoming } from '@portico/http/client';
import type { Endpoint } from '@portico/http/endpoint';
import { correlationOf } from './policies/evidence.ts';

type Kind = Pick<Endpoint, 'bytes'>;

/** An answer as clients read it. Its body is JSON when it was JSON, else the text as it came; of a file, its bytes. */
export function incoming({ status, headers, bodyAsText }: PipelineResponse, { bytes }: Kind = {}): Incoming {
  const correlation = correlationOf(headers);
  const text = bodyAsText ?? '';
  return {
    status,
    header: (name) => headers.get(name),
    body: bytes && status < 300 ? Buffer.from(text, 'latin1') : parse(text),
    ...(correlation ? { correlation } : {}),
  };
}

/** What was promised as JSON, or as an answer to a program, and isn't. Undefined when it is as it should be. */
export function brokenBody(response: PipelineResponse, { bytes }: Kind = {}): string | undefined {
  if (bytes) return brokenFile(response);
  const text = (response.bodyAsText ?? '').trim();
  const type = response.headers.get('content-type') ?? '';
  if (text === '') return undefined;
  // Some services say text/html of a bare sentence; a page is something else.
  if (/html/i.test(type) && text.startsWith('<')) return 'JSON; a page came instead';
  if (/json/i.test(type) && typeof parse(text) === 'string' && !text.startsWith('"'))
    return 'whole JSON; it was cut off or is none';
  return undefined;
}

/** A file comes with its size in a header (file-column-data), whatever type it is said to be. */
function brokenFile({ bodyAsText, headers }: PipelineResponse): string | undefined {
  const size = headers.get('x-ms-file-size');
  if (size === undefined) return 'a file; something else came instead';
  return Number(size) === (bodyAsText ?? '').length ? undefined : 'the whole file; it was cut off';
}

function parse(text: string): unknown {
  const trimmed = text.replace(/^\uFEFF/, '').trim();
  if (trimmed === '') return undefined;
  try {
    return JSON.parse(trimmed) as unknown;
  } catch {
    // Text is an answer too: some endpoints speak it, and a table says which.
    return text;
  }
}
