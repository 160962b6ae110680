import type { Guide } from '@portico/plan/action';
import type { Finding, Owner } from '@portico/plan/finding';
import type { Text } from '@portico/plan/text';
import { z } from 'zod';

/** What only we, Microsoft or whoever sits here can do isn't worth a link. */
const elsewhere: ReadonlySet<Owner> = new Set([
  'environment-admin',
  'tenant-admin',
  'licence-admin',
  'finance-operations-admin',
]);

/** Whether somebody else can be asked to make this pass: a remedy for an administrator, or a consent that is missing. */
export function canHandOver(finding: Finding | undefined): boolean {
  if (finding?.state === 'blocked') return elsewhere.has(finding.remedy.owner);
  return finding?.state === 'unknown' && finding.problem.code === 'consent-missing';
}

const text = z.custom<Text>((value) => typeof value === 'object' && value !== null && 'id' in value);
const guide = z.custom<Guide>((value) => typeof value === 'object' && value !== null && 'link' in value);

/** All that the holder of a link learns: one task, and nothing else of the run. */
export const handOffPage = z.discriminatedUnion('state', [
  z.object({
    state: z.literal('open'),
    /** Who asks whom. */
    from: z.string(),
    to: z.string(),
    customer: z.string(),
    environment: z.string().optional(),
    /** What it is about, in one sentence, and why it matters. */
    says: text,
    why: z.array(text),
    guide,
    /** ISO 8601. */
    until: z.string(),
    /** False while the sender's sign-in has ended: it is noticed once they are back. */
    watching: z.boolean(),
    /** Kept in the page's memory only: with it, and with nothing else, the page learns that it was done. */
    proof: z.string(),
  }),
  z.object({ state: z.literal('done') }),
  /** Unknown, expired, used or taken back: nobody is told which. */
  z.object({ state: z.literal('over') }),
]);
export type HandOffPage = z.output<typeof handOffPage>;
