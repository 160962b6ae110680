import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { ArrowClockwise20Regular } from '@fluentui/react-icons/svg/arrow-clockwise';
import { canHandOver } from '@portico/contract/hand-over';
import type { Detail, Finding } from '@portico/plan/finding';
import { FormattedMessage } from 'react-intl';
import { checkWhy } from '../text/names.ts';
import { useSay } from '../text/say.ts';
import { OutsideButton } from '../ui/outside-link.tsx';
import { PageName } from './page-name.tsx';
import { Disclosure } from '../ui/disclosure.tsx';
import { CheckOverride, type Overriding } from './check-override.tsx';
import type { CheckRow } from './check-rows.ts';
import { DetailList } from './detail-list.tsx';
import { EvidenceList } from './evidence-list.tsx';
import { HandOverRow } from './hand-over-row.tsx';
import { ProblemWords } from './problem-words.tsx';
import { RemedySteps } from './remedy-steps.tsx';
import { SignInWay, type SignInWays } from './sign-in-ways.tsx';
import type { HandOver } from './step-model.ts';

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalM,
    justifyItems: 'start',
    minWidth: 0,
  },
  why: { ...typographyStyles.body1, margin: 0, color: tokens.colorNeutralForeground2 },
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM, alignItems: 'center' },
});

interface Props {
  readonly row: CheckRow;
  readonly onCheck: (checks: readonly string[]) => void;
  readonly ways?: SignInWays;
  readonly handOver?: HandOver;
  /** Only where the check is soft and doesn't pass. */
  readonly overriding?: Overriding;
}

const order = ['not-found', 'not-checked', 'probable', 'proved'];

/** Where something doesn't hold, what is missing stands before what is there; elsewhere the check's own order tells more. */
const worstFirst = ({ state, details = [] }: Finding): readonly Detail[] =>
  state === 'blocked'
    ? details.toSorted((one, other) => order.indexOf(one.state) - order.indexOf(other.state))
    : details;

/** Behind a row: why we look, the cause, what to do about it, and what we saw. */
export function CheckDetail({ row: { id, check, mend }, onCheck, ways, handOver, overriding }: Props) {
  const styles = useStyles();
  const say = useSay();
  const finding = check?.finding;
  const unknown = finding && 'problem' in finding ? finding.problem : undefined;
  const remedy = finding && 'remedy' in finding ? finding.remedy : undefined;
  const link = remedy?.link;
  return (
    <div className={styles.root}>
      <p className={styles.why}>{say(checkWhy(id))}</p>
      {finding && 'cause' in finding && finding.cause && (
        <p className={styles.why}>
          <FormattedMessage
            id="web.check.cause"
            defaultMessage="Cause: {cause}"
            values={{ cause: say(finding.cause) }}
          />
        </p>
      )}
      {finding?.details && finding.details.length > 0 && <DetailList details={worstFirst(finding)} />}
      {unknown && <ProblemWords problem={unknown} advised={!remedy} />}
      {remedy && <RemedySteps remedy={remedy} />}
      <div className={styles.row}>
        {ways && unknown && (
          <SignInWay problem={unknown} ways={ways} onSignIn={() => ways.go(unknown, { check: id })} />
        )}
        {link && (
          <OutsideButton href={link}>
            <FormattedMessage
              id="web.remedy.open"
              defaultMessage="Open {page}"
              values={{ page: <PageName link={link} /> }}
            />
          </OutsideButton>
        )}
        <Button
          icon={<ArrowClockwise20Regular />}
          disabledFocusable={check?.running === true}
          onClick={() => onCheck([id])}
        >
          {check?.running ? (
            <FormattedMessage id="web.check.looking" defaultMessage="Looking now" />
          ) : (
            <FormattedMessage id="web.check.again" defaultMessage="Check again" />
          )}
        </Button>
      </div>
      {handOver && canHandOver(finding) && (
        <HandOverRow asked={{ check: id }} operation={mend} handOver={handOver} />
      )}
      {overriding && <CheckOverride {...overriding} />}
      {check?.evidence && check.evidence.length > 0 && (
        <Disclosure label={<FormattedMessage id="web.check.saw" defaultMessage="What we saw" />}>
          <EvidenceList evidence={check.evidence} />
        </Disclosure>
      )}
    </div>
  );
}
