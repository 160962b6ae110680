import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { UpdateCell } from '@portico/contract/update';
import type { RecordPlace } from './record-place.ts';
import { Passage, Sides } from './sides.tsx';

const useStyles = makeStyles({
  root: { display: 'grid', gap: tokens.spacingVerticalM, minWidth: 0 },
  path: {
    ...typographyStyles.body1Strong,
    margin: `0 0 ${tokens.spacingVerticalXS}`,
    overflowWrap: 'anywhere',
  },
});

const words = (value: unknown): string =>
  value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value, null, 2);

/** Of settings that are kept as JSON: the places that both changed. */
export function Places({
  cell: { merged },
  place,
}: {
  readonly cell: UpdateCell;
  readonly place: RecordPlace;
}) {
  const styles = useStyles();
  if (merged.state !== 'conflict' || !merged.places) return null;
  return (
    <div className={styles.root}>
      {merged.places.map(({ path, base, ours, theirs }) => (
        <div key={path.join('/')}>
          <p className={styles.path}>{path.join(' › ')}</p>
          <Sides
            place={place}
            base={<Passage text={words(base)} />}
            ours={<Passage text={words(ours)} />}
            theirs={<Passage text={words(theirs)} />}
          />
        </div>
      ))}
    </div>
  );
}
