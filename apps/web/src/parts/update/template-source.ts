import type { Choice } from '@portico/contract/routes';
import { z } from 'zod';
import type { Loaded } from '../../data/loaded.ts';

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

type Choices = Loaded<readonly Choice[]>;

/** Where only one suits it is chosen, and a person may still go another way. */
export function withOnly(
  draft: TemplateDraft,
  lists: Readonly<Record<'environments' | 'sites' | 'templates', Choices>>,
): TemplateDraft {
  const { from = 'site' } = draft;
  if (from === 'known') return { ...draft, kept: draft.kept ?? onlyOf(lists.templates) };
  if (from !== 'site') return draft;
  const environment = draft.environment ?? onlyOf(lists.environments);
  const website = draft.website ?? (environment && onlyOf(lists.sites));
  return { ...draft, environment, website };
}

function onlyOf({ status, value }: Choices): string | undefined {
  const suiting = status === 'ready' ? value.filter(({ fitness }) => fitness > 0) : [];
  return suiting.length === 1 ? suiting[0]?.value : undefined;
}
