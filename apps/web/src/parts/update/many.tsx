import type { UpdateChoice } from '@portico/contract/update';
import { FormattedMessage, useIntl } from 'react-intl';
import { Disclosure } from '../../ui/disclosure.tsx';
import { cellName } from './cell-names.ts';
import { kindsName } from './choice-words.ts';
import type { RecordPlace } from './record-place.ts';
import { tableName } from './table-names.ts';
import { Ways } from './ways.tsx';

interface Props {
  /** Undefined: all kinds, but for rights and security settings. */
  readonly table: string | undefined;
  readonly cell?: string;
  /** Only the template has them. */
  readonly added?: boolean;
  readonly place: Pick<RecordPlace, 'decisions' | 'signIn'>;
}

/** What one decision for many counts for. */
export const manyLead = (
  <FormattedMessage
    id="web.update.many.lead"
    defaultMessage="It counts for every conflict of this kind that has no decision of its own. Changes of rights and of security settings are asked about once more, each by itself."
  />
);

/** What each side means: of a column, of records that one side has, and of both together. */
const labels = {
  column: {
    mine: <FormattedMessage id="web.update.many.mine" defaultMessage="Keep yours everywhere" />,
    theirs: (
      <FormattedMessage id="web.update.many.theirs" defaultMessage="Take the new template’s everywhere" />
    ),
  },
  added: {
    mine: <FormattedMessage id="web.update.many.out" defaultMessage="Leave them all out" />,
    theirs: <FormattedMessage id="web.update.many.add" defaultMessage="Add them all to your site" />,
  },
  records: {
    mine: <FormattedMessage id="web.update.many.stay" defaultMessage="Keep your site as it is" />,
    theirs: (
      <FormattedMessage
        id="web.update.many.follow"
        defaultMessage="Follow the new template: take, add and deactivate"
      />
    ),
  },
};

/** One decision for all conflicts of a kind: “Custom CSS of all web pages: yours”. */
export function RuleWays({ table, cell, added = false, place }: Props) {
  const intl = useIntl();
  const rule = (take: 'mine' | 'theirs'): UpdateChoice => ({
    kind: 'rule',
    ...(table ? { table } : {}),
    ...(cell ? { cell } : {}),
    take,
  });
  const kinds = kindsName(intl, table);
  const words = labels[cell && cell !== 'presence' ? 'column' : added ? 'added' : 'records'];
  return (
    <Ways
      label={cell ? `${kinds}: ${cellName(intl, cell)}` : kinds}
      decisions={place.decisions}
      signIn={place.signIn}
      ways={[
        { label: words.mine, choice: rule('mine') },
        { label: words.theirs, choice: rule('theirs') },
      ]}
    />
  );
}

/** The same decision wherever the same column conflicts, folded away beside the one. */
export function SameForMany({
  table,
  cell,
  place,
}: Pick<Props, 'place'> & { readonly table: string; readonly cell: string }) {
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
      <p>{manyLead}</p>
      <RuleWays table={table} cell={cell} place={place} />
    </Disclosure>
  );
}
