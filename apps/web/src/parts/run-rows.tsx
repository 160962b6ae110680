import { Field, Input, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { StepId } from '@portico/contract/plan';
import type { RunSummary } from '@portico/contract/routes';
import { memo, useDeferredValue, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { FramedList } from '../ui/framed-list.tsx';
import { type Place, together } from '../ui/long-list.tsx';
import { Moment } from '../ui/moment.tsx';
import { AppLink } from '../ui/navigation.tsx';
import { Symbol } from '../ui/symbol.tsx';

const useStyles = makeStyles({
  root: { display: 'grid', gap: tokens.spacingVerticalL },
  find: { maxWidth: '320px' },
  none: { ...typographyStyles.body1, margin: 0 },
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
  const intl = useIntl();
  const [wanted, setWanted] = useState('');
  // The field follows the keys at once; the list follows when there is time.
  const words = useDeferredValue(wanted).trim().toLowerCase();
  return (
    <div className={styles.root}>
      {/* A browser finds only what is drawn. */}
      {runs.length > together && (
        <Field
          className={styles.find}
          label={intl.formatMessage({ id: 'web.runs.find', defaultMessage: 'Find a set-up' })}
        >
          <Input type="search" value={wanted} onChange={(_, { value }) => setWanted(value)} />
        </Field>
      )}
      <Found runs={runs} words={words} stepTitle={stepTitle} hrefOf={hrefOf} />
    </div>
  );
}

/** Drawn again only for other words: not for each key. */
const Found = memo(function Found({ runs, words, stepTitle, hrefOf }: Props & { readonly words: string }) {
  const styles = useStyles();
  const found = words ? runs.filter(({ title }) => title.toLowerCase().includes(words)) : runs;
  const row = ({ id, title, createdAt, createdBy, done, total, next }: RunSummary, place?: Place) => (
    <li key={id} className={styles.row} {...place}>
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
  );
  if (found.length === 0)
    return (
      <p className={styles.none}>
        <FormattedMessage id="web.runs.none" defaultMessage="No set-up has this in its name." />
      </p>
    );
  return <FramedList items={found} draw={row} />;
});
