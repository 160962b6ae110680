import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { keyOfChoice, type UpdateCell, type UpdateChoice } from '@portico/contract/update';
import { useRef, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { writtenIn } from '../../data/decisions.ts';
import { cellName } from './cell-names.ts';
import { CellWays } from './cell-ways.tsx';
import { ConflictView } from './conflict.tsx';
import { Edit, type Start, useSavedDraft } from './edit.tsx';
import { SameForMany } from './many.tsx';
import type { RecordPlace } from './record-place.ts';
import { Passage } from './sides.tsx';
import { Ways } from './ways.tsx';
import { WholeTexts } from './whole-texts.tsx';
import { linesAround, type Region, type Take, wholeText } from './whole-text.ts';

const useStyles = makeStyles({
  root: { display: 'grid', gap: tokens.spacingVerticalXL, minWidth: 0, justifyItems: 'stretch' },
  all: { ...typographyStyles.body1, margin: `0 0 calc(-1 * ${tokens.spacingVerticalM})` },
  button: { justifySelf: 'start', whiteSpace: 'normal' },
});

interface Props {
  readonly cell: UpdateCell;
  readonly place: RecordPlace;
}

const takeOf = (choice: UpdateChoice | undefined): Take | undefined =>
  choice?.kind === 'cell' && choice.take !== 'edit' ? choice.take : undefined;
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** A text: conflict by conflict where there are any, the whole of it beside the other, and a place to write. */
export function TextCell({ cell, place }: Props) {
  const styles = useStyles();
  const intl = useIntl();
  const [start, setStart] = useState<Start>();
  useSavedDraft(cell.name, place);
  const root = useRef<HTMLDivElement>(null);
  // What was pressed goes with the editor.
  const end = () => {
    setStart(undefined);
    root.current?.closest('section')?.focus();
  };
  const { merged } = cell;
  const { decisions, id } = place;
  const about = { kind: 'cell', record: id, cell: cell.name } as const;
  const whole = decisions.of(keyOfChoice({ ...about, take: 'mine' }));
  const [written, before] = [writtenIn(whole.choice), writtenIn(whole.outdated)];
  const regions = (merged.state === 'conflict' && merged.regions) || [];
  const conflicts = regions.filter((region) => region.kind === 'conflict');
  const takes = conflicts.map(
    (_, region) =>
      takeOf(decisions.of(keyOfChoice({ ...about, region, take: 'mine' })).choice) ?? takeOf(whole.choice),
  );
  const typed = writtenIn(whole.refused?.choice)?.value;
  /** What the editor begins with: what was refused, written before, decided, or merged. */
  const begin = (instead?: Record<number, string>) => {
    if (!instead && typed !== undefined) return setStart({ text: textOf(typed), open: 0 });
    if (!instead && written) return setStart({ text: textOf(written.value), open: 0 });
    if (!instead && before) return setStart({ text: textOf(before.value), open: 0, older: true });
    if (regions.length > 0) return setStart(wholeText(regions, takes, instead));
    const own = merged.state === 'conflict' ? merged.ours : (cell.becomes?.value ?? merged.value);
    return setStart({ text: textOf(own), open: 0 });
  };
  return (
    <div className={styles.root} ref={root}>
      {written ? (
        <>
          <Passage text={textOf(written.value)} was={textOf(merged.ours)} />
          <Ways
            label={cellName(intl, cell.name)}
            decisions={decisions}
            signIn={place.signIn}
            ways={[
              {
                label: <FormattedMessage id="web.update.written" defaultMessage="Use this text" />,
                choice: written,
              },
            ]}
          />
        </>
      ) : (
        <>
          {conflicts.map((conflict, index) => (
            <ConflictView
              // oxlint-disable-next-line react/no-array-index-key -- a conflict is its number
              key={index}
              cell={cell.name}
              index={index}
              of={conflicts.length}
              conflict={conflict}
              {...around(regions, index)}
              open={takes[index] === undefined && cell.becomes === undefined}
              bothGoTogether={merged.base !== undefined}
              suggestion={cell.suggestions?.[index] ?? null}
              place={place}
              onSuggestion={(text) => begin({ [index]: text })}
            />
          ))}
          {conflicts.length > 1 && (
            <p className={styles.all}>
              <FormattedMessage
                id="web.update.conflicts.all"
                defaultMessage="All conflicts of this text that have no decision of their own:"
              />
            </p>
          )}
          {conflicts.length !== 1 && <CellWays cell={cell} place={place} several={conflicts.length > 1} />}
        </>
      )}
      {place.only ? null : start ? (
        <Edit cell={cell} place={place} start={start} onEnd={end} />
      ) : (
        <Button className={styles.button} onClick={() => begin()}>
          <FormattedMessage id="web.update.edit" defaultMessage="Write the text by hand" />
        </Button>
      )}
      <WholeTexts cell={cell} known={!place.first} folded={conflicts.length > 0} />
      {merged.state === 'conflict' && <SameForMany table={place.table} cell={cell.name} place={place} />}
    </div>
  );
}

/** The lines before and after a conflict that nobody has to decide. */
function around(regions: readonly Region[], conflict: number) {
  let index = -1;
  const at = regions.findIndex((region) => region.kind === 'conflict' && (index += 1) === conflict);
  const [left, right] = [regions[at - 1], regions[at + 1]];
  return {
    before: left && 'text' in left ? linesAround(left.text, 'before') : '',
    after: right && 'text' in right ? linesAround(right.text, 'after') : '',
  };
}
