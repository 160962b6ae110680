import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { MapState } from '@portico/contract/findings';
import { msg } from '@portico/plan/text';
import { FormattedMessage, type MessageDescriptor } from 'react-intl';
import { Symbol, type SymbolName } from '../ui/symbol.tsx';

const useStyles = makeStyles({
  state: { display: 'inline-flex', gap: tokens.spacingHorizontalXS, whiteSpace: 'nowrap' },
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(200px, 100%), 1fr))',
    gap: tokens.spacingHorizontalM,
  },
  rows: {
    ...typographyStyles.caption1,
    display: 'block',
    color: tokens.colorNeutralForeground3,
    overflowWrap: 'anywhere',
  },
});

/** Microsoft's words for the states of a map and of a company's copy, as on its screen. */
const words: Readonly<Record<string, MessageDescriptor>> = {
  running: msg({ id: 'web.map-state.running', defaultMessage: 'Running' }),
  'initial-sync': msg({ id: 'web.map-state.initial-sync', defaultMessage: 'Initial sync' }),
  resuming: msg({ id: 'web.map-state.resuming', defaultMessage: 'Resuming' }),
  paused: msg({ id: 'web.map-state.paused', defaultMessage: 'Paused' }),
  stopped: msg({ id: 'web.map-state.stopped', defaultMessage: 'Stopped' }),
  'not-running': msg({ id: 'web.map-state.not-running', defaultMessage: 'Not running' }),
  'unknown:one-way': msg({ id: 'web.map-state.one-way', defaultMessage: 'Can’t be read' }),
};

const symbols: Readonly<Record<string, SymbolName>> = {
  running: 'good',
  completed: 'good',
  'initial-sync': 'going',
  exporting: 'going',
  importing: 'going',
  resuming: 'going',
  paused: 'careful',
  warning: 'careful',
  stopped: 'empty',
  'not-running': 'empty',
  error: 'bad',
};

/** A copy that doesn’t end is looked for by the name of its job. */
const underWay = /^(initial-sync|(ex|im)porting)$/i;

interface Props {
  readonly state: string;
  readonly errors?: number;
}

/** A state as a sign and Microsoft's word. A word that nobody here knows shows as it came. */
export function MapStateWords({ state, errors = 0 }: Props) {
  const styles = useStyles();
  return (
    <span className={styles.state}>
      <Symbol name={errors > 0 ? 'bad' : (symbols[state.toLowerCase()] ?? 'unknown')} />
      {words[state] ? <FormattedMessage {...words[state]} /> : state.replace(/^unknown:/, '')}
    </span>
  );
}

/** Where each company stands with a map, and how many rows were brought over. */
export function MapCompanies({ companies }: Pick<MapState, 'companies'>) {
  const styles = useStyles();
  return (
    <ul className={styles.list}>
      {companies.map(({ company, state, rows, errors, unseen, job }) => (
        <li key={company}>
          {company}
          <br />
          <MapStateWords state={state} errors={errors} />
          <span className={styles.rows}>
            <FormattedMessage
              id="web.map-grid.rows"
              defaultMessage="{rows, plural, one {# row} other {# rows}}{errors, plural, =0 {} one {, # error} other {, # errors}}"
              values={{ rows, errors }}
            />
          </span>
          {job && (unseen || underWay.test(state)) && (
            <span className={styles.rows}>
              <FormattedMessage
                id="web.map-grid.job"
                defaultMessage="{unseen, plural, =0 {Its job} one {# error more than Microsoft hands out: job} other {# errors more than Microsoft hands out: job}} {job} in finance and operations, Data management, “Job history”"
                values={{ unseen: unseen ?? 0, job }}
              />
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
