import type { Envelope } from '@portico/plan/event';

/** Reads server-sent events: the journal's envelopes one by one, undefined for a sign of life without one. */
export async function* readEvents(stream: ReadableStream<Uint8Array>): AsyncGenerator<Envelope | undefined> {
  const decoder = new TextDecoder();
  const reader = stream.getReader();
  let rest = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      rest += decoder.decode(value, { stream: true });
      const blocks = rest.split(/\r?\n\r?\n/);
      rest = blocks.pop() ?? '';
      for (const block of blocks) yield parseBlock(block);
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

function parseBlock(block: string): Envelope | undefined {
  const fields = block.split(/\r?\n/).map((line) => {
    const colon = line.indexOf(':');
    return colon < 0 ? [line, ''] : [line.slice(0, colon), line.slice(colon + 1).replace(/^ /, '')];
  });
  const kind = fields.find(([name]) => name === 'event')?.[1];
  const data = fields.filter(([name]) => name === 'data').map(([, value]) => value);
  if (kind !== 'journal' || data.length === 0) return undefined;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by our own API, validated by its types
  return JSON.parse(data.join('\n')) as Envelope;
}
