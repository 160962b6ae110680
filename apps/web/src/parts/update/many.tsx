import type { UpdateChoice } from '@portico/contract/update';
import { FormattedMessage, useIntl } from 'react-intl';
import { Disclosure } from '../../ui/disclosure.tsx';
import { cellName } from './cell-names.ts';
import type { RecordPlace } from './record-place.ts';
import { tableName } from './table-names.ts';
import { Ways } from './ways.tsx';

interface Props {
  readonly table: string;
  readonly cell?: string;
  readonly place: Pick<RecordPlace, 'decisions' | 'signIn'>;
}

/** One decision for all conflicts of a kind: “Custom CSS of all web pages: yours”. */
export function RuleWays({ table, cell, place }: Props) {
  const intl = useIntl();
  const rule = (take: 'mine' | 'theirs'): UpdateChoice => ({
    kind: 'rule',
    table,
    ...(cell ? { cell } : {}),
    take,
  });
  const kinds = tableName(intl, table);
  return (
    <Ways
      label={cell ? `${kinds}: ${cellName(intl, cell)}` : kinds}
      decisions={place.decisions}
      signIn={place.signIn}
      ways={[
        {
          label: <FormattedMessage id="web.update.many.mine" defaultMessage="Keep yours everywhere" />,
          choice: rule('mine'),
        },
        {
          label: (
            <FormattedMessage
              id="web.update.many.theirs"
              defaultMessage="Take the new template’s everywhere"
            />
          ),
          choice: rule('theirs'),
        },
      ]}
    />
  );
}

/** The same decision wherever the same column conflicts, folded away beside the one. */
export function SameForMany({ table, cell, place }: Required<Props>) {
  const intl = useIntl();
  return (
    <Disclosure
      label={
        <FormattedMessage
          id="web.update.many.cell"
          defaultMessage="Decide “{cell}” for many at once ({kinds})"
          values={{ cell: cellName(intl, cell), kinds: tableName(intl, table) }}
        />
      }
    >
      <p>
        <FormattedMessage
          id="web.update.many.lead"
          defaultMessage="It counts for every conflict of this kind that has no decision of its own, and never for rights."
        />
      </p>
      <RuleWays table={table} cell={cell} place={place} />
    </Disclosure>
  );
}
