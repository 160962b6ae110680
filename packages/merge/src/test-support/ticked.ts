import { decide } from '../decide.ts';
import type { MergedSite } from '../merge-site.ts';
import type { Decisions } from '../outcome/decisions.ts';

/** The same decisions, and every tick that they leave open given, or refused. */
export function ticked(site: MergedSite, decisions: Decisions, allow = true): Decisions {
  const open = decide(site, decisions).open.flatMap((one) => (one.why === 'needs-tick' ? [one] : []));
  return {
    ...decisions,
    ticks: Object.fromEntries(open.map(({ record, shown }) => [record, { allow, shown }])),
  };
}
