import type { Envelope } from '@portico/plan/event';
import { createHash } from 'node:crypto';
import { canonical } from './canonical.ts';

/** What the first event of every run comes after. */
export const genesis = Buffer.alloc(32);

/** SHA-256 over the hash before (32 bytes) and the canonical JSON of the envelope without its own hash. */
export function hashAfter(previous: Buffer, { run, seq, at, by, event }: Omit<Envelope, 'hash'>): Buffer {
  return createHash('sha256').update(previous).update(canonical({ run, seq, at, by, event })).digest();
}
