import { Button, Field, Input, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { FormEvent } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { Draft } from '../data/drafts.ts';
import { useDraft } from '../data/use-draft.ts';
import { Section } from '../ui/section.tsx';

const useStyles = makeStyles({
  form: {
    display: 'grid',
    gap: tokens.spacingVerticalM,
    justifyItems: 'stretch',
    padding: tokens.spacingHorizontalXL,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    '@media (max-width: 480px)': { padding: tokens.spacingHorizontalL },
  },
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM, alignItems: 'center' },
  reason: { ...typographyStyles.body1, color: tokens.colorNeutralForeground2 },
});

interface Props {
  readonly first: boolean;
  readonly busy: boolean;
  readonly draft: Draft;
  readonly onCreate: (title: string) => void;
}

/** Begins a set-up: a name is all it takes. */
export function NewRun({ first, busy, draft, onCreate }: Props) {
  const styles = useStyles();
  const intl = useIntl();
  const [title = '', setTitle] = useDraft(draft, (kept) => (typeof kept === 'string' ? kept : undefined));
  const ready = title.trim().length > 0;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (ready && !busy) onCreate(title.trim());
  };
  return (
    <Section
      title={
        first ? (
          <FormattedMessage id="web.new-run.first" defaultMessage="Begin your first set-up" />
        ) : (
          <FormattedMessage id="web.new-run" defaultMessage="Begin another set-up" />
        )
      }
    >
      <form className={styles.form} onSubmit={submit}>
        <Field
          label={intl.formatMessage({ id: 'web.new-run.name', defaultMessage: 'Customer' })}
          hint={intl.formatMessage({
            id: 'web.new-run.hint',
            defaultMessage: 'Only you and your colleagues see this name.',
          })}
        >
          <Input
            value={title}
            maxLength={120}
            autoComplete="organization"
            onChange={(_, { value }) => setTitle(value)}
          />
        </Field>
        <div className={styles.row}>
          <Button
            type="submit"
            appearance={first ? 'primary' : 'secondary'}
            disabledFocusable={!ready || busy}
          >
            <FormattedMessage id="web.new-run.begin" defaultMessage="Begin the set-up" />
          </Button>
          {!ready && (
            <span className={styles.reason}>
              <FormattedMessage id="web.new-run.missing" defaultMessage="Name the customer first." />
            </span>
          )}
        </div>
      </form>
    </Section>
  );
}
