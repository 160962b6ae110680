import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { FormattedMessage } from 'react-intl';
import { Note } from '../ui/note.tsx';

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

interface Props {
  readonly taken: string;
  readonly free: readonly string[];
  readonly onPick: (subdomain: string) => void;
}

/** An address that somebody has, and others that may be free. */
export function FreeAddresses({ taken, free, onPick }: Props) {
  const styles = useStyles();
  return (
    <Note
      tone="careful"
      title={<FormattedMessage id="web.address.taken" defaultMessage="{taken} is taken" values={{ taken }} />}
    >
      <span>
        <FormattedMessage
          id="web.address.taken.why"
          defaultMessage="Addresses are shared by all of Microsoft’s customers. If it was yours and you have just deleted its site, it may be free again within an hour. Otherwise try one of these; only Microsoft knows whether it is free."
        />
      </span>
      <div className={styles.row}>
        {free.map((subdomain) => (
          <Button key={subdomain} onClick={() => onPick(subdomain)}>
            {subdomain}
          </Button>
        ))}
      </div>
    </Note>
  );
}
