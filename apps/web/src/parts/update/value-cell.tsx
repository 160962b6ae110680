import { Field, Input, Button, makeStyles, tokens } from '@fluentui/react-components';
import { keyOfChoice, type UpdateCell, type UpdateChoice } from '@portico/contract/update';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { writtenIn } from '../../data/decisions.ts';
import { CellWays } from './cell-ways.tsx';
import { SameForMany } from './many.tsx';
import type { RecordPlace } from './record-place.ts';
import { Plain, Sides } from './sides.tsx';
import { valueWords } from './value-words.ts';

const useStyles = makeStyles({
  root: { display: 'grid', gap: tokens.spacingVerticalM, minWidth: 0 },
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, alignItems: 'end' },
  field: { flex: '1 1 240px' },
});

interface Props {
  readonly cell: UpdateCell;
  readonly place: RecordPlace;
}

/** A single value, by name where it is a record or a choice. */
export function ValueCell({ cell, place }: Props) {
  const styles = useStyles();
  const intl = useIntl();
  const { name, merged, names } = cell;
  // A flag that nobody set is off.
  const isFlag = [merged.ours, merged.theirs].some((value) => typeof value === 'boolean');
  const words = (value: unknown) => (
    <Plain text={valueWords(intl, name, isFlag ? (value ?? false) : value, names)} />
  );
  const isText = merged.kind === 'scalar' && typeof (merged.ours ?? merged.theirs) === 'string';
  return (
    <div className={styles.root}>
      {merged.kind !== 'presence' && (
        <Sides
          place={place}
          base={words(merged.base)}
          ours={words(merged.ours)}
          theirs={words(merged.theirs)}
        />
      )}
      <CellWays cell={cell} place={place} />
      {isText && merged.state === 'conflict' && <OwnValue cell={cell} place={place} />}
      {merged.state === 'conflict' && <SameForMany table={place.table} cell={name} place={place} />}
    </div>
  );
}

/** Neither of the two: a value of one's own. */
function OwnValue({ cell: { name }, place }: Props) {
  const styles = useStyles();
  const intl = useIntl();
  const choice = (value: string): UpdateChoice => ({
    kind: 'cell',
    record: place.id,
    cell: name,
    take: 'edit',
    value,
  });
  const { choice: kept, outdated, seq } = place.decisions.of(keyOfChoice(choice('')));
  const textOf = (made: UpdateChoice | undefined) => String(writtenIn(made)?.value ?? '');
  const written = textOf(kept);
  const [typed, type] = useState<{ text: string; seen: number }>();
  const text = typed?.text ?? textOf(kept ?? outdated);
  return (
    <div className={styles.row}>
      <Field
        className={styles.field}
        label={intl.formatMessage({ id: 'web.update.own', defaultMessage: 'Or another value' })}
      >
        <Input value={text} onChange={(_, { value }) => type({ text: value, seen: typed?.seen ?? seq })} />
      </Field>
      <Button
        disabledFocusable={text === '' || text === written}
        onClick={() => text !== '' && text !== written && place.decisions.decide(choice(text), typed?.seen)}
      >
        <FormattedMessage id="web.update.own.use" defaultMessage="Use this value" />
      </Button>
    </div>
  );
}
