import { makeStyles, tokens } from '@fluentui/react-components';
import type { UpdateOverview } from '@portico/contract/update';
import { ProblemPanel } from '../problem-panel.tsx';
import type { StepModel } from '../step-model.ts';
import { Decided, ForMany } from './decided.tsx';
import { InWords } from './in-words.tsx';
import { Kinds } from './kinds.tsx';
import { NamedNote } from './named.tsx';
import { Needs } from './needs.tsx';
import { RecordList } from './record-list.tsx';
import { useFocusStays } from './use-focus-stays.ts';

const useStyles = makeStyles({
  root: { display: 'grid', gap: tokens.spacingVerticalXXL, minWidth: 0 },
  plain: { outlineStyle: 'none' },
  part: { display: 'grid', gap: tokens.spacingVerticalM, minWidth: 0 },
});

interface Props {
  readonly model: StepModel;
  readonly overview: UpdateOverview;
  readonly queue: readonly string[];
}

/** The update on one page: in words, by kind, what needs somebody, all that changed, and what was decided. */
export function Overview({ model: { update, state, ways }, overview, queue }: Props) {
  const styles = useStyles();
  const needs = useFocusStays();
  const decided = useFocusStays();
  const { decisions, savePlan, hrefOf } = update;
  return (
    <div className={styles.root}>
      <div className={styles.part}>
        <InWords overview={overview} choices={state.choices} savePlan={savePlan} />
        {savePlan.problem && <ProblemPanel problem={savePlan.problem} ways={ways} />}
        <Kinds overview={overview} />
      </div>
      <NamedNote overview={overview} hrefOf={hrefOf} />
      <div className={styles.plain} {...needs}>
        <Needs overview={overview} update={update} place={{ decisions, signIn: ways }} queue={queue} />
      </div>
      {overview.records.length > 0 && <RecordList overview={overview} hrefOf={hrefOf} />}
      <div className={styles.plain} {...decided}>
        <ForMany overview={overview} decisions={decisions} signIn={ways} />
        <Decided overview={overview} choices={state.choices} decisions={decisions} />
      </div>
    </div>
  );
}
