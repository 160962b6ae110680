import type { UpdateOverview } from '@portico/contract/update';
import { FormattedMessage, useIntl } from 'react-intl';
import { Disclosure } from '../../ui/disclosure.tsx';
import { Table } from '../../ui/table.tsx';
import { kindsOf } from './counts.ts';
import { tableName } from './table-names.ts';

/** How many of each kind, by who changed them, and how many touch on rights. */
export function Kinds({ overview }: { readonly overview: UpdateOverview }) {
  const intl = useIntl();
  const kinds = kindsOf(overview);
  if (kinds.length === 0) return null;
  const heads = {
    theirs: intl.formatMessage({ id: 'web.update.kinds.theirs', defaultMessage: 'Template only' }),
    both: intl.formatMessage({ id: 'web.update.kinds.both', defaultMessage: 'Both' }),
    ours: intl.formatMessage({ id: 'web.update.kinds.ours', defaultMessage: 'Your site only' }),
    rights: intl.formatMessage({ id: 'web.update.kinds.rights', defaultMessage: 'Rights and security' }),
    needs: intl.formatMessage({ id: 'web.update.kinds.needs', defaultMessage: 'Need you' }),
  } as const;
  const columns = ['theirs', 'both', 'ours', 'rights', 'needs'] as const;
  return (
    <Disclosure label={<FormattedMessage id="web.update.kinds" defaultMessage="Changed records by kind" />}>
      <Table
        stack="figures"
        label={intl.formatMessage({ id: 'web.update.kinds', defaultMessage: 'Changed records by kind' })}
        head={[
          intl.formatMessage({ id: 'web.update.kinds.kind', defaultMessage: 'Kind' }),
          ...columns.map((column) => heads[column]),
        ]}
      >
        {kinds.map((row) => (
          <tr key={row.table}>
            <th scope="row">{tableName(intl, row.table)}</th>
            {columns.map((column) => (
              <td key={column} data-label={heads[column]}>
                {row[column] > 0 ? intl.formatNumber(row[column]) : ''}
              </td>
            ))}
          </tr>
        ))}
      </Table>
    </Disclosure>
  );
}
