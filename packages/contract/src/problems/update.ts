import { msg } from '@portico/plan/text';
import { kind } from './kind.ts';

/** What can keep a new template from being taken over. */
export const updateProblems = {
  'chosen-meanwhile': kind(
    409,
    'now',
    msg({ id: 'problem.chosen-meanwhile', defaultMessage: '{name} decided this meanwhile.' }),
    msg({
      id: 'problem.chosen-meanwhile.remedy',
      defaultMessage: 'Look at what was decided, and decide again if you want it otherwise.',
    }),
  ),
  'choice-unfit': kind(
    400,
    'never',
    msg({ id: 'problem.choice-unfit', defaultMessage: 'This can’t be decided like that.' }),
    msg({
      id: 'problem.choice-unfit.remedy',
      defaultMessage: 'Take one of the two sides, or write a value of the same kind.',
    }),
  ),
  'update-undecided': kind(
    409,
    'never',
    msg({
      id: 'problem.update-undecided',
      defaultMessage: 'Something about this update isn’t decided yet, so nothing was written.',
    }),
    msg({ id: 'problem.update-undecided.remedy', defaultMessage: 'Decide what is listed as open first.' }),
  ),
  'site-edited': kind(
    409,
    'never',
    msg({
      id: 'problem.site-edited',
      defaultMessage:
        'Somebody edited {count, plural, one {a record} other {# records}} of the site since you looked: {names}. Nothing was written.',
    }),
    msg({
      id: 'problem.site-edited.remedy',
      defaultMessage:
        'Check the step again: what was edited is in the list as it is now. Decide what is open, then apply.',
    }),
  ),
  'update-unfinished': kind(
    409,
    'never',
    msg({
      id: 'problem.update-unfinished',
      defaultMessage: 'An update that was interrupted is in the site by halves.',
    }),
    msg({
      id: 'problem.update-unfinished.remedy',
      defaultMessage:
        'Select “Take the update back”, which removes what there is of it. Then decide and apply again.',
    }),
  ),
  'update-gone': kind(
    409,
    'never',
    msg({
      id: 'problem.update-gone',
      defaultMessage: 'There is no update of this site that could be taken back.',
    }),
    msg({ id: 'problem.update-gone.remedy', defaultMessage: 'Nothing was written. Check the step again.' }),
  ),
  'update-refused': kind(
    502,
    'never',
    msg({
      id: 'problem.update-refused',
      defaultMessage: 'Dataverse refused one of the writes, so none of them was made.',
    }),
    msg({
      id: 'problem.update-refused.remedy',
      defaultMessage: 'Read what Dataverse says below, and mend it there. Then apply again.',
    }),
  ),
  'sites-incomparable': kind(
    409,
    'never',
    msg({
      id: 'problem.sites-incomparable',
      defaultMessage: 'The site and the new template can’t be compared: their {differ} differs.',
    }),
    msg({
      id: 'problem.sites-incomparable.remedy',
      defaultMessage: 'Choose a reference site that was made in the same base language.',
    }),
  ),
};
