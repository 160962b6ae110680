import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { HandOffPage } from '@portico/contract/hand-over';
import { FormattedMessage, type IntlShape, useIntl } from 'react-intl';
import type { Shown } from '../data/hand-off.ts';
import { ownerNames } from '../text/names.ts';
import { useSay } from '../text/say.ts';
import { useHidden } from '../ui/hidden.ts';
import { Note } from '../ui/note.tsx';
import { Section } from '../ui/section.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { GuideSteps } from './guide-steps.tsx';
import { PageHeading } from './page-heading.tsx';
import { RehearsalBanner } from './rehearsal-banner.tsx';

const useStyles = makeStyles({
  main: {
    display: 'grid',
    gap: tokens.spacingVerticalXXL,
    alignContent: 'start',
    boxSizing: 'border-box',
    width: '100%',
    maxWidth: '720px',
    marginInline: 'auto',
    padding: `${tokens.spacingVerticalXXXL} ${tokens.spacingHorizontalXXL}`,
    outlineStyle: 'none',
    '@media (max-width: 640px)': { padding: `${tokens.spacingVerticalXL} ${tokens.spacingHorizontalL}` },
  },
  words: { display: 'grid', gap: tokens.spacingVerticalS },
  says: { ...typographyStyles.body1Strong, margin: 0, overflowWrap: 'anywhere' },
  line: { ...typographyStyles.body1, margin: 0, overflowWrap: 'anywhere' },
  quiet: { ...typographyStyles.body1, margin: 0, color: tokens.colorNeutralForeground2 },
  steps: { display: 'grid', gap: tokens.spacingVerticalL, justifyItems: 'start' },
});

type Open = Extract<HandOffPage, { state: 'open' }>;

export function handOffTitle(intl: IntlShape, { page, from }: Shown): string {
  switch (page?.state) {
    case 'open':
      return intl.formatMessage(
        { id: 'web.hand-off.title', defaultMessage: '{from} asks for your help' },
        { from },
      );
    case 'done':
      return intl.formatMessage({ id: 'web.hand-off.done', defaultMessage: 'Thank you, it is done' });
    case 'over':
      return intl.formatMessage({ id: 'web.hand-off.over', defaultMessage: 'This link has ended' });
    default:
      return '';
  }
}

interface Props {
  readonly shown: Shown;
  readonly rehearsal: boolean;
}

/** What somebody without an account sees: who asks, one task, and by itself that it is done. */
export function HandOffView({ shown, rehearsal }: Props) {
  const styles = useStyles();
  const hidden = useHidden();
  const intl = useIntl();
  const { page, from, silent } = shown;
  const title = handOffTitle(intl, shown);
  return (
    <>
      {rehearsal && (
        <RehearsalBanner cloud={{ id: '', siteScheme: '', siteDomain: '', gateways: [], rehearsal }} />
      )}
      <main className={styles.main}>
        {!page && !silent && (
          <>
            <h1 className={hidden}>Portico</h1>
            <Skeleton rows={5} />
          </>
        )}
        {!page && silent && (
          <PageHeading
            title={<FormattedMessage id="web.plain.start" defaultMessage="Portico can’t be reached" />}
            why={
              <FormattedMessage
                id="web.hand-off.silent.first"
                defaultMessage="Check your network. This page tries again by itself."
              />
            }
          />
        )}
        {page?.state === 'open' && <Task page={page} title={title} silent={silent} />}
        {page?.state === 'done' && (
          <PageHeading
            title={title}
            why={
              <FormattedMessage
                id="web.hand-off.done.why"
                defaultMessage="We read it back from Microsoft. {from} goes on from here, and you can close this page."
                values={{ from }}
              />
            }
          />
        )}
        {page?.state === 'over' && (
          <PageHeading
            title={title}
            why={
              <FormattedMessage
                id="web.hand-off.over.why"
                defaultMessage="Links work for one task and for a few days. If there is still something to do, ask whoever sent it for a new one."
              />
            }
          />
        )}
      </main>
    </>
  );
}

function Task({
  page,
  title,
  silent,
}: {
  readonly page: Open;
  readonly title: string;
  readonly silent: boolean;
}) {
  const styles = useStyles();
  const intl = useIntl();
  const say = useSay();
  const { from, to, customer, environment, says, why, guide, until, watching } = page;
  return (
    <>
      <PageHeading
        title={title}
        why={
          <FormattedMessage
            id="web.hand-off.for"
            defaultMessage="It is for the Customer Portal of {customer}{environment, select, none {} other {, in the environment {environment}}}."
            values={{ customer, environment: environment ?? 'none' }}
          />
        }
      />
      <Section
        title={<FormattedMessage id="web.hand-off.why" defaultMessage="Why" />}
        lead={
          // What was found was said to whoever asks.
          <FormattedMessage
            id="web.hand-off.you"
            defaultMessage="“You” and “the person” stand for {from} here."
            values={{ from }}
          />
        }
      >
        <div className={styles.words}>
          <p className={styles.says}>{say(says)}</p>
          {why.map((reason) => (
            <p key={reason.id} className={styles.line}>
              {say(reason)}
            </p>
          ))}
        </div>
      </Section>
      <Section
        title={<FormattedMessage id="web.remedy.other" defaultMessage="What to do" />}
        lead={
          guide.who === 'you' ? undefined : (
            <FormattedMessage
              id="web.hand-off.who"
              defaultMessage="It takes somebody with this role: {who}."
              values={{ who: <FormattedMessage {...ownerNames[guide.who]} /> }}
            />
          )
        }
      >
        <div className={styles.steps}>
          <GuideSteps guide={guide} />
        </div>
      </Section>
      <Note symbol="waiting">
        {silent ? (
          <FormattedMessage
            id="web.hand-off.silent"
            defaultMessage="There is no connection at the moment. What you do counts all the same; this page tries again by itself."
          />
        ) : watching ? (
          <FormattedMessage
            id="web.hand-off.watching"
            defaultMessage="We’re watching. We’ll notice within a minute, and this page will say so."
          />
        ) : (
          <FormattedMessage
            id="web.hand-off.later"
            defaultMessage="You can do it now. We’ll notice as soon as {from} is signed in again."
            values={{ from }}
          />
        )}
      </Note>
      <p className={styles.quiet}>
        <FormattedMessage
          id="web.hand-off.scope"
          defaultMessage="This link was made for {to} and for this one task. It needs no account here, and works until {until}."
          values={{ to, until: intl.formatDate(until, { dateStyle: 'long', timeStyle: 'short' }) }}
        />
      </p>
    </>
  );
}
