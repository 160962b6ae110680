import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { UpdateOverview } from '@portico/contract/update';
import { needsOf } from '@portico/contract/update-needs';
import { FormattedMessage } from 'react-intl';
import { useGo } from '../../ui/navigation.tsx';
import { Section } from '../../ui/section.tsx';
import { Symbol } from '../../ui/symbol.tsx';
import { nextOf } from './queue.ts';
import { Questions } from './questions.tsx';
import type { RecordPlace } from './record-place.ts';
import type { Updating } from './update-model.ts';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', gap: tokens.spacingVerticalS },
  row: { display: 'grid', gridTemplateColumns: '20px minmax(0, 1fr)', columnGap: tokens.spacingHorizontalM },
  button: { justifySelf: 'start' },
});

interface Props {
  readonly overview: UpdateOverview;
  readonly update: Updating;
  readonly place: Pick<RecordPlace, 'decisions' | 'signIn'>;
  readonly queue: readonly string[];
}

/** What only a person can say, by reason, and the way to the first of it. */
export function Needs({ overview, update, place, queue }: Props) {
  const styles = useStyles();
  const go = useGo();
  const { records, questions, gone, faults } = overview;
  const conflicts = records.reduce((sum, { open }) => sum + open, 0);
  const inRecords = records.filter(({ open }) => open > 0).length;
  const ticks = records.filter(({ tick }) => tick && tick.allow === undefined).length;
  const first = nextOf(queue, needsOf(overview), undefined, 'on');
  if (!first && questions.length === 0) return null;
  const reasons = [
    questions.length > 0 && (
      <FormattedMessage
        id="web.update.needs.questions"
        defaultMessage="{n, plural, one {One record of the template may be another one on your site, and only a person can say which. What belongs to it waits for that.} other {# records of the template may be other ones on your site, and only a person can say which. What belongs to them waits for that.}}"
        values={{ n: questions.length }}
      />
    ),
    ticks > 0 && (
      <FormattedMessage
        id="web.update.needs.ticks"
        defaultMessage="{n, plural, one {One change that lets people do more, or of a security setting, is} other {# changes that let people do more, or of security settings, are}} to allow or to refuse, each by itself."
        values={{ n: ticks }}
      />
    ),
    conflicts > 0 && (
      <FormattedMessage
        id="web.update.needs.conflicts"
        defaultMessage="{n, plural, one {One conflict} other {# conflicts}} in {records, plural, one {one record} other {# records}}: your site and the new template differ, and nothing but a person can say what shall stand."
        values={{ n: conflicts, records: inRecords }}
      />
    ),
    faults.length > 0 && (
      <FormattedMessage
        id="web.update.needs.faults"
        defaultMessage="{n, plural, one {One text} other {# texts}} wouldn’t work as decided now."
        values={{ n: faults.length }}
      />
    ),
    gone.length > 0 && (
      <FormattedMessage
        id="web.update.needs.gone"
        defaultMessage="{n, plural, one {One record} other {# records}} would refer to something that isn’t there as it is decided now."
        values={{ n: gone.length }}
      />
    ),
  ].filter((reason) => reason !== false);
  return (
    <Section title={<FormattedMessage id="web.update.needs" defaultMessage="What needs you" />}>
      <ul className={styles.list}>
        {reasons.map((reason) => (
          <li key={reason.props.id} className={styles.row}>
            <Symbol name="careful" />
            <span>{reason}</span>
          </li>
        ))}
      </ul>
      <Questions questions={questions} place={place} />
      {first && (
        <Button className={styles.button} onClick={() => go(update.hrefOf(first))}>
          <FormattedMessage id="web.update.first" defaultMessage="Go to the first that needs you" />
        </Button>
      )}
    </Section>
  );
}
