import { explainConnection, NoAnswer } from './no-answer.ts';
import type { Policy } from './policy.ts';

/** Bytes, after decompression: a small answer that unpacks to a large one is as large. */
const largest = 20 * 1024 * 1024;

/**
 * Innermost: reads the whole answer as text, bounded, and names what goes wrong with the connection. Of a file each byte
 * is a character.
 */
export const readBody: Policy = async (call, next) => {
  call.streamResponseStatusCodes = new Set([Number.POSITIVE_INFINITY]);
  call.headers.set('accept-encoding', 'gzip, deflate');
  try {
    const response = await next(call);
    const stream = response.readableStreamBody;
    if (!stream) return response;
    const chunks: Buffer[] = [];
    let size = 0;
    // Leaving the loop destroys the stream, and with it the connection.
    for await (const chunk of stream) {
      const piece = Buffer.from(chunk);
      size += piece.length;
      if (size > largest) throw new NoAnswer('too-large');
      chunks.push(piece);
    }
    const { readableStreamBody: _read, ...rest } = response;
    const isFile = call.exchange.endpoint.bytes && response.status < 300;
    return { ...rest, bodyAsText: Buffer.concat(chunks).toString(isFile ? 'latin1' : 'utf8') };
  } catch (error) {
    // An abort is either the deadline's or the caller's; both know their own reasons.
    if (call.abortSignal?.aborted) throw error;
    throw explainConnection(error);
  }
};
