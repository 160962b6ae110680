import { copyingRows } from './copying-rows.ts';
import type { Entry } from './entry.ts';
import { health } from './health.ts';
import { linking } from './linking.ts';
import { liveWrites } from './live-writes.ts';
import { lookups } from './lookups.ts';
import { mapRequests } from './map-requests.ts';
import { validationFields } from './validation-fields.ts';
import { validationKeys } from './validation-keys.ts';
import { validationLink } from './validation-link.ts';

/** Every message that is written down, particular ones and general ones; of general ones the first speaks. */
export const playbook: readonly Entry[] = [
  ...validationLink,
  ...validationKeys,
  ...validationFields,
  ...health,
  ...linking,
  ...mapRequests,
  ...copyingRows,
  ...lookups,
  ...liveWrites,
];
