import type { UpdateChoice, UpdateOverview } from '@portico/contract/update';
import { msg } from '@portico/plan/text';
import type { IntlShape, MessageDescriptor } from 'react-intl';
import { cellName } from './cell-names.ts';
import { tableName } from './table-names.ts';

/** What was decided, as a noun: “yours”. */
const takes: Readonly<Record<'mine' | 'theirs' | 'both' | 'edit', MessageDescriptor>> = {
  mine: msg({ id: 'web.update.take.mine', defaultMessage: 'yours stays' }),
  theirs: msg({ id: 'web.update.take.theirs', defaultMessage: 'the new template’s is taken' }),
  both: msg({ id: 'web.update.take.both', defaultMessage: 'both, yours first' }),
  edit: msg({ id: 'web.update.take.edit', defaultMessage: 'written by hand' }),
};

/** What somebody decided, without what it is about: “yours stays”. */
export function outcomeWords(intl: IntlShape, choice: UpdateChoice): string {
  switch (choice.kind) {
    case 'cell':
    case 'rule':
      return intl.formatMessage(takes[choice.take]);
    case 'tick':
      return intl.formatMessage(
        {
          id: 'web.update.take.tick',
          defaultMessage: '{allow, select, yes {this change is allowed} other {it stays as it is today}}',
        },
        { allow: choice.allow ? 'yes' : 'no' },
      );
    case 'back':
      return intl.formatMessage({
        id: 'web.update.take.back',
        defaultMessage: 'this update goes, with those after it',
      });
    case 'same':
    default:
      return intl.formatMessage(
        {
          id: 'web.update.take.same',
          defaultMessage: '{is, select, new {it is a new record} other {it is the record of your site}}',
        },
        { is: choice.is === 'new' ? 'new' : 'there' },
      );
  }
}

/** What records are called; of one that nobody changed no name is known. */
export function titlesOf(
  overview: Pick<UpdateOverview, 'records' | 'questions'> | undefined,
): ReadonlyMap<string, string> {
  const named = overview?.questions.flatMap(({ theirs, candidates }) => [...theirs, ...candidates]) ?? [];
  return new Map([...named, ...(overview?.records ?? [])].map(({ id, title }) => [id, title]));
}

/** The kind that a rule is for. */
export const kindsName = (intl: IntlShape, table: string | undefined): string =>
  table === undefined
    ? intl.formatMessage({
        id: 'web.update.everything',
        defaultMessage: 'All kinds, but for rights and security settings',
      })
    : tableName(intl, table);

/** What a decision is about: “Home, Custom CSS, conflict 2”. */
export function subjectWords(
  intl: IntlShape,
  choice: UpdateChoice,
  titles: ReadonlyMap<string, string>,
): string {
  const titleOf = (id: string) =>
    titles.get(id) ??
    intl.formatMessage({ id: 'web.update.nameless', defaultMessage: 'A record that needs nobody any more' });
  switch (choice.kind) {
    case 'cell':
      return intl.formatMessage(
        {
          id: 'web.update.about.cell',
          defaultMessage: '{title}, {cell}{n, plural, =0 {} other {, conflict #}}',
        },
        {
          title: titleOf(choice.record),
          cell: cellName(intl, choice.cell),
          n: choice.region === undefined ? 0 : choice.region + 1,
        },
      );
    case 'rule':
      return intl.formatMessage(
        {
          id: 'web.update.about.rule',
          defaultMessage:
            '{kinds}{cell, select, all {} other {, {cell}}}: all conflicts without a decision of their own',
        },
        {
          kinds: kindsName(intl, choice.table),
          cell: choice.cell ? cellName(intl, choice.cell) : 'all',
        },
      );
    case 'tick':
      return titleOf(choice.record);
    case 'back':
      return intl.formatMessage({
        id: 'web.update.about.back',
        defaultMessage: 'How far the update is taken back',
      });
    case 'same':
    default:
      return titleOf(choice.theirs);
  }
}
