import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { ErrorSample } from '@portico/contract/findings';
import { FormattedMessage } from 'react-intl';
import { CopyButton } from '../ui/copy-button.tsx';
import { Disclosure } from '../ui/disclosure.tsx';

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalS,
    justifyItems: 'start',
    maxWidth: '100%',
  },
  quote: {
    ...typographyStyles.caption1,
    margin: 0,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    borderLeft: `3px solid ${tokens.colorNeutralStroke1}`,
    color: tokens.colorNeutralForeground2,
    overflowWrap: 'anywhere',
  },
  ids: {
    ...typographyStyles.caption1,
    margin: 0,
    color: tokens.colorNeutralForeground2,
    overflowWrap: 'anywhere',
  },
});

/** What Microsoft said, word for word, with the ids that its support asks for; to copy. */
export function MapErrorWords({
  samples,
  open = false,
}: {
  readonly samples: readonly ErrorSample[];
  /** Nothing better can be said. */
  readonly open?: boolean;
}) {
  return open ? (
    <Words samples={samples} />
  ) : (
    <Disclosure
      tight
      label={<FormattedMessage id="web.map-errors.words" defaultMessage="Microsoft’s words and ids" />}
    >
      <Words samples={samples} />
    </Disclosure>
  );
}

function Words({ samples }: { readonly samples: readonly ErrorSample[] }) {
  const styles = useStyles();
  const messages = [...new Set(samples.map(({ message }) => message))];
  const [first] = samples;
  const jobs = [...new Set(samples.flatMap(({ job }) => job ?? []))].join(', ');
  return (
    <div className={styles.root}>
      {messages.map((message) => (
        <blockquote key={message} className={styles.quote}>
          {message}
        </blockquote>
      ))}
      {jobs && (
        <p className={styles.ids}>
          <FormattedMessage
            id="web.map-errors.job"
            defaultMessage="Job in finance and operations: {jobs}. Data management, “Job history”, column “Execution group id”."
            values={{ jobs }}
          />
        </p>
      )}
      {first?.request && (
        <p className={styles.ids}>
          <FormattedMessage
            id="web.map-errors.request"
            defaultMessage="Request id: {id}"
            values={{ id: first.request }}
          />
        </p>
      )}
      {first?.activity && (
        <p className={styles.ids}>
          <FormattedMessage
            id="web.map-errors.activity"
            defaultMessage="Root activity id: {id}"
            values={{ id: first.activity }}
          />
        </p>
      )}
      <CopyButton text={() => JSON.stringify(samples, null, 2)} />
    </div>
  );
}
