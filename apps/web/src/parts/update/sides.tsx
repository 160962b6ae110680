import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';
import { marked } from './marked.ts';
import type { RecordPlace } from './record-place.ts';

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(176px, 100%), 1fr))',
    gap: tokens.spacingHorizontalM,
    minWidth: 0,
  },
  side: {
    minWidth: 0,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    overflow: 'hidden',
  },
  head: {
    ...typographyStyles.caption1Strong,
    margin: 0,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    color: tokens.colorNeutralForeground2,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  body: { padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`, overflowWrap: 'anywhere' },
  code: {
    margin: 0,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  },
  mark: {
    backgroundColor: tokens.colorPaletteYellowBackground2,
    color: 'inherit',
    textDecorationLine: 'underline',
    textUnderlineOffset: '2px',
    '@media (forced-colors: active)': { backgroundColor: 'Mark', color: 'MarkText' },
  },
  none: { color: tokens.colorNeutralForeground3, fontStyle: 'italic' },
});

const firsts = {
  new: <FormattedMessage id="web.update.first.new" defaultMessage="It wasn’t there at first." />,
  unknown: (
    <FormattedMessage id="web.update.first.unknown" defaultMessage="How it was at first isn’t known." />
  ),
};

interface Props {
  readonly base?: ReactNode;
  readonly ours: ReactNode;
  readonly theirs: ReactNode;
  readonly place: Pick<RecordPlace, 'withBase' | 'first'>;
}

/** Yours beside the new template's; on a phone one below the other. */
export function Sides({ base, ours, theirs, place: { withBase, first } }: Props) {
  const styles = useStyles();
  const side = (head: ReactNode, body: ReactNode) => (
    <div className={styles.side}>
      <p className={styles.head}>{head}</p>
      <div className={styles.body}>{body}</div>
    </div>
  );
  return (
    <div className={styles.root}>
      {withBase &&
        side(
          <FormattedMessage id="web.update.side.base" defaultMessage="As it was at first" />,
          first ? <span className={styles.none}>{firsts[first]}</span> : base,
        )}
      {side(<FormattedMessage id="web.update.side.ours" defaultMessage="Yours" />, ours)}
      {side(<FormattedMessage id="web.update.side.theirs" defaultMessage="New template" />, theirs)}
    </div>
  );
}

/** A value in plain words. */
export function Plain({ text }: { readonly text: string }) {
  return text === '' ? <Passage text="" /> : <span>{text}</span>;
}

/** A passage of a text; `was`: what it is compared with, and what differs is marked. */
export function Passage({ text, was }: { readonly text: string; readonly was?: string }) {
  const styles = useStyles();
  if (text === '')
    return (
      <span className={styles.none}>
        <FormattedMessage id="web.update.nothing-here" defaultMessage="Nothing stands here." />
      </span>
    );
  const shown = text.replace(/\n$/, '');
  const pieces = was === undefined ? [{ text: shown, changed: false }] : marked(was, shown);
  return (
    <pre className={styles.code}>
      {pieces.map(({ text: piece, changed }, index) =>
        changed ? (
          // oxlint-disable-next-line react/no-array-index-key -- a piece is its place
          <mark key={index} className={styles.mark}>
            {piece}
          </mark>
        ) : (
          piece
        ),
      )}
    </pre>
  );
}
