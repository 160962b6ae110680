import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { MetTemplate, Prediction, WatchedSite } from '@portico/contract/watching';
import { FormattedMessage } from 'react-intl';
import { Day } from '../ui/day.tsx';
import type { Place } from '../ui/long-list.tsx';
import { AppLink } from '../ui/navigation.tsx';
import { Symbol } from '../ui/symbol.tsx';
import { PredictedUpdate } from './predicted-update.tsx';
import type { SignInWays } from './sign-in-ways.tsx';

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 1fr) auto',
    columnGap: tokens.spacingHorizontalM,
    alignItems: 'start',
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    ':not(:first-child)': { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
    '@media (max-width: 480px)': { gridTemplateColumns: '20px minmax(0, 1fr)' },
  },
  says: { display: 'grid', gap: tokens.spacingVerticalXS, minWidth: 0 },
  title: { ...typographyStyles.body1Strong, margin: 0, overflowWrap: 'anywhere' },
  line: { ...typographyStyles.body1, margin: 0, overflowWrap: 'anywhere' },
  meta: {
    ...typographyStyles.caption1,
    margin: 0,
    color: tokens.colorNeutralForeground3,
    overflowWrap: 'anywhere',
  },
  go: {
    color: tokens.colorBrandForegroundLink,
    '@media (max-width: 480px)': { gridColumn: 2, paddingTop: tokens.spacingVerticalS },
  },
});

export interface WatchedRowProps {
  readonly site: WatchedSite;
  readonly place?: Place | undefined;
  readonly ways: SignInWays;
  readonly predict: (run: string, template: string, signal: AbortSignal) => Promise<Prediction>;
  readonly hrefOf: (run: string, template?: string) => string;
}

/** One customer's site: what it stands on, what is newer, and where to go for it. Nothing here was read just now. */
export function WatchedRow({ site, place, ways, predict, hrefOf }: WatchedRowProps) {
  const styles = useStyles();
  const { run, title, newer, compared, looked } = site;
  return (
    <li className={styles.root} {...place}>
      <Symbol name={newer ? 'going' : 'empty'} />
      <div className={styles.says}>
        <h3 className={styles.title}>{title}</h3>
        {newer && (
          <>
            <p className={styles.line}>
              <Newer {...newer} />
            </p>
            {looked ? (
              <PredictedUpdate
                id={`${run} ${newer.id}`}
                ways={ways}
                read={(signal) => predict(run, newer.id, signal)}
              />
            ) : (
              <p className={styles.line}>
                <FormattedMessage
                  id="web.updates.unlooked"
                  defaultMessage="Nobody has looked at the site yet. The step looks when it is opened, and says then what it would come to."
                />
              </p>
            )}
          </>
        )}
        <p className={styles.meta}>
          <StandsOn {...site.stands} />
        </p>
      </div>
      <span className={styles.go}>
        <AppLink href={hrefOf(run, compared ? undefined : newer?.id)}>
          <FormattedMessage
            id="web.updates.open"
            defaultMessage="{way, select, on {Go on with New template} take {Open New template with it} other {Open New template}}"
            values={{ way: compared ? 'on' : newer ? 'take' : 'plain' }}
          />
        </AppLink>
      </span>
    </li>
  );
}

function Newer({ name, seen, setUp, from, touched }: MetTemplate) {
  return (
    <>
      <FormattedMessage
        id="web.updates.newer"
        defaultMessage="A newer template is known{named, select, yes {: “{name}”} other {}}, met first on {seen} at “{setUp}”."
        values={{ named: name ? 'yes' : 'no', name, seen: <Day at={seen} />, setUp }}
      />
      {from === 'folder' && (
        <>
          {' '}
          <FormattedMessage
            id="web.updates.newer.folder"
            defaultMessage="It came as a folder, so nobody can tell whether somebody had changed that site."
          />
        </>
      )}
      {touched > 0 && (
        <>
          {' '}
          <FormattedMessage
            id="web.updates.newer.touched"
            defaultMessage="Somebody had changed {n, plural, one {a record} other {# records}} there, and that would be taken for Microsoft’s."
            values={{ n: touched }}
          />
        </>
      )}
    </>
  );
}

function StandsOn({ by, name, since, made, fingerprint }: WatchedSite['stands']) {
  const print = fingerprint.slice(0, 12);
  if (by === 'unknown')
    return (
      <FormattedMessage
        id="web.updates.stands.unknown"
        defaultMessage="Which template the site was made from isn’t known: nobody kept it then."
      />
    );
  return (
    <FormattedMessage
      id="web.updates.stands"
      defaultMessage="{by, select, made {The site stands on the template it was made from, kept on {since}.} dated {The site stands on the template it was made from on {made}, kept on {since}.} other {The site stands on “{name}”, taken over on {since}.}} Fingerprint {print}."
      values={{
        by: by === 'made' && made ? 'dated' : by,
        name,
        since: <Day at={since} />,
        made: <Day at={made ?? since} />,
        print,
      }}
    />
  );
}
