import { snapshotAddress } from '@portico/merge/address';
import type { Snapshot } from '@portico/merge/snapshot';
import { createHash } from 'node:crypto';

/** SHA-256 as hex. */
export const sha256 = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex');

/** By which a template is known again, wherever it was provisioned. */
export const fingerprintOf = (snapshot: Snapshot): string => snapshotAddress(snapshot, sha256);
