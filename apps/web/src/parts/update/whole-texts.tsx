import { makeStyles, Select, tokens } from '@fluentui/react-components';
import type { UpdateCell } from '@portico/contract/update';
import { Suspense, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Disclosure } from '../../ui/disclosure.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { TextCompare } from './text-compare.tsx';

const useStyles = makeStyles({
  root: { display: 'grid', gap: tokens.spacingVerticalS, minWidth: 0 },
  select: { justifySelf: 'start', maxWidth: '100%' },
});

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

interface Props {
  readonly cell: UpdateCell;
  /** How it was at first is known. */
  readonly known: boolean;
  /** There is something more important to read first. */
  readonly folded: boolean;
}

/** A whole text beside another one of it: yours, the template's, as it was at first, as it will be. */
export function WholeTexts({ cell, known, folded }: Props) {
  return (
    <Disclosure
      startOpen={!folded}
      label={<FormattedMessage id="web.update.whole" defaultMessage="The whole text side by side" />}
    >
      <Compared cell={cell} known={known} />
    </Disclosure>
  );
}

function Compared({ cell: { merged, becomes }, known }: Pick<Props, 'cell' | 'known'>) {
  const styles = useStyles();
  const intl = useIntl();
  const texts = {
    base: {
      label: intl.formatMessage({ id: 'web.update.side.base', defaultMessage: 'As it was at first' }),
      text: textOf(merged.base),
    },
    ours: {
      label: intl.formatMessage({ id: 'web.update.side.ours', defaultMessage: 'Yours' }),
      text: textOf(merged.ours),
    },
    theirs: {
      label: intl.formatMessage({ id: 'web.update.side.theirs', defaultMessage: 'New template' }),
      text: textOf(merged.theirs),
    },
    becomes: {
      label: intl.formatMessage({ id: 'web.update.side.becomes', defaultMessage: 'As it will be' }),
      text: textOf(becomes?.value),
    },
  };
  const pairs = [
    ['ours', 'theirs'],
    ...(known
      ? ([
          ['base', 'ours'],
          ['base', 'theirs'],
        ] as const)
      : []),
    ...(becomes ? ([['ours', 'becomes']] as const) : []),
  ] as const;
  const [chosen, choose] = useState(0);
  const [left, right] = pairs[chosen] ?? pairs[0];
  return (
    <div className={styles.root}>
      <Select
        className={styles.select}
        size="small"
        aria-label={intl.formatMessage({ id: 'web.update.whole.which', defaultMessage: 'Which two texts' })}
        value={String(chosen)}
        onChange={(_, { value }) => choose(Number(value))}
      >
        {pairs.map(([one, other], index) => (
          <option key={`${one}.${other}`} value={index}>
            {intl.formatMessage(
              { id: 'web.update.whole.pair', defaultMessage: '{left} | {right}' },
              { left: texts[one].label, right: texts[other].label },
            )}
          </option>
        ))}
      </Select>
      <Suspense fallback={<Skeleton rows={6} />}>
        <TextCompare left={texts[left]} right={texts[right]} />
      </Suspense>
    </div>
  );
}
