import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { OperationState } from '@portico/plan/reduce';
import { FormattedMessage } from 'react-intl';
import { Disclosure } from '../ui/disclosure.tsx';
import { companiesOf } from './count-of.ts';

const useStyles = makeStyles({
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(240px, 100%), 1fr))',
    columnGap: tokens.spacingHorizontalM,
    ...typographyStyles.caption1,
    overflowWrap: 'anywhere',
  },
});

/** How many rows of each company have arrived of what is being copied; few at once, many folded away. */
export function CompanyRows({ operation }: { readonly operation: OperationState }) {
  const styles = useStyles();
  const companies = companiesOf(operation);
  if (companies.length === 0) return undefined;
  return (
    <Disclosure
      startOpen={companies.length <= 6}
      label={<FormattedMessage id="web.company-rows" defaultMessage="Rows by company" />}
    >
      <ul className={styles.list}>
        {companies.map(({ company, rows }) => (
          <li key={company}>
            <FormattedMessage
              id="web.company-rows.one"
              defaultMessage="{company}: {rows, plural, one {# row} other {# rows}}"
              values={{ company, rows }}
            />
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
