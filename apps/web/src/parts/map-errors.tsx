import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { ErrorGroup, NeededMap } from '@portico/contract/findings';
import { FormattedList, FormattedMessage } from 'react-intl';
import { ownerNames } from '../text/names.ts';
import { useSay } from '../text/say.ts';
import { Symbol } from '../ui/symbol.tsx';
import { MapErrorSamples } from './map-error-samples.tsx';
import { MapErrorWords } from './map-error-words.tsx';
import { MapStateWords } from './map-state.tsx';
import { RemedySteps } from './remedy-steps.tsx';

const useStyles = makeStyles({
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalL,
  },
  group: {
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalS,
    maxWidth: '72ch',
  },
  body: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalS,
    justifyItems: 'start',
  },
  cause: { ...typographyStyles.body1Strong, margin: 0, overflowWrap: 'anywhere' },
  line: { margin: 0, color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
});

/** What went wrong with a map: one entry for each cause, the worst first, with what helps and who can do it. */
export function MapErrors({ errors }: { readonly errors: readonly ErrorGroup[] }) {
  const styles = useStyles();
  return (
    <ul className={styles.list}>
      {errors.map((group, index) => (
        <li key={`${group.id}.${index}`} className={styles.group}>
          <Symbol name="bad" />
          <Group group={group} />
        </li>
      ))}
    </ul>
  );
}

function Group({ group }: { readonly group: ErrorGroup }) {
  const styles = useStyles();
  const say = useSay();
  const { cause, remedy, needs, count, companies } = group;
  return (
    <div className={styles.body}>
      <p className={styles.cause}>
        {cause ? (
          say(cause)
        ) : (
          <FormattedMessage
            id="web.map-errors.unknown"
            defaultMessage="Nobody has written down what this means. Microsoft’s words, as they came:"
          />
        )}
      </p>
      {!cause && <MapErrorWords samples={group.samples} open />}
      <p className={styles.line}>
        <FormattedMessage
          id="web.map-errors.count"
          defaultMessage="{count, plural, one {# error} other {# errors}}{n, plural, =0 {} other { in {companies}}}"
          values={{
            count,
            n: companies.length,
            companies: <FormattedList type="conjunction" value={companies} />,
          }}
        />
        {remedy && (
          <>
            {' · '}
            <FormattedMessage
              id="web.map-errors.owner"
              defaultMessage="Can be done by: {owner}"
              values={{ owner: <FormattedMessage {...ownerNames[remedy.owner]} /> }}
            />
          </>
        )}
      </p>
      {needs && <Needed needs={needs} />}
      {remedy && <RemedySteps remedy={remedy} />}
      <MapErrorSamples samples={group.samples} />
      {cause && <MapErrorWords samples={group.samples} />}
    </div>
  );
}

/** The map whose rows are missing, and whether it runs. */
function Needed({ needs: { set, name, state } }: { readonly needs: NeededMap }) {
  const styles = useStyles();
  return (
    <p className={styles.line}>
      <FormattedMessage
        id="web.map-errors.needs"
        defaultMessage="The rows it refers to come by {map}."
        values={{ map: <strong>{name ?? set}</strong> }}
      />{' '}
      {state && <MapStateWords state={state} />}
    </p>
  );
}
