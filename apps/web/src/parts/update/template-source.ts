import { z } from 'zod';

/** Which template is meant, while it is being chosen. What was given keeps the words by which people know it. */
export const templateDraft = z.object({
  from: z.enum(['site', 'known', 'file', 'folder']).optional(),
  environment: z.string().optional(),
  website: z.string().optional(),
  kept: z.string().optional(),
  name: z.string().optional(),
  records: z.number().optional(),
  taken: z.string().optional(),
  fingerprint: z.string().optional(),
});
export type TemplateDraft = z.output<typeof templateDraft>;

/** The decision in it. */
export const templateIn = ({ from = 'site', environment, website, kept }: TemplateDraft) =>
  from === 'site' ? { environment, website } : { kept };

/** What was decided, as somebody goes on choosing. */
export const draftOf = (
  template:
    | { readonly environment: string; readonly website: string }
    | { readonly kept: string }
    | undefined,
  from: Exclude<TemplateDraft['from'], 'site' | undefined> = 'file',
): TemplateDraft => (template && 'kept' in template ? { ...template, from } : { ...template });
