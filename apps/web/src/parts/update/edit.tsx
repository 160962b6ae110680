import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { keyOfChoice, type UpdateCell, type UpdateChoice } from '@portico/contract/update';
import { Suspense, useEffect, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { z } from 'zod';
import { writtenIn } from '../../data/decisions.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { cellName } from './cell-names.ts';
import type { RecordPlace } from './record-place.ts';
import { TextEditor } from './text-editor.tsx';

const useStyles = makeStyles({
  root: { display: 'grid', gap: tokens.spacingVerticalS, minWidth: 0 },
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  lead: { ...typographyStyles.body1, margin: 0, color: tokens.colorNeutralForeground2 },
});

/** What is being written, the decision that was there when somebody began, and what all sides said then. */
const draftShape = z.object({ text: z.string(), seen: z.number(), shown: z.string().optional() });

/** What stands in the editor when it opens, and how many conflicts in it nobody has decided. */
export interface Start {
  readonly text: string;
  readonly open: number;
  /** It was written when the cell said something else. */
  readonly older?: true;
}

interface Props {
  readonly cell: UpdateCell;
  readonly place: RecordPlace;
  readonly start: Start;
  readonly onEnd: () => void;
}

const choiceOf = (record: string, cell: string, value: string): UpdateChoice => ({
  kind: 'cell',
  record,
  cell,
  take: 'edit',
  value,
});

/** A text written by hand. What is typed is kept until it is saved, whatever comes between. */
export function Edit({ cell: { name: cell, shown }, place, start, onEnd }: Props) {
  const styles = useStyles();
  const intl = useIntl();
  const { decisions, id } = place;
  const draft = place.draftOf(`${id} ${cell}`);
  const standing = decisions.of(keyOfChoice(choiceOf(id, cell, '')));
  const [begun] = useState(() => {
    const kept = draftShape.safeParse(draft.read()).data;
    return kept ?? { text: start.text, seen: standing.seq, ...(!start.older && { shown }) };
  });
  const older = begun.shown !== shown;
  const [text, setText] = useState(begun.text);
  return (
    <div className={styles.root}>
      {start.open > 0 && begun.text === start.text && (
        <p className={styles.lead}>
          <FormattedMessage
            id="web.update.edit.open"
            defaultMessage="{n, plural, one {One conflict isn’t} other {# conflicts aren’t}} decided yet: there the text below has yours. What you save counts for the whole text."
            values={{ n: start.open }}
          />
        </p>
      )}
      {older && (
        <p className={styles.lead}>
          <FormattedMessage
            id="web.update.edit.older"
            defaultMessage="This text was begun when your site or the new template said something else. Compare it with both before you save it."
          />
        </p>
      )}
      <Suspense fallback={<Skeleton rows={6} />}>
        <TextEditor
          label={cellName(intl, cell)}
          text={begun.text}
          onChange={(now) => {
            setText(now);
            draft.keep({ ...begun, text: now });
          }}
        />
      </Suspense>
      <div className={styles.row}>
        <Button
          appearance="primary"
          onClick={() => {
            decisions.decide(choiceOf(id, cell, text), begun.seen);
            onEnd();
          }}
        >
          <FormattedMessage id="web.update.edit.save" defaultMessage="Save this text as the decision" />
        </Button>
        <Button
          onClick={() => {
            draft.drop();
            onEnd();
          }}
        >
          <FormattedMessage id="web.update.edit.stop" defaultMessage="Don’t use it" />
        </Button>
      </div>
    </div>
  );
}

/** Lets go of a draft once the journal has it. */
export function useSavedDraft(cell: string, { id, decisions, draftOf }: RecordPlace): void {
  const { choice, saving, refused } = decisions.of(keyOfChoice(choiceOf(id, cell, '')));
  const saved = saving || refused ? undefined : writtenIn(choice)?.value;
  useEffect(() => {
    const draft = draftOf(`${id} ${cell}`);
    if (saved !== undefined && draftShape.safeParse(draft.read()).data?.text === saved) draft.drop();
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once for each text that was saved
  }, [saved]);
}
