import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { UpdateCell } from '@portico/contract/update';
import { msg } from '@portico/plan/text';
import { FormattedMessage, useIntl } from 'react-intl';
import { CellWays } from './cell-ways.tsx';
import type { RecordPlace } from './record-place.ts';
import { Plain, Sides } from './sides.tsx';
import { valueWords } from './value-words.ts';

const useStyles = makeStyles({
  root: { display: 'grid', gap: tokens.spacingVerticalM, minWidth: 0 },
  list: { margin: 0, paddingInlineStart: '24px', display: 'grid', gap: tokens.spacingVerticalXS },
  line: { ...typographyStyles.body1, margin: 0 },
});

/** What each side did to the set. */
const said = {
  theirsAdded: msg({ id: 'web.update.set.theirs-added', defaultMessage: 'The new template adds: {words}' }),
  theirsRemoved: msg({
    id: 'web.update.set.theirs-removed',
    defaultMessage: 'The new template takes away: {words}',
  }),
  oursAdded: msg({ id: 'web.update.set.ours-added', defaultMessage: 'You added: {words}' }),
  oursRemoved: msg({ id: 'web.update.set.ours-removed', defaultMessage: 'You took away: {words}' }),
};

const listOf = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : []);
const without = (one: readonly string[], other: readonly string[]) => one.filter((id) => !other.includes(id));

/** A set: what each side added and took away, and what it comes to. */
export function SetCell({ cell, place }: { readonly cell: UpdateCell; readonly place: RecordPlace }) {
  const styles = useStyles();
  const intl = useIntl();
  const { name, merged, becomes, names } = cell;
  const [base, ours, theirs] = [listOf(merged.base), listOf(merged.ours), listOf(merged.theirs)];
  const words = (ids: readonly string[]) => valueWords(intl, name, ids, names);
  const now = becomes ? listOf(becomes.value) : undefined;
  const changes = [
    [said.theirsAdded, without(theirs, base)],
    [said.theirsRemoved, without(base, theirs)],
    [said.oursAdded, without(ours, base)],
    [said.oursRemoved, without(base, ours)],
  ] as const;
  return (
    <div className={styles.root}>
      {place.first === 'unknown' ? (
        <Sides place={place} ours={<Plain text={words(ours)} />} theirs={<Plain text={words(theirs)} />} />
      ) : (
        <ul className={styles.list}>
          {changes.map(
            ([says, ids]) =>
              ids.length > 0 && (
                <li key={says.id}>
                  <FormattedMessage {...says} values={{ words: words(ids) }} />
                </li>
              ),
          )}
        </ul>
      )}
      {now && (
        <p className={styles.line}>
          <FormattedMessage
            id="web.update.set.now"
            defaultMessage="{n, plural, =0 {Then nothing is left.} other {Then there are: {words}}}"
            values={{ n: now.length, words: words(now) }}
          />
        </p>
      )}
      <CellWays cell={cell} place={place} />
    </div>
  );
}
