import { makeStyles, tokens } from '@fluentui/react-components';
import type { RunState } from '@portico/plan/reduce';
import { FormattedMessage, useIntl } from 'react-intl';
import { checkTitle, ownerNames } from '../text/names.ts';
import { useSay } from '../text/say.ts';
import { Table } from '../ui/table.tsx';
import { AsOf } from './as-of.tsx';
import { DetailList } from './detail-list.tsx';

const useStyles = makeStyles({
  asOf: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    fontWeight: 'normal',
    display: 'block',
  },
  cell: { minWidth: '14ch' },
});

interface Props {
  readonly checks: readonly string[];
  readonly state: RunState;
}

/** What we looked for, what we found, how much that proves and who can do something about it. No red. */
export function LicenceTable({ checks, state }: Props) {
  const styles = useStyles();
  const intl = useIntl();
  const say = useSay();
  const looked = intl.formatMessage({ id: 'web.licence.looked', defaultMessage: 'What we looked for' });
  const foundHere = intl.formatMessage({ id: 'web.licence.found', defaultMessage: 'What we found' });
  const proof = intl.formatMessage({ id: 'web.licence.proves', defaultMessage: 'What it proves' });
  const who = intl.formatMessage({ id: 'web.licence.who', defaultMessage: 'Who can fix it' });
  return (
    <Table
      stack
      label={intl.formatMessage({ id: 'web.licence.table', defaultMessage: 'Licences' })}
      head={[looked, foundHere, proof, who]}
    >
      {checks.map((id) => {
        const check = state.checks[id];
        const finding = check?.finding;
        const owner = finding && 'remedy' in finding ? finding.remedy?.owner : undefined;
        return (
          <tr key={id}>
            <th scope="row" className={styles.cell}>
              {say(checkTitle(id))}
              <span className={styles.asOf}>
                <AsOf check={check} />
              </span>
            </th>
            <td className={styles.cell} data-label={foundHere}>
              {finding ? (
                say(finding.says)
              ) : (
                <FormattedMessage id="web.licence.looking" defaultMessage="Looking now" />
              )}
            </td>
            <td data-label={proof}>
              <DetailList details={finding?.details ?? []} />
            </td>
            <td className={styles.cell} data-label={who}>
              {owner && <FormattedMessage {...ownerNames[owner]} />}
            </td>
          </tr>
        );
      })}
    </Table>
  );
}
