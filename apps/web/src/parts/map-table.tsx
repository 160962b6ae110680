import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import type { MapState, OrderedMap } from '@portico/contract/findings';
import { Fragment, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Chevron } from '../ui/chevron.tsx';
import { Disclosure } from '../ui/disclosure.tsx';
import { Symbol } from '../ui/symbol.tsx';
import { Table } from '../ui/table.tsx';
import { groupMaps, isRunning, type MapGroup, type MapRow } from './map-rows.ts';
import { MapErrors } from './map-errors.tsx';
import { MapCompanies, MapStateWords } from './map-state.tsx';

const useStyles = makeStyles({
  dense: {
    '& tbody th, & tbody td': { paddingBlock: tokens.spacingVerticalS },
    // Belongs to the row above it.
    '& tbody tr[data-part="errors"]': { borderTop: 'none' },
    '& tbody tr[data-part="errors"] td': { paddingBottom: tokens.spacingVerticalL },
  },
  inner: {
    paddingInlineStart: tokens.spacingHorizontalXXXL,
    '@media (max-width: 560px)': { paddingInlineStart: tokens.spacingHorizontalM },
  },
  needed: { fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground2 },
  fold: {
    display: 'flex',
    gap: tokens.spacingHorizontalS,
    alignItems: 'center',
    minHeight: '24px',
    padding: 0,
    border: 'none',
    background: 'none',
    color: tokens.colorNeutralForeground2,
    font: 'inherit',
    textAlign: 'start',
    cursor: 'pointer',
    borderRadius: tokens.borderRadiusMedium,
    ':hover': { textDecorationLine: 'underline' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
  },
  state: { display: 'inline-flex', gap: tokens.spacingHorizontalXS, whiteSpace: 'nowrap' },
  error: {
    ...typographyStyles.caption1,
    display: 'block',
    overflowWrap: 'anywhere',
    maxWidth: '64ch',
  },
  name: { overflowWrap: 'anywhere' },
});

interface Props {
  readonly order: readonly OrderedMap[];
  readonly states: readonly MapState[];
}

/** The five maps in running order, each with what must run before it, where it stands, and each company's rows. */
export function MapTable({ order, states }: Props) {
  const styles = useStyles();
  const intl = useIntl();
  const groups = groupMaps(order, states);
  return (
    <div className={styles.dense}>
      <Table
        label={intl.formatMessage({ id: 'web.map-table', defaultMessage: 'Table maps in running order' })}
        head={[
          <FormattedMessage key="map" id="web.map-table.map" defaultMessage="Table map" />,
          <FormattedMessage key="state" id="web.map-table.state" defaultMessage="State" />,
        ]}
      >
        {groups.map((group) => (
          <Fragment key={group.map.id}>
            {group.before.length > 0 && <Before group={group} />}
            <Row row={group.map} />
          </Fragment>
        ))}
      </Table>
    </div>
  );
}

/** What one of the five needs, counted in a line; the line opens to all of them. */
function Before({ group: { map, before } }: { readonly group: MapGroup }) {
  const styles = useStyles();
  const [open, setOpen] = useState(() => before.some(({ state }) => state?.error ?? state?.errors));
  const read = before.filter(({ state }) => state).length;
  const run = before.filter(isRunning).length;
  return (
    <>
      <tr>
        <th scope="row" className={mergeClasses(styles.inner, styles.needed)}>
          <button type="button" className={styles.fold} aria-expanded={open} onClick={() => setOpen(!open)}>
            <Chevron open={open} />
            <FormattedMessage
              id="web.map-table.before"
              defaultMessage="{n, plural, one {# map} other {# maps}} that {map} needs first"
              values={{ n: before.length, map: map.name }}
            />
          </button>
        </th>
        <td>
          {read > 0 && (
            <span className={styles.state}>
              <Symbol name={run === before.length ? 'good' : run > 0 ? 'going' : 'empty'} />
              <FormattedMessage
                id="web.map-table.run"
                defaultMessage="{run, number} of {n, number} running"
                values={{ run, n: before.length }}
              />
            </span>
          )}
        </td>
      </tr>
      {open && before.map((row) => <Row key={row.id} row={row} inner />)}
    </>
  );
}

function Row({ row: { name, state }, inner = false }: { readonly row: MapRow; readonly inner?: boolean }) {
  const styles = useStyles();
  const errors = state?.errors ?? [];
  return (
    <>
      <tr>
        <th scope="row" className={inner ? mergeClasses(styles.inner, styles.needed) : styles.name}>
          {name}
          {state?.error && errors.length === 0 && (
            <span className={mergeClasses(styles.error, styles.needed)}>{state.error}</span>
          )}
          {state && state.companies.length > 0 && (
            <div className={styles.needed}>
              <Disclosure
                label={
                  <FormattedMessage
                    id="web.map-table.companies"
                    defaultMessage="{n, plural, one {# company} other {# companies}}, {rows, plural, one {# row} other {# rows}}"
                    values={{
                      n: state.companies.length,
                      rows: state.companies.reduce((sum, { rows }) => sum + rows, 0),
                    }}
                  />
                }
                startOpen={state.companies.some(({ errors }) => errors > 0)}
              >
                <MapCompanies companies={state.companies} />
              </Disclosure>
            </div>
          )}
        </th>
        <td>{state && <MapStateWords state={state.state} errors={state.error ? 1 : 0} />}</td>
      </tr>
      {errors.length > 0 && (
        <tr data-part="errors">
          <td colSpan={2} className={mergeClasses(inner && styles.inner)}>
            <MapErrors errors={errors} />
          </td>
        </tr>
      )}
    </>
  );
}
