import { parentPort, workerData } from 'node:worker_threads';
import { drawReport, type ReportRequest } from './draw-report.ts';

// Only render-report.ts starts this file, with a request of this type.
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
const pdf = await drawReport(workerData as ReportRequest);
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
parentPort?.postMessage(pdf);
