import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { UpdateRecord } from '@portico/contract/update';
import { msg } from '@portico/plan/text';
import { type MessageDescriptor, useIntl } from 'react-intl';
import { tableName } from './table-names.ts';

const useStyles = makeStyles({
  line: { ...typographyStyles.caption1, display: 'block', color: tokens.colorNeutralForeground2 },
});

/** What happened to it, and by whom. */
const happened: Readonly<Record<UpdateRecord['state'], MessageDescriptor>> = {
  ours: msg({
    id: 'web.update.line.ours',
    defaultMessage:
      '{change, select, added {Added by you} deleted {You took it away} renamed {You renamed it} other {You changed it}}',
  }),
  theirs: msg({
    id: 'web.update.line.theirs',
    defaultMessage:
      '{change, select, added {Added by the template} deleted {No longer in the template} renamed {Renamed by the template} other {Changed by the template}}',
  }),
  same: msg({ id: 'web.update.line.same', defaultMessage: 'The same change by both' }),
  different: msg({
    id: 'web.update.line.different',
    defaultMessage:
      '{change, select, added {{only, select, theirs {Only the template has it} ours {Only your site has it} other {Both have it, each in its own way}}} deleted {{only, select, theirs {Taken away by you, changed by the template} ours {No longer in the template, still on your site} other {Changed by both}}} renamed {Changed by both, and renamed} other {Changed by both}}',
  }),
};

const still = {
  open: msg({
    id: 'web.update.line.open',
    defaultMessage: '{n, plural, one {one conflict to decide} other {# conflicts to decide}}',
  }),
  decided: msg({
    id: 'web.update.line.decided',
    defaultMessage: '{n, plural, one {one conflict, decided} other {# conflicts, decided}}',
  }),
  tick: msg({
    id: 'web.update.line.tick',
    defaultMessage: '{setting, select, yes {a security setting} other {rights}} to allow or refuse',
  }),
  allowed: msg({
    id: 'web.update.line.allowed',
    defaultMessage: '{setting, select, yes {change of a security setting} other {change of rights}} allowed',
  }),
  refused: msg({
    id: 'web.update.line.refused',
    defaultMessage: '{setting, select, yes {the setting stays as it is} other {rights stay as they are}}',
  }),
  narrower: msg({ id: 'web.update.line.narrower', defaultMessage: 'lets people do less than today' }),
  trouble: msg({ id: 'web.update.line.trouble', defaultMessage: 'can’t be applied as it is decided' }),
};

interface Props {
  readonly record: UpdateRecord;
  readonly open: boolean;
}

/** The small line below a record’s name: its kind, what happened, what is still to be said. */
export function RecordLine({ record, open }: Props) {
  const styles = useStyles();
  const intl = useIntl();
  const { table, where, state, change, only, conflicts, open: left, tick, narrower } = record;
  const waits = left > 0 || (tick !== undefined && tick.allow === undefined);
  const parts = [
    tableName(intl, table),
    where,
    intl.formatMessage(happened[state], { change, only: only ?? 'none' }),
    conflicts > 0 &&
      intl.formatMessage(left > 0 ? still.open : still.decided, { n: left > 0 ? left : conflicts }),
    tick &&
      intl.formatMessage(tick.allow === undefined ? still.tick : tick.allow ? still.allowed : still.refused, {
        setting: table === 'adx_sitesetting' ? 'yes' : 'no',
      }),
    narrower && intl.formatMessage(still.narrower),
    open && !waits && intl.formatMessage(still.trouble),
  ];
  return <span className={styles.line}>{parts.filter(Boolean).join(' · ')}</span>;
}
