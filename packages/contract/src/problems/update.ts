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
  'site-partly-read': kind(
    502,
    'now',
    msg({
      id: 'problem.site-partly-read',
      defaultMessage:
        'Dataverse says that it has no table {names}, and the site had records there. Without them they would look as if somebody had deleted them.',
    }),
    msg({
      id: 'problem.site-partly-read.remedy',
      defaultMessage:
        'Check the step again in some minutes. If it stays so, ask who looks after the environment whether a portal solution was removed or is being updated.',
    }),
  ),
  'site-read-only': kind(
    409,
    'never',
    msg({
      id: 'problem.site-read-only',
      defaultMessage: 'The site is on the enhanced data model, to which Portico doesn’t write.',
    }),
    msg({
      id: 'problem.site-read-only.remedy',
      defaultMessage:
        'Nothing was written. Select “Download the plan” and make the changes in the app “Power Pages Management”.',
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
  'snapshot-unreadable': kind(
    400,
    'never',
    msg({
      id: 'problem.snapshot-unreadable',
      defaultMessage: 'This isn’t a snapshot that this version of Portico can read: {file}.',
    }),
    msg({
      id: 'problem.snapshot-unreadable.remedy',
      defaultMessage:
        'Choose a file that was saved with “Download the snapshot”, or the whole folder that “pac pages download” wrote. Nothing was changed.',
    }),
  ),
  'snapshot-too-large': kind(
    413,
    'never',
    msg({
      id: 'problem.snapshot-too-large',
      defaultMessage: 'This is larger than a site’s configuration can be here: at most {most} MB.',
    }),
    msg({
      id: 'problem.snapshot-too-large.remedy',
      defaultMessage: 'Choose the folder of one site and nothing above it. Nothing was changed.',
    }),
  ),
  'snapshot-damaged': kind(
    400,
    'never',
    msg({
      id: 'problem.snapshot-damaged',
      defaultMessage:
        'The content of this snapshot isn’t what its fingerprint says: it was changed or cut off.',
    }),
    msg({
      id: 'problem.snapshot-damaged.remedy',
      defaultMessage: 'Take the file from where it was kept once more. Nothing was changed.',
    }),
  ),
  'snapshot-unfit': kind(
    409,
    'never',
    msg({
      id: 'problem.snapshot-unfit',
      defaultMessage:
        '{differ, select, site {This is a snapshot of another website than this site.} language {This snapshot was made in another base language than the site.} model {This snapshot is of a site with another data model.} other {This snapshot has only the records that nobody had touched, not a whole template.}}',
    }),
    msg({
      id: 'problem.snapshot-unfit.remedy',
      defaultMessage: 'Choose another file or folder. Nothing was changed.',
    }),
  ),
  'folder-incomplete': kind(
    400,
    'never',
    msg({
      id: 'problem.folder-incomplete',
      defaultMessage: 'This isn’t the whole folder of one site: there must be one {missing} in it.',
    }),
    msg({
      id: 'problem.folder-incomplete.remedy',
      defaultMessage:
        'Choose the folder that “pac pages download” wrote for this site, with everything in it. Nothing was changed.',
    }),
  ),
  'folder-ambiguous': kind(
    400,
    'never',
    msg({
      id: 'problem.folder-ambiguous',
      defaultMessage: 'Two files of this folder hold the same record and differ: {file} and {other}.',
    }),
    msg({
      id: 'problem.folder-ambiguous.remedy',
      defaultMessage:
        'A record that was renamed leaves its old file behind. Delete the older of both, or download the site into an empty folder, and choose it again. Nothing was changed.',
    }),
  ),
};
