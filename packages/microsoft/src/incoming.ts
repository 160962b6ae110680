import type { PipelineResponse } from '@azure/core-rest-pipeline';
import type { Incoming } from '@portico/http/client';
import { correlationOf } from './policies/evidence.ts';

/** An answer as clients read it. Its body is JSON when it was JSON, else the text as it came. */
export function incoming({ status, headers, bodyAsText }: PipelineResponse): Incoming {
  const correlation = correlationOf(headers);
  return {
    status,
    header: (name) => headers.get(name),
    body: parse(bodyAsText ?? ''),
    ...(correlation ? { correlation } : {}),
  };
}

/** What was promised as JSON, or as an answer to a program, and isn't. Undefined when it is as it should be. */
export function brokenBody(response: PipelineResponse): string | undefined {
  const text = (response.bodyAsText ?? '').trim();
  const type = response.headers.get('content-type') ?? '';
  if (text === '') return undefined;
  // Some services say text/html of a bare sentence; a page is something else.
  if (/html/i.test(type) && text.startsWith('<')) return 'JSON; a page came instead';
  if (/json/i.test(type) && typeof parse(text) === 'string' && !text.startsWith('"'))
    return 'whole JSON; it was cut off or is none';
  return undefined;
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
