import { once } from 'node:events';
import { drawBoth } from '@portico/merge/draw/draw-record';
import type { DrawRequest } from './draw-apart.ts';

const [request]: unknown[] = await once(process, 'message');
// Only draw-apart.ts starts this file, and sends one request of this type.
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
const { before, after, id, now } = request as DrawRequest;
process.send?.(await drawBoth({ before, after }, id, now));
