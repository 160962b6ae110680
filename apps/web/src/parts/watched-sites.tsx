import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { WatchedSite, Watching } from '@portico/contract/watching';
import { FormattedMessage } from 'react-intl';
import { FramedList } from '../ui/framed-list.tsx';
import type { Place } from '../ui/long-list.tsx';
import { Note } from '../ui/note.tsx';
import { Section } from '../ui/section.tsx';
import type { SignInWays } from './sign-in-ways.tsx';
import { WatchedRow, type WatchedRowProps } from './watched-row.tsx';

const useStyles = makeStyles({
  root: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalXXL },
  quiet: { ...typographyStyles.body1, margin: 0, color: tokens.colorNeutralForeground2, maxWidth: '68ch' },
});

interface Props extends Watching, Pick<WatchedRowProps, 'predict' | 'hrefOf'> {
  readonly ways: SignInWays;
}

/** Sites of customers, those for which a newer template is known first. */
export function WatchedSites({ sites, others, ...row }: Props) {
  const styles = useStyles();
  const [moved, still] = [sites.filter(({ newer }) => newer), sites.filter(({ newer }) => !newer)];
  const one = (site: WatchedSite, place?: Place) => (
    <WatchedRow key={site.run} site={site} place={place} {...row} />
  );
  return (
    <div className={styles.root}>
      <Note>
        <span>
          {sites.length === 0 ? (
            <FormattedMessage
              id="web.updates.none"
              defaultMessage="No site is kept yet. A site shows here once its set-up has created it, or once its step “New template” was compared for the first time."
            />
          ) : (
            <FormattedMessage
              id="web.updates.how"
              defaultMessage="Microsoft publishes no list of templates. One is known here as soon as a set-up has read it from a reference site, or was given it as a file or a folder."
            />
          )}
        </span>
      </Note>
      {moved.length > 0 && (
        <Section
          title={
            <FormattedMessage
              id="web.updates.moved"
              defaultMessage="A newer template is known for {n, plural, one {# site} other {# sites}}"
              values={{ n: moved.length }}
            />
          }
          lead={
            <FormattedMessage
              id="web.updates.moved.lead"
              defaultMessage="What each would come to is predicted by how the site was when somebody looked last. Only the step itself looks again, and what it shows then counts."
            />
          }
        >
          <FramedList items={moved} draw={one} />
        </Section>
      )}
      {still.length > 0 && (
        <Section
          title={
            <FormattedMessage
              id="web.updates.still"
              defaultMessage="No newer template is known for {n, plural, one {# site} other {# sites}}"
              values={{ n: still.length }}
            />
          }
        >
          <FramedList items={still} draw={one} />
        </Section>
      )}
      {others > 0 && (
        <p className={styles.quiet}>
          <FormattedMessage
            id="web.updates.others"
            defaultMessage="{n, plural, one {# set-up isn’t listed: its site isn’t kept yet.} other {# set-ups aren’t listed: their sites aren’t kept yet.}}"
            values={{ n: others }}
          />
        </p>
      )}
    </div>
  );
}
