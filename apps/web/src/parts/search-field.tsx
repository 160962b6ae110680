import { Button, Field, Input, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { mostChoices } from '@portico/contract/routes';
import { useState } from 'react';
import { FormattedMessage } from 'react-intl';

const useStyles = makeStyles({
  root: { display: 'flex', flexWrap: 'wrap', alignItems: 'end', gap: tokens.spacingHorizontalM },
  words: { flexGrow: 1, minWidth: 'min(240px, 100%)' },
  cut: {
    ...typographyStyles.caption1,
    color: tokens.colorNeutralForeground2,
    margin: `${tokens.spacingVerticalXS} 0 0`,
  },
});

interface Props {
  readonly label: string;
  readonly onSearch: (words: string) => void;
  /** So many were found; of more than are shown that is said. */
  readonly found: number;
}

/** Words to find rows by. Nothing is asked while somebody types: each question goes to Microsoft. */
export function SearchField({ label, onSearch, found }: Props) {
  const styles = useStyles();
  const [words, setWords] = useState('');
  return (
    <search>
      <form
        className={styles.root}
        onSubmit={(event) => {
          event.preventDefault();
          onSearch(words);
        }}
      >
        <Field className={styles.words} label={label}>
          <Input value={words} maxLength={100} onChange={(_, { value }) => setWords(value)} />
        </Field>
        <Button type="submit">
          <FormattedMessage id="web.search" defaultMessage="Find" />
        </Button>
      </form>
      {found > mostChoices && (
        <p className={styles.cut}>
          <FormattedMessage
            id="web.search.cut"
            defaultMessage="There are more: these are the first {most}. More words find the others."
            values={{ most: mostChoices }}
          />
        </p>
      )}
    </search>
  );
}
