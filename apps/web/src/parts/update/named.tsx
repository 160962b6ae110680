import { makeStyles, tokens } from '@fluentui/react-components';
import type { UpdateOverview } from '@portico/contract/update';
import { FormattedMessage, useIntl } from 'react-intl';
import { AppLink } from '../../ui/navigation.tsx';
import { Note } from '../../ui/note.tsx';
import { cellName } from './cell-names.ts';
import { titlesOf } from './choice-words.ts';

const useStyles = makeStyles({
  list: { margin: 0, paddingInlineStart: '20px', display: 'grid', gap: tokens.spacingVerticalXS },
});

interface Props {
  readonly overview: UpdateOverview;
  readonly hrefOf: (record: string) => string;
  /** Only of this one. */
  readonly record?: string;
}

/** Texts that name what isn’t there as it is decided: nothing waits for them, and somebody should know. */
export function NamedNote({ overview, hrefOf, record: only }: Props) {
  const styles = useStyles();
  const intl = useIntl();
  const named = overview.named.filter(
    ({ record, target }) => only === undefined || record === only || target.id === only,
  );
  if (named.length === 0) return null;
  const titles = titlesOf(overview);
  const titled = (id: string, title = id) => <AppLink href={hrefOf(id)}>{titles.get(id) ?? title}</AppLink>;
  return (
    <Note
      tone="careful"
      title={
        <FormattedMessage
          id="web.update.named"
          defaultMessage="{n, plural, one {A text names something that isn’t} other {# texts name something that isn’t}} on your site as it is decided now"
          values={{ n: named.length }}
        />
      }
    >
      <ul className={styles.list}>
        {named.map(({ record, cell, target }) => (
          <li key={`${record} ${cell} ${target.id}`}>
            <FormattedMessage
              id="web.update.named.one"
              defaultMessage="“{cell}” of {record} names {target}: what it says is missing there, unless the text has words for that case or you put it on your site."
              values={{
                cell: cellName(intl, cell),
                record: titled(record),
                target: titled(target.id, target.title),
              }}
            />
          </li>
        ))}
      </ul>
    </Note>
  );
}
