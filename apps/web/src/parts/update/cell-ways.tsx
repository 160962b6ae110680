import type { UpdateCell, UpdateChoice } from '@portico/contract/update';
import { FormattedMessage, useIntl } from 'react-intl';
import { cellName } from './cell-names.ts';
import type { RecordPlace } from './record-place.ts';
import { type Way, Ways } from './ways.tsx';

type Take = 'mine' | 'theirs' | 'both';

/** The buttons of a whole cell, by what they do to it. */
const labels = {
  mine: <FormattedMessage id="web.update.keep" defaultMessage="Keep yours" />,
  theirs: <FormattedMessage id="web.update.take" defaultMessage="Take the new template’s" />,
  both: <FormattedMessage id="web.update.both" defaultMessage="Keep both" />,
  'mine-all': <FormattedMessage id="web.update.keep.all" defaultMessage="Keep yours in all of them" />,
  'theirs-all': (
    <FormattedMessage id="web.update.take.all" defaultMessage="Take the new template’s in all of them" />
  ),
  stay: <FormattedMessage id="web.update.stay" defaultMessage="Keep it on your site" />,
  remove: <FormattedMessage id="web.update.remove" defaultMessage="Deactivate it, as the template does" />,
  add: <FormattedMessage id="web.update.add" defaultMessage="Add it to your site" />,
  out: <FormattedMessage id="web.update.out" defaultMessage="Leave it out" />,
  back: <FormattedMessage id="web.update.back" defaultMessage="Bring it back" />,
  away: <FormattedMessage id="web.update.away" defaultMessage="Leave it away" />,
};

/** Of whether a record is there: what keeping one side’s means. */
function presenceLabel({ base, ours, theirs }: UpdateCell['merged'], take: Take) {
  if (take === 'mine') return ours ? labels.stay : base ? labels.away : labels.out;
  return theirs ? (base ? labels.back : labels.add) : labels.remove;
}

interface Props {
  readonly cell: UpdateCell;
  readonly place: RecordPlace;
  /** It has several conflicts, each with ways of its own. */
  readonly several?: boolean;
}

/** Yours or the new template’s, of a cell as a whole. */
export function CellWays({ cell: { name, merged, becomes, outdated }, place, several = false }: Props) {
  const intl = useIntl();
  const { state, kind } = merged;
  if (place.only && kind !== 'presence') return null;
  const choice = (take: Take): UpdateChoice => ({ kind: 'cell', record: place.id, cell: name, take });
  const takes: readonly Take[] = kind === 'set' ? ['mine', 'theirs', 'both'] : ['mine', 'theirs'];
  const way = (take: Take): Way => ({
    label:
      kind === 'presence'
        ? presenceLabel(merged, take)
        : several && take !== 'both'
          ? labels[`${take}-all`]
          : labels[take],
    choice: choice(take),
  });
  const side = state === 'ours' ? 'mine' : state === 'theirs' ? 'theirs' : undefined;
  const preset = side && !outdated && !place.refused ? choice(side) : undefined;
  return (
    <Ways
      label={cellName(intl, name)}
      ways={takes.map(way)}
      decisions={place.decisions}
      signIn={place.signIn}
      preset={preset}
      otherwise={
        state === 'conflict' &&
        !several &&
        (becomes ? (
          <FormattedMessage id="web.update.by-rule" defaultMessage="Decided together with many others." />
        ) : (
          <FormattedMessage id="web.update.undecided" defaultMessage="Nobody has decided this yet." />
        ))
      }
    />
  );
}
