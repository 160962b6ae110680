import { settle } from '@portico/twin/platform/settle';
import type { World } from '@portico/twin/world';
import type { Disk, Entry } from '../disk.ts';
import { type Decided, isUp, portals } from './small-world.ts';
import type { WriteWatch } from './watch-writes.ts';

interface End {
  readonly twin: World;
  readonly decided: Decided;
  readonly watch: WriteWatch;
  readonly disk: Disk;
  readonly entry: Entry;
  readonly broken: (words: string) => void;
}

/** With these a person reads what is the matter, decides or waits, and starts again. */
const resumable = [
  'action-failed',
  'site-elsewhere',
  'upstream-unavailable',
  'upstream-throttled',
  'outcome-unknown',
  'upstream-shape',
];

/** Refusals that the world gives reason for. */
const refusals = /subdomain|maximum number of sites/;

/** What must hold when an operation has ended; answers how it ended. */
export function judgeEnd({ twin, decided, watch, disk, entry, broken }: End): string {
  const { event } = entry;
  if (event.type !== 'operation-finished') throw new Error('Only an end is judged.');
  const { operation, outcome, problem } = event;
  settle(twin);
  const there = portals(twin);
  if (there.length > 1) broken(`two portals: ${there.map(({ subdomain }) => subdomain).join(', ')}`);
  const ours = there.find(({ subdomain }) => subdomain === decided.subdomain);
  if (outcome === 'done') {
    if (!ours) broken('done, and no portal is at the address');
    else if (!isUp(twin, ours)) broken('done, and nobody answers at the address');
    if (ours && decided.record && ours.websiteRecordId !== decided.record)
      broken('done, and other pages are shown');
  }

  const { code } = problem ?? {};
  const refused = code === 'upstream-refused' && refusals.test(problem?.upstream?.message ?? '');
  if (outcome === 'failed' && !refused && !resumable.includes(code ?? ''))
    broken(`fails for good: ${JSON.stringify(problem)}`);
  if (code === 'site-elsewhere' && !there.some(({ subdomain }) => subdomain !== decided.subdomain))
    broken('names a portal at another address, and there is none');
  const told = disk.journal.filter(({ event: each }) => 'operation' in each && each.operation === operation);
  const begun = told.find(({ event: each }) => each.type === 'operation-started')?.at ?? 0;
  if (code === 'action-failed') {
    const failed = twin.state.platform.operations.some(
      ({ fails, endsAt }) => fails && Date.parse(endsAt) >= begun && Date.parse(endsAt) <= entry.at,
    );
    if (!failed) broken(`blames a failure that wasn’t: ${JSON.stringify(problem)}`);
  }

  const wrote = told.filter(({ event: each }) => each.type === 'operation-wrote');
  if (wrote.length > 1) broken('told twice that a site was asked for');
  const sent = watch.written.filter((each) => each.operation === operation && each.accepted);
  const anywhere = disk.journal.some(({ event: each }) => each.type === 'operation-wrote');
  for (const { heard } of sent)
    if (!anywhere && (heard || outcome === 'done'))
      broken('untold: a site was asked for, and the journal doesn’t say so');
  const sure = wrote.some(({ event: each }) => each.type === 'operation-wrote' && !each.unsure);
  if (outcome === 'done' && wrote.length > 0 && !sure) broken('done, and unsure of what it wrote');
  // What is found at the address after a lost answer counts as ours, as far as anybody can tell.
  if (sure && !watch.written.some(({ accepted }) => accepted) && !ours) broken('told, and never taken');
  if (told.filter(({ event: each }) => each.type === 'operation-finished').length !== 1)
    broken(`${operation} ends more than once`);
  return `${outcome}${code ? ` with ${code}` : ''}`;
}
