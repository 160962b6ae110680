import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { FormattedMessage } from 'react-intl';

const useStyles = makeStyles({
  root: { display: 'flex', flexWrap: 'wrap', alignItems: 'end', gap: tokens.spacingHorizontalM },
  words: { flexGrow: 1, minWidth: 'min(240px, 100%)' },
});

interface Props {
  readonly label: string;
  readonly onSearch: (words: string) => void;
}

/** Words to find rows by. Nothing is asked while somebody types: each question goes to Microsoft. */
export function SearchField({ label, onSearch }: Props) {
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
    </search>
  );
}
