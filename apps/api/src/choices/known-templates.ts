import type { Choice } from '@portico/contract/routes';
import { msg } from '@portico/plan/text';
import { type Known, type Unfit, unfitFor } from '../site-config/known-templates.ts';
import { reasons } from './templates.ts';

const why = {
  language: reasons.language,
  model: msg({
    id: 'choices.known-template.model',
    defaultMessage: 'It is kept in another data model than the site, so they can’t be compared.',
  }),
  stands: msg({
    id: 'choices.known-template.stands',
    defaultMessage: 'The site stands on this template already.',
  }),
} satisfies Record<Exclude<Unfit, 'own'>, object>;

/** Templates that set-ups of this tenant have met, the one that was met last first. */
export function knownTemplateChoices({ standings, templates }: Known, run: string): Choice[] {
  const standing = standings.find((each) => each.run === run);
  return templates.toReversed().flatMap((template): Choice[] => {
    const { id: value, name: label, setUp, seen, from } = template;
    // Of a site that nobody has looked at nothing is known: the checks judge it.
    const unfit = standing && unfitFor(standing, template);
    if (unfit === 'own') return [];
    const shown = { value, label, facts: { setUp, seen, from } };
    return [unfit ? { ...shown, fitness: 0, reason: { id: why[unfit].id } } : { ...shown, fitness: 1 }];
  });
}
