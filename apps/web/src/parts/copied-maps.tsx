import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { type CopiedMap, type Copying, copyingOf } from '@portico/contract/copying';
import { msg } from '@portico/plan/text';
import type { OperationState } from '@portico/plan/reduce';
import type { ReactNode } from 'react';
import { FormattedMessage, FormattedNumber, useIntl } from 'react-intl';
import { duration, durationRange } from '../ui/duration.ts';
import { Table } from '../ui/table.tsx';

const useStyles = makeStyles({
  root: { display: 'grid', gap: tokens.spacingVerticalS },
  line: { ...typographyStyles.body1, margin: 0 },
  name: { overflowWrap: 'anywhere' },
  number: { fontVariantNumeric: 'tabular-nums' },
});

const heads = {
  expected: msg({ id: 'web.first-copy.expected', defaultMessage: 'Rows expected' }),
  rows: msg({ id: 'web.first-copy.rows', defaultMessage: 'Rows copied' }),
  range: msg({ id: 'web.first-copy.range', defaultMessage: 'Time expected' }),
  took: msg({ id: 'web.first-copy.took', defaultMessage: 'Time taken' }),
};

/** The first copying of rows as it was expected and as it went, map by map: so the next estimate can be judged. */
export function CopiedMaps({ operation }: { readonly operation: OperationState }) {
  const styles = useStyles();
  const intl = useIntl();
  const copying = copyingOf(operation);
  if (!copying) return undefined;
  const { maps, total, unmeasured } = copying;
  return (
    <div className={styles.root}>
      <p className={styles.line}>
        <BeforeWords copying={copying} />{' '}
        {unmeasured > 0 && maps.length > 0 && (
          <FormattedMessage
            id="web.first-copy.unmeasured"
            defaultMessage="Of {n, plural, one {one more map} other {# more maps}} nobody told how many rows were copied."
            values={{ n: unmeasured }}
          />
        )}
      </p>
      {maps.length > 0 && (
        <Table
          stack
          label={intl.formatMessage({
            id: 'web.first-copy',
            defaultMessage: 'The first copying, as expected and as it went',
          })}
          head={[
            <FormattedMessage key="map" id="web.first-copy.map" defaultMessage="Table map" />,
            ...Object.entries(heads).map(([key, head]) => <FormattedMessage key={key} {...head} />),
          ]}
        >
          {maps.map((map) => (
            <Row key={map.name} name={map.name} map={map} />
          ))}
          {total && (
            <Row
              name={
                <FormattedMessage
                  id="web.first-copy.total"
                  defaultMessage="Together, {n, plural, one {the one map} other {the # maps}} of which all is known"
                  values={{ n: total.maps }}
                />
              }
              map={total}
            />
          )}
        </Table>
      )}
    </div>
  );
}

function Row({ name, map }: { readonly name: ReactNode; readonly map: Omit<CopiedMap, 'name'> }) {
  const styles = useStyles();
  const intl = useIntl();
  const unknown = <FormattedMessage id="web.first-copy.unknown" defaultMessage="not known" />;
  const cells = {
    expected: map.expected ? <FormattedNumber value={map.expected.rows} /> : unknown,
    rows: <FormattedNumber value={map.rows} />,
    range: map.expected ? durationRange(intl, map.expected.seconds) : unknown,
    took: map.took === undefined ? unknown : duration(intl, map.took),
  };
  return (
    <tr>
      <th scope="row" className={styles.name}>
        {name}
      </th>
      {(['expected', 'rows', 'range', 'took'] as const).map((key) => (
        <td key={key} className={styles.number} data-label={intl.formatMessage(heads[key])}>
          {cells[key]}
        </td>
      ))}
    </tr>
  );
}

function BeforeWords({ copying: { expected, seen } }: { readonly copying: Copying }) {
  const intl = useIntl();
  const values = {
    rows: expected.rows,
    range: expected.seconds ? durationRange(intl, expected.seconds) : 'unknown',
  };
  return seen === undefined ? (
    <FormattedMessage
      id="web.first-copy.before"
      defaultMessage="Expected before the start: {rows, plural, one {# row} other {# rows}}{range, select, unknown {; too few could be counted to say how long} other {, in {range}}}."
      values={values}
    />
  ) : (
    <FormattedMessage
      id="web.first-copy.seen"
      defaultMessage="Expected before the start: {rows, plural, one {# row} other {# rows}}{range, select, unknown {; too few could be counted to say how long} other {, in {range}}}. A person started the maps in Microsoft’s page: {seen} went by until we saw all of them run, the person’s own time among it. What each map took isn’t known."
      values={{ ...values, seen: duration(intl, seen) }}
    />
  );
}
