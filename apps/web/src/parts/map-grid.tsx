import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { MapState } from '@portico/contract/findings';
import { FormattedMessage, type MessageDescriptor, useIntl } from 'react-intl';
import { msg } from '@portico/plan/text';
import { Symbol, type SymbolName } from '../ui/symbol.tsx';
import { Table } from '../ui/table.tsx';

const useStyles = makeStyles({
  state: { display: 'inline-flex', gap: tokens.spacingHorizontalXS, whiteSpace: 'nowrap' },
  rows: {
    ...typographyStyles.caption1,
    display: 'block',
    color: tokens.colorNeutralForeground3,
    whiteSpace: 'nowrap',
  },
  error: {
    ...typographyStyles.caption1,
    display: 'block',
    overflowWrap: 'anywhere',
    fontWeight: 'normal',
    maxWidth: '40ch',
  },
});

/** Microsoft's words for the states of a map, as on its screen. */
const words: Readonly<Record<string, MessageDescriptor>> = {
  running: msg({ id: 'web.map-state.running', defaultMessage: 'Running' }),
  'initial-sync': msg({ id: 'web.map-state.initial-sync', defaultMessage: 'Initial sync' }),
  resuming: msg({ id: 'web.map-state.resuming', defaultMessage: 'Resuming' }),
  paused: msg({ id: 'web.map-state.paused', defaultMessage: 'Paused' }),
  stopped: msg({ id: 'web.map-state.stopped', defaultMessage: 'Stopped' }),
  'not-running': msg({ id: 'web.map-state.not-running', defaultMessage: 'Not running' }),
};

const symbols: Readonly<Record<string, SymbolName>> = {
  running: 'good',
  'initial-sync': 'going',
  resuming: 'going',
  paused: 'careful',
  stopped: 'empty',
  'not-running': 'empty',
};

/** Maps down, companies across: where each stands and how many rows were brought over. */
export function MapGrid({ maps }: { readonly maps: readonly MapState[] }) {
  const styles = useStyles();
  const intl = useIntl();
  const companies = [...new Set(maps.flatMap((map) => map.companies.map(({ company }) => company)))];
  const state = (raw: string, errors = 0) => (
    <span className={styles.state}>
      <Symbol name={errors > 0 ? 'bad' : (symbols[raw] ?? 'unknown')} />
      {words[raw] ? <FormattedMessage {...words[raw]} /> : raw.replace(/^unknown:/, '')}
    </span>
  );
  return (
    <Table
      label={intl.formatMessage({ id: 'web.map-grid', defaultMessage: 'Table maps by company' })}
      head={[
        <FormattedMessage key="map" id="web.map-grid.map" defaultMessage="Table map" />,
        <FormattedMessage key="state" id="web.map-grid.state" defaultMessage="State" />,
        ...companies,
      ]}
    >
      {maps.map((map) => (
        <tr key={map.id}>
          <th scope="row">
            {map.name}
            {map.error && <span className={styles.error}>{map.error}</span>}
          </th>
          <td>{state(map.state)}</td>
          {companies.map((company) => {
            const cell = map.companies.find((entry) => entry.company === company);
            return (
              <td key={company}>
                {cell ? (
                  <>
                    {state(cell.state, cell.errors)}
                    <span className={styles.rows}>
                      <FormattedMessage
                        id="web.map-grid.rows"
                        defaultMessage="{rows, plural, one {# row} other {# rows}}{errors, plural, =0 {} one {, # error} other {, # errors}}"
                        values={{ rows: cell.rows, errors: cell.errors }}
                      />
                    </span>
                  </>
                ) : (
                  '–'
                )}
              </td>
            );
          })}
        </tr>
      ))}
    </Table>
  );
}
