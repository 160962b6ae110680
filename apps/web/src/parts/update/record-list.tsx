import { Field, Input, makeStyles, Select, tokens, typographyStyles } from '@fluentui/react-components';
import type { UpdateOverview, UpdateRecord } from '@portico/contract/update';
import { needsOf } from '@portico/contract/update-needs';
import { memo, useDeferredValue, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { FramedList } from '../../ui/framed-list.tsx';
import type { Place } from '../../ui/long-list.tsx';
import { AppLink } from '../../ui/navigation.tsx';
import { Section } from '../../ui/section.tsx';
import { Symbol } from '../../ui/symbol.tsx';
import { kindsOf } from './counts.ts';
import { RecordLine } from './record-line.tsx';
import { tableName } from './table-names.ts';

const useStyles = makeStyles({
  filters: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM, alignItems: 'end' },
  filter: { flex: '1 1 180px', maxWidth: '100%' },
  row: {
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    ':not(:first-child)': { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  },
  name: { ...typographyStyles.body1Strong, color: tokens.colorBrandForegroundLink, overflowWrap: 'anywhere' },
  none: { ...typographyStyles.body1, margin: 0 },
});

interface Props {
  readonly overview: UpdateOverview;
  readonly hrefOf: (record: string) => string;
}

type Which = 'needs' | 'both' | 'theirs' | 'ours' | 'all';

/** All records that anybody changed, ten thousand of them if need be, and what narrows them down. */
export function RecordList({ overview, hrefOf }: Props) {
  const styles = useStyles();
  const intl = useIntl();
  const needs = needsOf(overview);
  const [picked, pick] = useState<Which>();
  const which = picked ?? (needs.size > 0 ? 'needs' : 'all');
  const [table, setTable] = useState('');
  const [typed, type] = useState('');
  // The fields follow at once; the list follows when there is time.
  const words = useDeferredValue(typed).trim().toLowerCase();
  const fits = ({ id, state, table: of, title, where = '' }: UpdateRecord) =>
    (which === 'all' ||
      (which === 'needs'
        ? needs.has(id)
        : which === 'both'
          ? /different|same/.test(state)
          : state === which)) &&
    (table === '' || of === table) &&
    (words === '' || `${title} ${where}`.toLowerCase().includes(words));
  const found = overview.records.filter(fits);
  return (
    <Section
      title={<FormattedMessage id="web.update.records" defaultMessage="Changed records" />}
      lead={
        <FormattedMessage
          id="web.update.records.count"
          defaultMessage="{shown, number} of {all, plural, one {# record} other {# records}} that anybody changed."
          values={{ shown: found.length, all: overview.records.length }}
        />
      }
    >
      <div className={styles.filters}>
        <Field
          className={styles.filter}
          label={intl.formatMessage({ id: 'web.update.filter.which', defaultMessage: 'Show' })}
        >
          <Select value={which} onChange={(_, { value }) => pick(value as Which)}>
            <option value="needs">
              {intl.formatMessage(
                { id: 'web.update.filter.needs', defaultMessage: 'What needs you ({n, number})' },
                { n: needs.size },
              )}
            </option>
            <option value="both">
              {intl.formatMessage({ id: 'web.update.filter.both', defaultMessage: 'Changed by both' })}
            </option>
            <option value="theirs">
              {intl.formatMessage({
                id: 'web.update.filter.theirs',
                defaultMessage: 'Changed by the template only',
              })}
            </option>
            <option value="ours">
              {intl.formatMessage({ id: 'web.update.filter.ours', defaultMessage: 'Changed by you only' })}
            </option>
            <option value="all">
              {intl.formatMessage({ id: 'web.update.filter.all', defaultMessage: 'All changed records' })}
            </option>
          </Select>
        </Field>
        <Field
          className={styles.filter}
          label={intl.formatMessage({ id: 'web.update.filter.kind', defaultMessage: 'Kind' })}
        >
          <Select value={table} onChange={(_, { value }) => setTable(value)}>
            <option value="">
              {intl.formatMessage({ id: 'web.update.filter.kinds', defaultMessage: 'All kinds' })}
            </option>
            {kindsOf(overview).map((kind) => (
              <option key={kind.table} value={kind.table}>
                {tableName(intl, kind.table)}
              </option>
            ))}
          </Select>
        </Field>
        <Field
          className={styles.filter}
          label={intl.formatMessage({ id: 'web.update.filter.words', defaultMessage: 'Find by name' })}
        >
          <Input type="search" value={typed} onChange={(_, { value }) => type(value)} />
        </Field>
      </div>
      {found.length === 0 ? (
        <p className={styles.none}>
          <FormattedMessage id="web.update.records.none" defaultMessage="No record is like that." />
        </p>
      ) : (
        <Rows records={found} needs={needs} hrefOf={hrefOf} />
      )}
    </Section>
  );
}

interface RowsProps {
  readonly records: readonly UpdateRecord[];
  readonly needs: ReadonlySet<string>;
  readonly hrefOf: (record: string) => string;
}

const Rows = memo(function Rows({ records, needs, hrefOf }: RowsProps) {
  const styles = useStyles();
  const row = (record: UpdateRecord, place?: Place) => {
    const open = needs.has(record.id);
    return (
      <li key={record.id} className={styles.row} {...place}>
        <Symbol name={open ? 'careful' : record.conflicts > 0 || record.tick ? 'good' : 'empty'} />
        <span data-record={record.id}>
          <AppLink href={hrefOf(record.id)} className={styles.name}>
            {record.title}
          </AppLink>
          <RecordLine record={record} open={open} />
        </span>
      </li>
    );
  };
  return <FramedList items={records} draw={row} />;
});
