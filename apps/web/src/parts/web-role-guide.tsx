import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { Choice } from '@portico/contract/routes';
import { FormattedMessage } from 'react-intl';
import { isSuggested, roleWords } from './web-role-words.ts';

const useStyles = makeStyles({
  root: { display: 'grid', gap: tokens.spacingVerticalS, minWidth: 0 },
  title: { ...typographyStyles.body1Strong, margin: 0 },
  list: {
    margin: 0,
    display: 'grid',
    gridTemplateColumns: 'minmax(0, max-content) minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalXS,
    overflowWrap: 'anywhere',
    '@media (max-width: 560px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  words: { margin: 0, color: tokens.colorNeutralForeground2 },
});

/** What each web role sees, before anybody chooses one; and which a customer's contact usually needs. */
export function WebRoleGuide({ roles }: { readonly roles: readonly Choice[] }) {
  const styles = useStyles();
  const given = roles.filter(({ fitness }) => fitness > 0);
  if (given.length === 0) return null;
  return (
    <div className={styles.root}>
      <h3 className={styles.title}>
        <FormattedMessage id="web.roles" defaultMessage="What each web role sees" />
      </h3>
      <dl className={styles.list}>
        {given.map(({ value, label }) => (
          <Role key={value} name={label} />
        ))}
      </dl>
    </div>
  );
}

function Role({ name }: { readonly name: string }) {
  const styles = useStyles();
  return (
    <>
      <dt>{name}</dt>
      <dd className={styles.words}>
        <FormattedMessage {...roleWords(name)} />
        {isSuggested(name) && (
          <>
            {' '}
            <FormattedMessage
              id="web.roles.suggested"
              defaultMessage="Suggested: enough for most contacts of a customer, and it shows least."
            />
          </>
        )}
      </dd>
    </>
  );
}
