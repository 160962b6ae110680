import { makeStyles, tokens } from '@fluentui/react-components';
import type { Detail } from '@portico/plan/finding';
import { msg } from '@portico/plan/text';
import { FormattedMessage, type MessageDescriptor } from 'react-intl';
import { useSay } from '../text/say.ts';
import { Symbol, type SymbolName } from '../ui/symbol.tsx';

const useStyles = makeStyles({
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'grid',
    gap: tokens.spacingVerticalS,
    minWidth: 'min(16ch, 100%)',
  },
  line: {
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalS,
    overflowWrap: 'break-word',
  },
});

const proves: Readonly<Record<Detail['state'], MessageDescriptor>> = {
  proved: msg({ id: 'web.licence.proved', defaultMessage: 'Proved' }),
  probable: msg({ id: 'web.licence.probable', defaultMessage: 'Probable' }),
  'not-found': msg({ id: 'web.licence.not-found', defaultMessage: 'Not found' }),
  'not-checked': msg({ id: 'web.licence.not-checked', defaultMessage: 'Could not check' }),
};

const symbols: Readonly<Record<Detail['state'], SymbolName>> = {
  proved: 'good',
  probable: 'going',
  'not-found': 'skipped',
  'not-checked': 'unknown',
};

/** What was looked for under a finding, each with how sure we are of it. No red. */
export function DetailList({ details }: { readonly details: readonly Detail[] }) {
  const styles = useStyles();
  const say = useSay();
  return (
    <ul className={styles.list}>
      {details.map((detail, index) => (
        <li key={`${detail.says.id}.${index}`} className={styles.line}>
          <Symbol name={symbols[detail.state]} />
          <span>
            <strong>
              <FormattedMessage {...proves[detail.state]} />
            </strong>
            {': '}
            {say(detail.says)}
          </span>
        </li>
      ))}
    </ul>
  );
}
