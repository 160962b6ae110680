import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { UpdateChoice } from '@portico/contract/update';
import { FormattedMessage, useIntl } from 'react-intl';
import { Disclosure } from '../../ui/disclosure.tsx';
import type { RecordPlace } from './record-place.ts';
import { Passage, Sides } from './sides.tsx';
import { Ways } from './ways.tsx';
import type { Conflict, Take } from './whole-text.ts';

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gap: tokens.spacingVerticalS,
    minWidth: 0,
    paddingInlineStart: tokens.spacingHorizontalM,
    borderInlineStartWidth: '3px',
    borderInlineStartStyle: 'solid',
    borderInlineStartColor: tokens.colorNeutralStroke1,
    outlineStyle: 'none',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '4px' },
  },
  open: { borderInlineStartColor: tokens.colorStatusWarningBorder2 },
  title: { ...typographyStyles.body1Strong, margin: 0 },
  around: { color: tokens.colorNeutralForeground3, paddingInline: tokens.spacingHorizontalM },
  lead: { ...typographyStyles.body1, margin: `0 0 ${tokens.spacingVerticalS}` },
  gap: { marginTop: tokens.spacingVerticalS },
});

interface Props {
  readonly cell: string;
  readonly index: number;
  readonly of: number;
  readonly conflict: Conflict;
  /** What stands around it in the text. */
  readonly before: string;
  readonly after: string;
  readonly open: boolean;
  /** One after the other they make sense; two whole texts don’t. */
  readonly bothGoTogether: boolean;
  readonly suggestion: string | null;
  readonly place: RecordPlace;
  readonly onSuggestion: (text: string) => void;
}

/** One place of a text that both changed: side by side, with what differs marked, and the ways out. */
export function ConflictView({ cell, index, of, conflict, open, place, ...props }: Props) {
  const { before, after, bothGoTogether, suggestion, onSuggestion } = props;
  const styles = useStyles();
  const intl = useIntl();
  const withBase = place.withBase && !place.first;
  const name = intl.formatMessage(
    { id: 'web.update.conflict', defaultMessage: 'Conflict {n} of {of}' },
    { n: index + 1, of },
  );
  const choice = (take: Take): UpdateChoice => ({
    kind: 'cell',
    record: place.id,
    cell,
    region: index,
    take,
  });
  return (
    <section
      className={open ? `${styles.root} ${styles.open}` : styles.root}
      aria-label={name}
      tabIndex={-1}
      data-stop={open ? '' : undefined}
    >
      <h3 className={styles.title}>{name}</h3>
      {before && (
        <div className={styles.around}>
          <Passage text={before} />
        </div>
      )}
      <Sides
        place={place}
        base={<Passage text={conflict.base} />}
        ours={<Passage text={conflict.ours} was={withBase ? conflict.base : conflict.theirs} />}
        theirs={<Passage text={conflict.theirs} was={withBase ? conflict.base : conflict.ours} />}
      />
      {after && (
        <div className={styles.around}>
          <Passage text={after} />
        </div>
      )}
      <Ways
        label={name}
        decisions={place.decisions}
        signIn={place.signIn}
        ways={[
          {
            label: <FormattedMessage id="web.update.keep" defaultMessage="Keep yours" />,
            choice: choice('mine'),
          },
          {
            label: <FormattedMessage id="web.update.take" defaultMessage="Take the new template’s" />,
            choice: choice('theirs'),
          },
          ...(bothGoTogether
            ? [
                {
                  label: (
                    <FormattedMessage id="web.update.both.order" defaultMessage="Keep both, yours first" />
                  ),
                  choice: choice('both'),
                },
              ]
            : []),
        ]}
        otherwise={
          open ? (
            <FormattedMessage id="web.update.undecided" defaultMessage="Nobody has decided this yet." />
          ) : (
            <FormattedMessage id="web.update.by-rule" defaultMessage="Decided together with many others." />
          )
        }
      />
      {suggestion !== null && (
        <Disclosure
          label={
            <FormattedMessage
              id="web.update.suggestion"
              defaultMessage="A suggestion: read it before you take it"
            />
          }
        >
          <p className={styles.lead}>
            <FormattedMessage
              id="web.update.suggestion.lead"
              defaultMessage="Word by word the two changes don’t touch. Put together they read like this; whether it still makes sense, only you can tell."
            />
          </p>
          <Passage text={suggestion} was={conflict.ours} />
          <Button className={styles.gap} onClick={() => onSuggestion(suggestion)}>
            <FormattedMessage id="web.update.suggestion.put" defaultMessage="Put it into the text and edit" />
          </Button>
        </Disclosure>
      )}
    </section>
  );
}
