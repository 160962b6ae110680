import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { mendedBy, plan } from '@portico/contract/plan';
import { checksOf } from '@portico/plan/plan';
import { passes } from '@portico/plan/finding';
import { FormattedMessage } from 'react-intl';
import { checkTitle } from '../text/names.ts';
import { useSay } from '../text/say.ts';
import { factsStyle } from './facts-style.ts';
import { Moment } from '../ui/moment.tsx';
import { Section } from '../ui/section.tsx';
import { hostOf } from '../text/host-of.ts';
import { OutsideLink } from '../ui/outside-link.tsx';
import { Symbol } from '../ui/symbol.tsx';
import { ActionBar } from './action-bar.tsx';
import { AsOf } from './as-of.tsx';
import { rowState } from './check-rows.ts';
import { checkSymbols, checkWords } from './check-words.ts';
import { factsOf } from './facts.ts';
import { GateReason } from './gate-reason.tsx';
import { PageHeading } from './page-heading.tsx';
import { ProblemPanel } from './problem-panel.tsx';
import { ReportChanges } from './report-changes.tsx';
import { ReportHandOffs } from './report-hand-offs.tsx';
import type { StepModel } from './step-model.ts';
import { worthKnowing } from './worth-knowing.ts';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXXL,
    minWidth: 0,
    flexGrow: 1,
  },
  facts: factsStyle,
  step: { breakInside: 'avoid', display: 'grid', gap: tokens.spacingVerticalXS },
  name: { ...typographyStyles.body1Strong, margin: 0 },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', gap: tokens.spacingVerticalXS },
  line: { display: 'grid', gridTemplateColumns: '20px minmax(0, 1fr)', columnGap: tokens.spacingHorizontalM },
  meta: { ...typographyStyles.caption1, display: 'block', color: tokens.colorNeutralForeground3 },
});

/** Reads on paper: what was looked at and found, what was changed and by whom, and what is open. */
export function ReportPage({ model }: { readonly model: StepModel }) {
  const styles = useStyles();
  const say = useSay();
  const { state, gate, download, place } = model;
  const checked = plan.steps.filter((step) => checksOf(step).some((id) => state.checks[id]));
  const open = [...new Set(checked.flatMap(checksOf))].filter(
    (id) => state.checks[id]?.finding && !passes(state.checks[id].finding),
  ).length;
  const heed = new Set(checked.flatMap((step) => worthKnowing(step, state))).size;
  const site = factsOf(state, 'site-provisioned');
  const linked = factsOf(state, 'fno-linked');
  const unfinished = gate.reasons.length > 0;
  const operations = Object.values(state.operations);
  return (
    <div className={styles.root}>
      <PageHeading title={model.title} why={model.why} />
      {download.problem && (
        <ProblemPanel problem={download.problem} ways={model.ways} onRetry={() => download.run()} />
      )}
      <dl className={styles.facts}>
        <dt>
          <FormattedMessage id="web.report.set-up" defaultMessage="Set-up" />
        </dt>
        <dd>{state.title}</dd>
        {site && (
          <>
            <dt>
              <FormattedMessage id="web.report.portal" defaultMessage="Portal" />
            </dt>
            <dd>
              <OutsideLink href={site.url}>{hostOf(site.url)}</OutsideLink>
            </dd>
          </>
        )}
        {linked && (
          <>
            <dt>
              <FormattedMessage id="web.pair.dataverse" defaultMessage="Dataverse environment" />
            </dt>
            <dd>{linked.environment.name}</dd>
          </>
        )}
        {linked?.dataverseSays && (
          <>
            <dt>
              <FormattedMessage id="web.pair.fno" defaultMessage="Finance and operations" />
            </dt>
            <dd>{hostOf(linked.dataverseSays)}</dd>
          </>
        )}
        {state.createdAt && (
          <>
            <dt>
              <FormattedMessage id="web.report.begun" defaultMessage="Begun" />
            </dt>
            <dd>
              <Moment at={state.createdAt} />
            </dd>
          </>
        )}
        <dt>
          <FormattedMessage id="web.report.open" defaultMessage="Open items" />
        </dt>
        <dd>
          <FormattedMessage
            id="web.report.open.count"
            defaultMessage="{n, plural, =0 {none} one {# check does not pass} other {# checks do not pass}}"
            values={{ n: open }}
          />
          {heed > 0 && (
            <>
              {' · '}
              <FormattedMessage
                id="web.report.heed"
                defaultMessage="{n, plural, one {# thing} other {# things}} worth knowing"
                values={{ n: heed }}
              />
            </>
          )}
          {unfinished && (
            <>
              {' · '}
              <GateReason reasons={gate.reasons} place={place} />
            </>
          )}
        </dd>
      </dl>
      <Section title={<FormattedMessage id="web.report.checked" defaultMessage="What was checked" />}>
        {checked.length === 0 && (
          <p className={styles.meta}>
            <FormattedMessage id="web.report.nothing" defaultMessage="Nothing has been checked yet." />
          </p>
        )}
        {checked.map((step) => (
          <div key={step.id} className={styles.step}>
            <h3 className={styles.name}>{place(step.id)?.title}</h3>
            <ul className={styles.list}>
              {checksOf(step).map((id) => {
                const check = state.checks[id];
                const word = rowState({ id, check });
                return (
                  <li key={id} className={styles.line}>
                    <Symbol name={checkSymbols[word]} />
                    <span>
                      {say(checkTitle(id))}
                      {': '}
                      {check?.finding ? say(check.finding.says) : <FormattedMessage {...checkWords[word]} />}
                      <span className={styles.meta}>
                        <FormattedMessage {...checkWords[word]} />
                        {' · '}
                        <AsOf check={check} />
                      </span>
                    </span>
                  </li>
                );
              })}
            </ul>
          </div>
        ))}
      </Section>
      <ReportChanges operations={operations.filter(({ action }) => !mendedBy(action))} />
      <ReportHandOffs operations={operations} />
      <ActionBar
        primary={{
          label: <FormattedMessage id="web.report.download" defaultMessage="Download the report" />,
          busy: download.busy,
          onPress: () => download.run(),
        }}
        onLeave={model.leave}
      />
    </div>
  );
}
