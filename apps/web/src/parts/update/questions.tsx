import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { UpdateQuestion } from '@portico/contract/update';
import { FormattedMessage, useIntl } from 'react-intl';
import type { RecordPlace } from './record-place.ts';
import { tableName } from './table-names.ts';
import { Ways } from './ways.tsx';

const useStyles = makeStyles({
  box: {
    display: 'grid',
    gap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  title: { ...typographyStyles.body1Strong, margin: 0 },
  lead: { ...typographyStyles.body1, margin: 0, color: tokens.colorNeutralForeground2 },
});

interface Props {
  readonly questions: readonly UpdateQuestion[];
  readonly place: Pick<RecordPlace, 'decisions' | 'signIn'>;
}

/** Which record of the site one of the template is: nothing but a person can tell. */
export function Questions({ questions, place }: Props) {
  const styles = useStyles();
  const intl = useIntl();
  return questions.flatMap(({ kind, table, theirs, candidates }) =>
    theirs.map(({ id, title }) => {
      const twins = candidates.filter((one) => one.title === title).length > 1;
      return (
        <div key={id} className={styles.box}>
          <h3 className={styles.title}>
            <FormattedMessage
              id="web.update.question"
              defaultMessage="{kind, select, renamed {Was “{title}” of the template something else on your site before?} other {Which record of your site is “{title}” of the template?}}"
              values={{ kind, title }}
            />
          </h3>
          <p className={styles.lead}>
            {kind === 'renamed' ? (
              <FormattedMessage
                id="web.update.question.renamed"
                defaultMessage="{kinds}. It says nearly the same as a record that the template no longer has under its old name. If it is that one, your changes go with it."
                values={{ kinds: tableName(intl, table) }}
              />
            ) : (
              <FormattedMessage
                id="web.update.question.ambiguous"
                defaultMessage="{kinds}. Several are called the same. Choose the one that it belongs to, or that it is none of them."
                values={{ kinds: tableName(intl, table) }}
              />
            )}
          </p>
          <Ways
            label={title}
            decisions={place.decisions}
            signIn={place.signIn}
            ways={[
              ...candidates.map((one) => ({
                label: (
                  <FormattedMessage
                    id="web.update.question.is"
                    defaultMessage="It is “{title}”{twins, select, yes { ({id})} other {}}"
                    // Of several alike in all else the id is what tells them apart.
                    values={{
                      title: one.title,
                      twins: twins ? 'yes' : 'no',
                      id: [one.where, one.id.slice(0, 8)].filter(Boolean).join(', '),
                    }}
                  />
                ),
                choice: { kind: 'same', theirs: id, is: one.id } as const,
              })),
              {
                label: <FormattedMessage id="web.update.question.new" defaultMessage="It is a new record" />,
                choice: { kind: 'same', theirs: id, is: 'new' } as const,
              },
            ]}
            otherwise={
              <FormattedMessage id="web.update.undecided" defaultMessage="Nobody has decided this yet." />
            }
          />
        </div>
      );
    }),
  );
}
