import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ArrowCircleRight20Filled } from '@fluentui/react-icons/svg/arrow-circle-right';
import { CheckmarkCircle20Filled } from '@fluentui/react-icons/svg/checkmark-circle';
import { Circle20Regular } from '@fluentui/react-icons/svg/circle';
import { CircleHalfFill20Regular } from '@fluentui/react-icons/svg/circle-half-fill';
import { DismissCircle20Filled } from '@fluentui/react-icons/svg/dismiss-circle';
import { Info20Regular } from '@fluentui/react-icons/svg/info';
import { LockClosed20Regular } from '@fluentui/react-icons/svg/lock-closed';
import { PersonClock20Regular } from '@fluentui/react-icons/svg/person-clock';
import { QuestionCircle20Regular } from '@fluentui/react-icons/svg/question-circle';
import { SubtractCircle20Regular } from '@fluentui/react-icons/svg/subtract-circle';
import { Warning20Filled } from '@fluentui/react-icons/svg/warning';

const useStyles = makeStyles({
  root: { flexShrink: 0, display: 'inline-flex', forcedColorAdjust: 'auto' },
  good: { color: tokens.colorStatusSuccessForeground1 },
  bad: { color: tokens.colorStatusDangerForeground1 },
  careful: { color: tokens.colorStatusWarningForeground3 },
  going: { color: tokens.colorBrandForeground1 },
  quiet: { color: tokens.colorNeutralForeground3 },
});

const symbols = {
  good: [CheckmarkCircle20Filled, 'good'],
  bad: [DismissCircle20Filled, 'bad'],
  careful: [Warning20Filled, 'careful'],
  unknown: [QuestionCircle20Regular, 'careful'],
  going: [CircleHalfFill20Regular, 'going'],
  turn: [ArrowCircleRight20Filled, 'going'],
  waiting: [PersonClock20Regular, 'going'],
  empty: [Circle20Regular, 'quiet'],
  closed: [LockClosed20Regular, 'quiet'],
  skipped: [SubtractCircle20Regular, 'quiet'],
  info: [Info20Regular, 'quiet'],
} as const;

export type SymbolName = keyof typeof symbols;

/** A state as a sign. Never alone: the words stand beside it. */
export function Symbol({ name }: { readonly name: SymbolName }) {
  const styles = useStyles();
  const [Icon, tone] = symbols[name];
  return (
    <span className={mergeClasses(styles.root, styles[tone])} aria-hidden>
      <Icon />
    </span>
  );
}
