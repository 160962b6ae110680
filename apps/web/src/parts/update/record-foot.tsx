import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { UpdateOverview } from '@portico/contract/update';
import { needsOf, openThings } from '@portico/contract/update-needs';
import { type RefObject, useEffect, useRef } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { announce } from '../../ui/announce.tsx';
import { useGo } from '../../ui/navigation.tsx';
import { subjectWords, titlesOf } from './choice-words.ts';
import { nextOf } from './queue.ts';
import { nextStop, type Way } from './stops.ts';
import type { Updating } from './update-model.ts';
import { footStyle } from '../foot-style.ts';

const useStyles = makeStyles({
  root: footStyle,
  wide: {
    minHeight: '40px',
    whiteSpace: 'normal',
    maxWidth: '100%',
    // Both ways side by side on a phone: what is decided needs the room.
    '@media (max-width: 640px)': {
      minHeight: '32px',
      minWidth: 0,
      paddingInline: tokens.spacingHorizontalS,
      fontSize: tokens.fontSizeBase200,
    },
  },
  keys: { '@media (max-width: 900px)': { display: 'none' } },
  words: { ...typographyStyles.body1, color: tokens.colorNeutralForeground2, flex: '1 1 200px' },
});

interface Props {
  readonly update: Updating;
  readonly overview: UpdateOverview;
  readonly record: string;
  readonly queue: readonly string[];
  readonly root: RefObject<HTMLElement | null>;
  /** The record is drawn. */
  readonly ready: boolean;
}

/** From conflict to conflict, within a record and on to the next: by button and by Alt with an arrow. */
export function RecordFoot({ update, overview, record, queue, root, ready }: Props) {
  const styles = useStyles();
  const intl = useIntl();
  const go = useGo();
  const { counting, decisions } = update;
  const needs = needsOf(overview);
  const at = queue.indexOf(record);
  const place = intl.formatMessage(
    {
      id: 'web.update.place',
      defaultMessage:
        '{at, plural, =0 {} other {Record # of {of, number}. }}{left, plural, =-1 {Counting what is left.} =0 {Nothing needs anybody any more.} one {One thing is left to decide.} other {# things are left to decide.}}',
    },
    { at: at + 1, of: queue.length, left: counting ? -1 : openThings(overview) },
  );
  const foot = useRef<HTMLDivElement>(null);
  const arriving = useRef<Way>(undefined);
  useEffect(() => {
    if (!ready) return;
    announce(place);
    if (!arriving.current) return;
    nextStop(root.current, arriving.current)?.focus();
    arriving.current = undefined;
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- said once for each record, as it comes
  }, [record, ready]);
  // Who presses a button down here is still where they were.
  const last = useRef<Element>(undefined);
  useEffect(() => {
    const page = root.current;
    const hear = ({ target }: FocusEvent) => {
      if (target instanceof Element && !foot.current?.contains(target)) last.current = target;
    };
    page?.addEventListener('focusin', hear);
    return () => page?.removeEventListener('focusin', hear);
  }, [root]);
  const move = (way: Way) => {
    const stop = nextStop(root.current, way, last.current);
    if (stop) {
      stop.focus();
      stop.scrollIntoView({ block: 'center' });
      return;
    }
    const other = nextOf(queue, needs, record, way);
    if (other) {
      arriving.current = way;
      go(update.hrefOf(other));
    } else if (needs.has(record)) nextStop(root.current, way)?.focus();
    else go(update.hrefOf(undefined));
  };
  const moving = useRef(move);
  useEffect(() => {
    moving.current = move;
  });
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (!event.altKey || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return;
      // In a text the same keys move its lines.
      if (event.target instanceof Element && event.target.closest('.cm-editor, input, textarea, select'))
        return;
      event.preventDefault();
      moving.current(event.key === 'ArrowDown' ? 'on' : 'back');
    };
    document.addEventListener('keydown', hear);
    return () => document.removeEventListener('keydown', hear);
  }, []);
  const { undo, last: decided } = decisions;
  const done = needs.size === 0;
  return (
    <div className={styles.root} ref={foot}>
      <Button
        appearance="primary"
        className={styles.wide}
        aria-keyshortcuts="Alt+ArrowDown"
        onClick={() => (done ? go(update.hrefOf(undefined)) : move('on'))}
      >
        {done ? (
          <FormattedMessage id="web.update.to-overview" defaultMessage="Back to the overview" />
        ) : (
          <FormattedMessage id="web.update.next" defaultMessage="Next that needs you" />
        )}
      </Button>
      {!done && (
        <Button className={styles.wide} aria-keyshortcuts="Alt+ArrowUp" onClick={() => move('back')}>
          <FormattedMessage id="web.update.previous" defaultMessage="Previous that needs you" />
        </Button>
      )}
      <Button
        className={styles.wide}
        appearance="subtle"
        disabledFocusable={!undo}
        title={decided && subjectWords(intl, decided, titlesOf(overview))}
        onClick={() => {
          undo?.();
          if (decided)
            announce(
              intl.formatMessage(
                { id: 'web.update.undone', defaultMessage: 'Taken back: {what}' },
                { what: subjectWords(intl, decided, titlesOf(overview)) },
              ),
            );
        }}
      >
        <FormattedMessage id="web.update.undo" defaultMessage="Undo my last decision" />
      </Button>
      <span className={styles.words}>
        {place}{' '}
        <span className={styles.keys}>
          <FormattedMessage
            id="web.update.keys"
            defaultMessage="Alt and an arrow key lead from one to the next."
          />
        </span>
      </span>
    </div>
  );
}
