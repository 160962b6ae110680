import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { StepId } from '@portico/contract/plan';
import type { RunSummary } from '@portico/contract/routes';
import { FormattedMessage } from 'react-intl';
import { Moment } from '../ui/moment.tsx';
import { AppLink } from '../ui/navigation.tsx';
import { Symbol } from '../ui/symbol.tsx';

const useStyles = makeStyles({
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    overflow: 'hidden',
  },
  row: {
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 1fr) auto',
    columnGap: tokens.spacingHorizontalM,
    alignItems: 'center',
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    ':not(:first-child)': { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
    '@media (max-width: 480px)': { gridTemplateColumns: '20px minmax(0, 1fr)' },
  },
  name: { ...typographyStyles.body1Strong, color: tokens.colorBrandForegroundLink, overflowWrap: 'anywhere' },
  meta: { ...typographyStyles.caption1, display: 'block', color: tokens.colorNeutralForeground3 },
  go: {
    color: tokens.colorBrandForegroundLink,
    '@media (max-width: 480px)': { gridColumn: 2, paddingTop: tokens.spacingVerticalS },
  },
});

interface Props {
  readonly runs: readonly RunSummary[];
  readonly stepTitle: (step: StepId) => string;
  readonly hrefOf: (run: string, step?: StepId) => string;
}

/** One row a set-up: how far it is, and straight on to the first thing that needs the person. */
export function RunRows({ runs, stepTitle, hrefOf }: Props) {
  const styles = useStyles();
  return (
    <ul className={styles.list}>
      {runs.map(({ id, title, createdAt, createdBy, done, total, next }) => (
        <li key={id} className={styles.row}>
          <Symbol name={done === total ? 'good' : 'going'} />
          <span>
            <AppLink href={hrefOf(id)} className={styles.name}>
              {title}
            </AppLink>
            <span className={styles.meta}>
              <FormattedMessage
                id="web.runs.row"
                defaultMessage="{done} of {total} done · begun {at} by {who}"
                values={{ done, total, at: <Moment at={createdAt} />, who: createdBy.name }}
              />
            </span>
          </span>
          {next && (
            <AppLink href={hrefOf(id, next)} className={styles.go}>
              <FormattedMessage
                id="web.runs.continue"
                defaultMessage="Continue with {step}"
                values={{ step: stepTitle(next) }}
              />
            </AppLink>
          )}
        </li>
      ))}
    </ul>
  );
}
