import lighthouse from 'lighthouse';
import Trace from 'lighthouse/core/gather/gatherers/trace.js';

export interface Speed {
  /** 0 to 100. */
  readonly score: number;
  /** How fast Lighthouse found this machine at that moment; a phone's half is what it expects from 1500 on. */
  readonly benchmarkIndex: number;
  /** Milliseconds, and the shift without a unit. */
  readonly drawn: number;
  readonly largest: number;
  readonly blocked: number;
  readonly shift: number;
}

// Chromium 147 drops the navigation (net::ERR_ABORTED) when this category is traced and the page has a
// Referrer-Policy, as ours must. Lighthouse 13.5 traces it for an audit that has no part in the score.
const categories = Trace.getDefaultTraceCategories.bind(Trace);
const drops = 'blink.webdx_feature_usage';

/** Lighthouse's mobile performance, on a Chromium that listens on this port. */
export async function speedOf(address: string, port: number): Promise<Speed> {
  Trace.getDefaultTraceCategories = () => categories().filter((category) => category !== drops);
  const result = await lighthouse(address, { port, onlyCategories: ['performance'], logLevel: 'error' });
  if (!result || result.lhr.runtimeError) throw new Error(result?.lhr.runtimeError?.message ?? 'no result');
  const { audits, environment } = result.lhr;
  const value = (audit: string) => audits[audit]?.numericValue ?? Number.NaN;
  return {
    score: Math.round((result.lhr.categories['performance']?.score ?? 0) * 100),
    benchmarkIndex: environment.benchmarkIndex,
    drawn: value('first-contentful-paint'),
    largest: value('largest-contentful-paint'),
    blocked: value('total-blocking-time'),
    shift: value('cumulative-layout-shift'),
  };
}
