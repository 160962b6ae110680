import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { ErrorSample } from '@portico/contract/findings';
import { FormattedMessage } from 'react-intl';

const useStyles = makeStyles({
  list: {
    ...typographyStyles.caption1,
    margin: 0,
    paddingInlineStart: tokens.spacingHorizontalL,
    color: tokens.colorNeutralForeground2,
    overflowWrap: 'anywhere',
  },
});

/** Rows that met an error, up to five: company, record, field, and the value that was looked for. */
export function MapErrorSamples({ samples }: { readonly samples: readonly ErrorSample[] }) {
  const styles = useStyles();
  const rows = samples.filter(({ record, field }) => record ?? field);
  if (rows.length === 0) return null;
  return (
    <ul className={styles.list}>
      {rows.map(({ company = '', record = '', field = '', value = '' }, index) => (
        <li key={index}>
          <FormattedMessage
            id="web.map-errors.row"
            defaultMessage="{hasCompany, select, true {{company}, } other {}}record {hasRecord, select, true {{record}} other {unnamed}}{hasField, select, true {, field {field}} other {}}{hasValue, select, true {: {value}} other {}}"
            values={{
              company,
              record,
              field,
              value,
              hasCompany: company !== '',
              hasRecord: record !== '',
              hasField: field !== '',
              hasValue: value !== '',
            }}
          />
        </li>
      ))}
    </ul>
  );
}
