import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { UpdateCell } from '@portico/contract/update';
import { msg } from '@portico/plan/text';
import { FormattedMessage, type MessageDescriptor, useIntl } from 'react-intl';
import { cellName } from './cell-names.ts';
import { Places } from './places.tsx';
import type { RecordPlace } from './record-place.ts';
import { SetCell } from './set-cell.tsx';
import { TextCell } from './text-cell.tsx';
import { ValueCell } from './value-cell.tsx';

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gap: tokens.spacingVerticalM,
    minWidth: 0,
    outlineStyle: 'none',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '4px' },
  },
  title: { ...typographyStyles.subtitle2, margin: 0 },
  lead: { ...typographyStyles.body1, margin: 0, color: tokens.colorNeutralForeground2 },
});

const leads: Readonly<Record<UpdateCell['merged']['state'], MessageDescriptor>> = {
  unchanged: msg({ id: 'web.update.state.unchanged', defaultMessage: 'Nobody changed this.' }),
  ours: msg({ id: 'web.update.state.ours', defaultMessage: 'Changed on your site only: it stays as it is.' }),
  theirs: msg({
    id: 'web.update.state.theirs',
    defaultMessage: 'Changed by the new template only: its change is taken over.',
  }),
  same: msg({ id: 'web.update.state.same', defaultMessage: 'Both made the same change: nothing to do.' }),
  merged: msg({
    id: 'web.update.state.merged',
    defaultMessage: 'Changed by both, and it goes together: both changes are kept.',
  }),
  conflict: msg({
    id: 'web.update.state.conflict',
    defaultMessage: 'Changed by both, each in its own way: somebody has to decide.',
  }),
};

/** Of a record that isn’t known as it was at first. */
const unknown = msg({
  id: 'web.update.state.unknown',
  defaultMessage:
    'It differs, and how it was at first isn’t known, nor who changed it: somebody has to decide.',
});
const settled = msg({
  id: 'web.update.state.settled',
  defaultMessage: 'Changed by both, each in its own way. It is decided.',
});

const refused = msg({
  id: 'web.update.state.refused',
  defaultMessage:
    'It stays as it is today: the change as a whole was refused above, whatever is chosen here.',
});

const again = msg({
  id: 'web.update.state.again',
  defaultMessage:
    'It has changed since it was decided, and nothing conflicts any more. Decide it anew, or take the decision back: then the changes go together.',
});

const decided = msg({
  id: 'web.update.state.unknown.settled',
  defaultMessage: 'It differs, and how it was at first isn’t known. It is decided.',
});

const onOneSide = {
  ours: msg({ id: 'web.update.state.only.ours', defaultMessage: 'What your site has.' }),
  theirs: msg({ id: 'web.update.state.only.theirs', defaultMessage: 'What the new template has.' }),
};

const presence = {
  gone: msg({
    id: 'web.update.presence.gone',
    defaultMessage: 'The new template no longer has it, and your site still does: somebody has to decide.',
  }),
  back: msg({
    id: 'web.update.presence.back',
    defaultMessage: 'Your site took it away, and the new template changed it.',
  }),
  unsure: msg({
    id: 'web.update.presence.unsure',
    defaultMessage:
      'Only one of the two has it, and nobody knows whether it is new there or was taken away here.',
  }),
  added: msg({ id: 'web.update.presence.added', defaultMessage: 'New in the template: it is added.' }),
  removed: msg({
    id: 'web.update.presence.removed',
    defaultMessage: 'The new template no longer has it: it is deactivated on your site, not deleted.',
  }),
};

const settledPresence = {
  gone: msg({
    id: 'web.update.presence.gone.settled',
    defaultMessage: 'The new template no longer has it, and your site still does. It is decided.',
  }),
  back: msg({
    id: 'web.update.presence.back.settled',
    defaultMessage: 'Your site took it away, and the new template changed it. It is decided.',
  }),
  unsure: msg({
    id: 'web.update.presence.unsure.settled',
    defaultMessage:
      'Only one of the two has it, and nobody knows whether it is new there or was taken away here. It is decided.',
  }),
};

function leadOf({ merged, becomes, outdated }: UpdateCell, place: RecordPlace): MessageDescriptor {
  const { first, only } = place;
  if (place.refused && merged.state !== 'unchanged' && merged.state !== 'ours') return refused;
  const { kind, state, base, ours, theirs } = merged;
  if (outdated && state !== 'conflict') return again;
  if (kind !== 'presence' && only) return onOneSide[only];
  if (kind !== 'presence' && state === 'conflict' && first === 'unknown') return becomes ? decided : unknown;
  if (state === 'conflict' && becomes && kind !== 'presence') return settled;
  if (kind !== 'presence') return leads[state];
  if (state === 'theirs') return theirs ? presence.added : presence.removed;
  if (state !== 'conflict') return leads[state];
  const which = base === undefined ? 'unsure' : ours ? 'gone' : 'back';
  return becomes ? settledPresence[which] : presence[which];
}

const texts = new Set(['liquid', 'script', 'style', 'plain', 'json', 'languages']);

interface Props {
  readonly cell: UpdateCell;
  /** It can’t be written as it is decided. */
  readonly troubled: boolean;
  readonly place: RecordPlace;
}

/** One thing of a record that somebody changed: what it is, who changed it, both sides, and the ways out. */
export function CellView({ cell, troubled, place }: Props) {
  const styles = useStyles();
  const intl = useIntl();
  const { merged, name, becomes, outdated } = cell;
  const isText =
    texts.has(merged.kind) || (merged.kind === 'body' && /\s/.test(String(merged.ours ?? merged.theirs)));
  const regions = merged.state === 'conflict' && merged.regions !== undefined;
  // A text with conflicts of its own has a stop at each of them.
  const open = outdated || (merged.state === 'conflict' && becomes === undefined && !regions);
  return (
    <section
      className={styles.root}
      aria-label={cellName(intl, name)}
      tabIndex={-1}
      data-stop={open || troubled ? '' : undefined}
    >
      <h2 className={styles.title}>{cellName(intl, name)}</h2>
      <p className={styles.lead}>
        <FormattedMessage {...leadOf(cell, place)} />
      </p>
      {merged.kind === 'secret' ? (
        <p className={styles.lead}>
          <FormattedMessage
            id="web.update.secret"
            defaultMessage="This is a secret: we keep only a mark of it, never show it, and never write it."
          />
        </p>
      ) : merged.kind === 'set' ? (
        <SetCell cell={cell} place={place} />
      ) : isText ? (
        <>
          <Places cell={cell} place={place} />
          <TextCell cell={cell} place={place} />
        </>
      ) : (
        <ValueCell cell={cell} place={place} />
      )}
    </section>
  );
}
