import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { UpdateOverview } from '@portico/contract/update';
import { writesIn } from '@portico/contract/update-needs';
import type { RunState } from '@portico/plan/reduce';
import { FormattedMessage, useIntl } from 'react-intl';
import { Moment } from '../../ui/moment.tsx';
import { Note } from '../../ui/note.tsx';
import { Section } from '../../ui/section.tsx';
import { type Counts, summaryOf } from './counts.ts';
import { planDocument } from './plan-document.tsx';
import { countsInWords } from './table-names.ts';
import type { Updating } from './update-model.ts';
import { writeKinds } from './write-kinds.ts';

const useStyles = makeStyles({
  root: { display: 'grid', gap: tokens.spacingVerticalM },
  words: { ...typographyStyles.body2, margin: 0, maxWidth: '64ch' },
  quiet: { ...typographyStyles.body1, margin: 0, color: tokens.colorNeutralForeground2, maxWidth: '68ch' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

interface Props {
  readonly overview: UpdateOverview;
  readonly choices: RunState['choices'];
  readonly savePlan: Updating['savePlan'];
}

/** What is new in the template, in plain words: the first thing that anybody reads. */
export function InWords({ overview, choices, savePlan }: Props) {
  const styles = useStyles();
  const intl = useIntl();
  const { changes, adds, removes, untouched, own, needs } = summaryOf(overview);
  const { sides, leftOut, stale } = overview;
  const sum = (counts: Counts) => Object.values(counts).reduce((total, n) => total + n, 0);
  const parts = [
    sum(changes) > 0 &&
      intl.formatMessage(
        { id: 'web.update.words.changes', defaultMessage: 'changes {what}' },
        { what: countsInWords(intl, changes) },
      ),
    sum(adds) > 0 &&
      intl.formatMessage(
        { id: 'web.update.words.adds', defaultMessage: 'adds {what}' },
        { what: countsInWords(intl, adds) },
      ),
    sum(removes) > 0 &&
      intl.formatMessage(
        { id: 'web.update.words.removes', defaultMessage: 'removes {what}' },
        { what: countsInWords(intl, removes) },
      ),
  ].filter((part) => part !== false);
  const total = sum(changes) + sum(adds) + sum(removes);
  return (
    <Section title={<FormattedMessage id="web.update.words" defaultMessage="What is new in the template" />}>
      <div className={styles.root}>
        <p className={styles.words}>
          <FormattedMessage
            id="web.update.words.all"
            defaultMessage="{total, plural, =0 {The new template changes nothing that your site has.} other {The new template {parts}. {untouched, plural, =0 {} =1 {You never touched one of them.} other {You never touched # of them.}}}} {needs, plural, =0 {Nothing needs you.} one {One needs you.} other {# need you.}}"
            values={{ total, parts: intl.formatList(parts), untouched, needs }}
          />
        </p>
        {own > 0 && (
          <p className={styles.quiet}>
            <FormattedMessage
              id="web.update.words.own"
              defaultMessage="{own, plural, one {# record that only you changed stays as it is.} other {# records that only you changed stay as they are.}}"
              values={{ own }}
            />
          </p>
        )}
        <Note>
          <span>
            <FormattedMessage
              id="web.update.safe"
              defaultMessage="Decisions are saved as you make them, and everybody who works on this sees them. Nothing is written to the site before somebody presses “Apply the update” at the foot of this page."
            />
          </span>
        </Note>
        <p className={styles.quiet}>
          <FormattedMessage
            id="web.update.sides"
            defaultMessage="Compared: your site, {live, plural, one {# record} other {# records}}, read {liveAt}; the reference site, {theirs, plural, one {# record} other {# records}}, read {theirsAt}; and {origin, select, captured {your site as it was made, kept {baseAt}} other {records that nobody touched since the site was made, as it wasn’t kept then{needs, plural, =0 {} other {. So more is asked than would be needed}}}}."
            values={{
              live: sides.live.records,
              liveAt: <Moment at={sides.live.at} />,
              theirs: sides.template.records,
              theirsAt: <Moment at={sides.template.at} />,
              origin: sides.baseline.origin,
              baseAt: <Moment at={sides.baseline.at} />,
              needs,
            }}
          />
        </p>
        {leftOut > 0 && (
          <p className={styles.quiet}>
            <FormattedMessage
              id="web.update.left-out"
              defaultMessage="{n, plural, one {# record} other {# records}} of the template can’t be on your site, such as pages in a language that it hasn’t got. They are left out."
              values={{ n: leftOut }}
            />
          </p>
        )}
        {stale > 0 && (
          <p className={styles.quiet}>
            <FormattedMessage
              id="web.update.stale"
              defaultMessage="{n, plural, one {# decision is} other {# decisions are}} about something that has changed since, or isn’t there any more, and {n, plural, one {counts} other {count}} for nothing."
              values={{ n: stale }}
            />
          </p>
        )}
        <p className={styles.quiet}>
          <FormattedMessage
            id="web.update.writes"
            defaultMessage="{needs, plural, =0 {Everything is decided. Applying writes {n, plural, =0 {nothing} one {# record ({kinds})} other {# records ({kinds})}}.} other {As decided so far, {n, plural, =0 {nothing goes in} one {# record goes in ({kinds})} other {# records go in ({kinds})}}, without what still needs you.}}"
            values={{ needs, n: writesIn(overview), kinds: writeKinds(intl, overview.writes) }}
          />
        </p>
        {needs === 0 && (
          <>
            <p className={styles.quiet}>
              <FormattedMessage
                id="web.update.plan.what"
                defaultMessage="The plan names each of them, with what was there before, for whoever approves changes."
              />
            </p>
            <div className={styles.buttons}>
              <Button
                disabledFocusable={savePlan.busy}
                onClick={() =>
                  !savePlan.busy && savePlan.run((plan) => planDocument({ intl, plan, overview, choices }))
                }
              >
                <FormattedMessage id="web.update.plan" defaultMessage="Download the plan" />
              </Button>
              <Button disabledFocusable={savePlan.busy} onClick={() => !savePlan.busy && savePlan.run()}>
                <FormattedMessage id="web.update.plan.json" defaultMessage="Download it as JSON" />
              </Button>
            </div>
          </>
        )}
      </div>
    </Section>
  );
}
