import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { UpdateCell, UpdateRecord } from '@portico/contract/update';
import { FormattedMessage, useIntl } from 'react-intl';
import { Note } from '../../ui/note.tsx';
import { Symbol } from '../../ui/symbol.tsx';
import { cellName } from './cell-names.ts';
import type { RecordPlace } from './record-place.ts';
import { readShown, type RightChange } from './tick.ts';
import { valueWords } from './value-words.ts';
import { Ways } from './ways.tsx';
import { namesFor } from './with-names.ts';

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gap: tokens.spacingVerticalM,
    outlineStyle: 'none',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '4px' },
  },
  title: { ...typographyStyles.subtitle2, margin: 0 },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', gap: tokens.spacingVerticalS },
  row: { display: 'grid', gridTemplateColumns: '20px minmax(0, 1fr)', columnGap: tokens.spacingHorizontalM },
});

interface Props {
  readonly record: UpdateRecord;
  readonly cells: readonly UpdateCell[];
  readonly titles: ReadonlyMap<string, string>;
  readonly place: RecordPlace;
}

/** What a setting that needs a tick is about; its name begins with that. */
const settingOf = (name: string): 'sign' | 'api' | 'browser' =>
  /^authentication/i.test(name) ? 'sign' : /^webapi/i.test(name) ? 'api' : 'browser';

/** Who may do what: exactly what would become wider, and a tick for that and nothing else. */
export function Rights({ record: { id, table, title, tick, narrower }, cells, titles, place }: Props) {
  const styles = useStyles();
  if (!tick)
    return narrower ? (
      <Note
        tone="careful"
        title={
          <FormattedMessage
            id="web.update.rights.narrower"
            defaultMessage="As it is decided now, “{title}” lets people do less than today."
            values={{ title }}
          />
        }
      >
        <FormattedMessage
          id="web.update.rights.narrower.lead"
          defaultMessage="Nobody has to allow that. To let them do what they do today, keep yours below."
        />
      </Note>
    ) : null;
  const setting = table === 'adx_sitesetting' ? settingOf(title) : 'none';
  const shown = readShown(tick.shown, cells);
  const ids =
    shown?.changes.flatMap(({ before, after }) => [before ?? [], after ?? []].flat().map(String)) ?? [];
  const names = namesFor(ids, Object.assign({}, ...cells.map((cell) => cell.names)), titles);
  const choice = (allow: boolean) => ({ kind: 'tick', record: id, allow, shown: tick.shown }) as const;
  return (
    <section
      className={styles.root}
      aria-labelledby="rights"
      tabIndex={-1}
      data-stop={tick.allow === undefined ? '' : undefined}
    >
      <h2 className={styles.title} id="rights">
        <FormattedMessage
          id="web.update.rights"
          defaultMessage="{setting, select, none {This decides who may do what} other {This is a security setting}}"
          values={{ setting }}
        />
      </h2>
      <Note
        tone="careful"
        title={
          tick.effect === 'wider' ? (
            <FormattedMessage
              id="web.update.rights.wider"
              defaultMessage="With this change “{title}” lets people do more than today:"
              values={{ title }}
            />
          ) : (
            <FormattedMessage
              id="web.update.rights.unclear"
              defaultMessage="{setting, select, none {Nobody can tell by itself whether “{title}” then lets people do more than today:} sign {“{title}” decides how people sign in and stay signed in. Whether it is safer or less safe then only a person can tell:} api {“{title}” decides what the site’s Web API gives out. Whether it is safer or less safe then only a person can tell:} other {“{title}” tells browsers what to allow on the site’s pages. Whether it is safer or less safe then only a person can tell:}}"
              values={{ title, setting }}
            />
          )
        }
      >
        {shown ? (
          <ul className={styles.list}>
            {!shown.there && (
              <li>
                <FormattedMessage
                  id="web.update.rights.gone"
                  defaultMessage="The record is deactivated: what it granted, forbade or set no longer counts."
                />
              </li>
            )}
            {shown.changes.map((change) => (
              <li key={change.cell} className={styles.row}>
                <Symbol
                  name={
                    change.effect === 'wider' ? 'careful' : change.effect === 'narrower' ? 'good' : 'unknown'
                  }
                />
                <RightWords change={change} names={names} />
              </li>
            ))}
          </ul>
        ) : (
          <code>{tick.shown}</code>
        )}
      </Note>
      <Ways
        label={title}
        decisions={place.decisions}
        signIn={place.signIn}
        ways={[
          {
            label: (
              <FormattedMessage id="web.update.rights.allow" defaultMessage="Allow exactly this change" />
            ),
            choice: choice(true),
          },
          {
            label: (
              <FormattedMessage
                id="web.update.rights.keep"
                defaultMessage="{setting, select, none {Keep the rights as they are today} other {Keep the setting as it is today}}"
                values={{ setting }}
              />
            ),
            choice: choice(false),
          },
        ]}
        otherwise={
          <FormattedMessage
            id="web.update.rights.open"
            defaultMessage="Nobody has decided this yet. It is asked for each record by itself."
          />
        }
      />
    </section>
  );
}

/** One line: “Wider: Write, from no to yes”. */
function RightWords({
  change,
  names,
}: {
  readonly change: RightChange;
  readonly names: UpdateCell['names'];
}) {
  const intl = useIntl();
  const { cell, before, after, added, removed, effect } = change;
  const words = (value: unknown) => valueWords(intl, cell, value, names);
  const none = intl.formatMessage({ id: 'web.update.rights.none', defaultMessage: 'nothing' });
  const isFlag = typeof (before ?? after) === 'boolean';
  if (added.length + removed.length > 0)
    return (
      <span>
        <FormattedMessage
          id="web.update.rights.set"
          defaultMessage="{effect, select, wider {Wider} other {Narrower}}: {cell}{add, plural, =0 {} other {, also {added}}}{take, plural, =0 {} other {, no longer {removed}}}"
          values={{
            effect,
            cell: cellName(intl, cell),
            add: added.length,
            take: removed.length,
            added: words(added),
            removed: words(removed),
          }}
        />
      </span>
    );
  return (
    <span>
      <FormattedMessage
        id="web.update.rights.value"
        defaultMessage="{effect, select, wider {Wider} narrower {Narrower} other {Changed}}: {cell}, from {before} to {after}"
        values={{
          effect,
          cell: cellName(intl, cell),
          before: isFlag ? words(before ?? false) : words(before) || none,
          after: isFlag ? words(after ?? false) : words(after) || none,
        }}
      />
    </span>
  );
}
