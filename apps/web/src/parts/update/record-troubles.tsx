import { makeStyles, tokens } from '@fluentui/react-components';
import type { UpdateOverview } from '@portico/contract/update';
import { FormattedMessage, useIntl } from 'react-intl';
import { AppLink } from '../../ui/navigation.tsx';
import { Note } from '../../ui/note.tsx';
import { cellName } from './cell-names.ts';

const useStyles = makeStyles({
  list: { margin: 0, paddingInlineStart: '20px', display: 'grid', gap: tokens.spacingVerticalXS },
});

interface Props {
  readonly record: string;
  readonly overview: Pick<UpdateOverview, 'faults' | 'gone' | 'records'>;
  readonly titles: ReadonlyMap<string, string>;
  /** Whether this record says of a column what it becomes. */
  readonly decides: (cell: string) => boolean;
  readonly hrefOf: (record: string) => string;
}

/** Why this record can’t be written as it is decided: a text that doesn’t parse, or something it refers to that goes. */
export function RecordTroubles({ record, overview, titles, decides, hrefOf }: Props) {
  const styles = useStyles();
  const intl = useIntl();
  const faults = overview.faults.filter((one) => one.record === record);
  const theirs = new Set(overview.records.flatMap(({ id, only }) => (only === 'theirs' ? id : [])));
  const gone = overview.gone.filter((one) => one.record === record);
  return (
    <>
      {faults.map(({ cell, faults: found }) => (
        <Note
          key={cell}
          tone="bad"
          title={
            <FormattedMessage
              id="web.update.fault"
              defaultMessage="“{cell}” wouldn’t work as it is decided now. Nothing is applied until it is put right."
              values={{ cell: cellName(intl, cell) }}
            />
          }
        >
          <ul className={styles.list}>
            {found.map(({ language, line, says }) => (
              <li key={`${language} ${line} ${says}`}>
                <FormattedMessage
                  id="web.update.fault.line"
                  defaultMessage="{language}, line {line, number}: {says}"
                  values={{ language, line, says }}
                />
              </li>
            ))}
          </ul>
        </Note>
      ))}
      {gone.map(({ cell, target }) => (
        <Note
          key={`${cell} ${target.id}`}
          tone="careful"
          title={
            <FormattedMessage
              id="web.update.gone"
              defaultMessage="“{cell}” would refer to “{target}”, {adds, select, yes {which isn’t on your site as it is decided now} other {which is then no longer there}}."
              values={{
                adds: theirs.has(target.id) ? 'yes' : 'no',
                cell: cellName(intl, cell),
                target: titles.get(target.id) ?? target.title,
              }}
            />
          }
        >
          <span>
            <FormattedMessage
              id="web.update.gone.remedy"
              defaultMessage="Open “{target}” and {adds, select, yes {add it to} other {keep it on}} your site{decides, select, yes {, or decide below that “{cell}” refers to something else} other {}}."
              values={{
                target: <AppLink href={hrefOf(target.id)}>{titles.get(target.id) ?? target.title}</AppLink>,
                cell: cellName(intl, cell),
                adds: theirs.has(target.id) ? 'yes' : 'no',
                decides: decides(cell) ? 'yes' : 'no',
              }}
            />
          </span>
        </Note>
      ))}
    </>
  );
}
