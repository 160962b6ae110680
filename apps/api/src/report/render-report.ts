import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { ReportRequest } from './draw-report.ts';

/**
 * The report of a run as a PDF, drawn in a thread of its own: laying out a long one takes a second or two of pure
 * computing, and everybody's event streams would stand still for it. A failure in there is thrown here.
 */
export async function renderReport(request: ReportRequest): Promise<Buffer> {
  const { run, state, events, broken, now, locale, zone } = request;
  // Named one by one, so that nothing else of a run's row goes along.
  const workerData = { run: { id: run.id, title: run.title }, state, events, broken, now, locale, zone };
  const worker = new Worker(new URL('./report-worker.ts', import.meta.url), { workerData });
  try {
    const [pdf]: unknown[] = await once(worker, 'message');
    if (!(pdf instanceof Uint8Array))
      throw new TypeError('The report’s thread answered with something else.');
    return Buffer.from(pdf);
  } finally {
    await worker.terminate();
  }
}
