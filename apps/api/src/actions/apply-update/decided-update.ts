import { Problem } from '@portico/contract/problems';
import type { Plan } from '@portico/merge/plan';
import type { Merging } from '../../site-config/merge-kept.ts';
import { planOf } from '../../site-config/overview.ts';
import { updateOf } from '../../site-config/read-sites.ts';
import type { Targets } from '../../targets/targets.ts';

/** An update of which everything is decided, and all that it writes. */
export interface DecidedUpdate {
  readonly merging: Merging;
  readonly plan: Plan;
}

/**
 * @param looked another reading of the site than the last one
 * @throws Problem `update-undecided` while anything is open
 */
export async function decidedUpdate(targets: Targets, looked?: string): Promise<DecidedUpdate> {
  const merging = await updateOf(targets, looked);
  const plan = merging && planOf(merging);
  if (!plan) throw new Problem('update-undecided');
  return { merging, plan };
}

/** Keeps what takes an update back, before anything of it is written. @returns its id */
export async function keepUpdate(
  { archive }: Pick<Targets, 'archive'>,
  { merging, plan }: DecidedUpdate,
  former: string | undefined,
): Promise<string> {
  const { baseline, live, template } = merging.sides;
  const of = { baseline: baseline.id, live: live.id, template: template.id };
  return (await archive.keep('update', { plan, ...of, ...(former && { former }) })).id;
}
