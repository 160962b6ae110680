import { makeStyles, Switch, tokens, typographyStyles } from '@fluentui/react-components';
import type { UpdateCell, UpdateOverview } from '@portico/contract/update';
import { hasPicture } from '@portico/merge/draw/has-picture';
import { useEffect, useMemo, useRef, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Disclosure } from '../../ui/disclosure.tsx';
import { AppLink } from '../../ui/navigation.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { PageHeading } from '../page-heading.tsx';
import { ProblemPanel } from '../problem-panel.tsx';
import type { SignInWays } from '../sign-in-ways.tsx';
import { CellView } from './cell.tsx';
import { decisionsOn } from './decisions-on.ts';
import { titlesOf } from './choice-words.ts';
import { NamedNote } from './named.tsx';
import { Preview } from './preview.tsx';
import { RecordFoot } from './record-foot.tsx';
import type { RecordPlace } from './record-place.ts';
import { RecordTroubles } from './record-troubles.tsx';
import { Rights } from './rights.tsx';
import { tableName } from './table-names.ts';
import type { Updating } from './update-model.ts';
import { withNames } from './with-names.ts';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXXL,
    minWidth: 0,
    flexGrow: 1,
  },
  top: { display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between', alignItems: 'center' },
  rest: { display: 'grid', gap: tokens.spacingVerticalXXL, paddingTop: tokens.spacingVerticalS },
  lead: { ...typographyStyles.body1, margin: 0, color: tokens.colorNeutralForeground2 },
});

interface Props {
  readonly update: Updating;
  readonly overview: UpdateOverview;
  readonly record: string;
  readonly signIn: SignInWays;
  /** What needed or needs somebody, in the order in which it is gone through. */
  readonly queue: readonly string[];
}

const weight = { conflict: 0, merged: 1, theirs: 2, ours: 3, same: 4, unchanged: 5 };

/** One record side by side, and from here on to the next that needs somebody. */
export function RecordPage({ update, overview, record: id, signIn, queue }: Props) {
  const styles = useStyles();
  const intl = useIntl();
  const root = useRef<HTMLDivElement>(null);
  const [withBase, showBase] = useState(false);
  const { detail, decisions, draftOf } = update;
  const record = overview.records.find((one) => one.id === id);
  const title = record?.title ?? detail.value?.title ?? '';
  const table = record?.table ?? detail.value?.table ?? '';
  const place: RecordPlace = {
    id,
    table,
    decisions: decisionsOn(decisions, detail.value?.cells ?? []),
    signIn,
    draftOf,
    withBase,
    first: detail.value?.first,
    only: record?.only,
    refused: record?.tick?.allow === false,
  };
  // What somebody has to decide stands first, and keeps its place once it is decided.
  const titles = useMemo(() => titlesOf(overview), [overview]);
  const cells = (detail.value?.cells ?? [])
    .map((cell) => withNames(cell, titles))
    .toSorted((a, b) => weight[a.merged.state] - weight[b.merged.state]);
  const troubled = new Set(
    [...overview.faults, ...overview.gone].flatMap((one) => (one.record === id ? [one.cell] : [])),
  );
  const isOpen = ({ name, merged, outdated }: UpdateCell) =>
    merged.state === 'conflict' || outdated || troubled.has(name);
  const quiet = cells.filter((cell) => !isOpen(cell));
  const view = (cell: UpdateCell) => (
    <CellView key={`${id} ${cell.name}`} cell={cell} troubled={troubled.has(cell.name)} place={place} />
  );
  useEffect(() => {
    window.scrollTo(0, 0);
    root.current?.querySelector<HTMLElement>('[data-page-heading]')?.focus({ preventScroll: true });
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- once for each record
  }, [id]);
  return (
    <div className={styles.root} ref={root}>
      <div className={styles.top}>
        <AppLink href={update.hrefOf(undefined)}>
          <FormattedMessage id="web.update.to-overview" defaultMessage="Back to the overview" />
        </AppLink>
        <Switch
          checked={withBase}
          label={intl.formatMessage({
            id: 'web.update.with-base',
            defaultMessage: 'Also show how it was at first',
          })}
          onChange={(_, { checked }) => showBase(checked)}
        />
      </div>
      <PageHeading over={table && tableName(intl, table)} title={title} />
      <RecordTroubles
        record={id}
        overview={overview}
        titles={titles}
        decides={(name) => cells.some((cell) => cell.name === name)}
        hrefOf={update.hrefOf}
      />
      <NamedNote overview={overview} hrefOf={update.hrefOf} record={id} />
      {detail.status === 'failed' && (
        <ProblemPanel problem={detail.problem} ways={signIn} onRetry={detail.again} />
      )}
      {detail.status === 'loading' && !detail.value && <Skeleton rows={8} />}
      {record && detail.value && <Rights record={record} cells={cells} titles={titles} place={place} />}
      {cells.filter(isOpen).map(view)}
      {quiet.length > 0 && (
        <Disclosure
          key={id}
          startOpen={quiet.length === cells.length && !record?.tick}
          label={
            <FormattedMessage
              id="web.update.record.rest"
              defaultMessage="{kind, select, rights {The same, column by column} all {{n, plural, one {One change, which nobody has to decide} other {# changes, which nobody has to decide}}} other {{n, plural, one {One more change, which nobody has to decide} other {# more changes, which nobody has to decide}}}}"
              values={{
                n: quiet.length,
                kind: record?.tick ? 'rights' : quiet.length === cells.length ? 'all' : 'more',
              }}
            />
          }
        >
          <div className={styles.rest}>{quiet.map(view)}</div>
        </Disclosure>
      )}
      {detail.value && hasPicture(table, title) && (
        <Disclosure
          key={`${id} preview`}
          label={<FormattedMessage id="web.update.preview" defaultMessage="Preview of the page" />}
        >
          <Preview update={update} signIn={signIn} />
        </Disclosure>
      )}
      {detail.value && cells.length === 0 && (
        <p className={styles.lead}>
          <FormattedMessage
            id="web.update.record.none"
            defaultMessage="Nothing of this record is changed by anybody any more."
          />
        </p>
      )}
      <RecordFoot
        update={update}
        overview={overview}
        record={id}
        queue={queue}
        root={root}
        ready={detail.value !== undefined}
      />
    </div>
  );
}
