import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { bearing } from '@portico/contract/bearing';
import type { MapForecast, SecondsRange, SyncForecast } from '@portico/contract/findings';
import { msg } from '@portico/plan/text';
import { FormattedMessage, useIntl } from 'react-intl';
import { Disclosure } from '../ui/disclosure.tsx';
import { durationRange } from '../ui/duration.ts';
import { Symbol } from '../ui/symbol.tsx';
import { Table } from '../ui/table.tsx';

const useStyles = makeStyles({
  name: { display: 'flex', gap: tokens.spacingHorizontalS, overflowWrap: 'anywhere' },
  number: { fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
  list: { listStyleType: 'none', margin: 0, padding: 0, ...typographyStyles.caption1 },
  inner: { fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground2 },
});

const heads = {
  finance: msg({ id: 'web.forecast.finance', defaultMessage: 'Rows in finance and operations' }),
  dataverse: msg({ id: 'web.forecast.dataverse', defaultMessage: 'Rows in Dataverse' }),
  time: msg({ id: 'web.forecast.time', defaultMessage: 'Takes' }),
};

/** All of it in a sentence: how long, and on what that rests. */
export function ForecastLead({ forecast: { seconds } }: { readonly forecast: SyncForecast }) {
  const intl = useIntl();
  if (!seconds)
    return (
      <FormattedMessage
        id="web.forecast.unknown"
        defaultMessage="Too few rows could be counted to say how long."
      />
    );
  return (
    <FormattedMessage
      id="web.forecast.lead"
      defaultMessage="{range} in all, one map after the other. Counted just now are the rows on each side that a map would copy; Microsoft’s training says about 100 rows a minute, and nobody has published how that varies."
      values={{ range: durationRange(intl, seconds) }}
    />
  );
}

interface TableProps {
  readonly forecast: SyncForecast;
  /** The side that wins: what stands in the way of the other one alone isn't marked. */
  readonly master: string;
}

/** Rows on each side and the time they take: the portal's maps each, and what they need in one line. */
export function SyncForecastTable({ forecast: { maps }, master }: TableProps) {
  const intl = useIntl();
  const needed = maps.filter(({ wanted }) => !wanted);
  return (
    <Table
      stack
      label={intl.formatMessage({ id: 'web.forecast', defaultMessage: 'Rows and time of each table map' })}
      head={[
        <FormattedMessage key="map" id="web.forecast.map" defaultMessage="Table map" />,
        <FormattedMessage key="finance" {...heads.finance} />,
        <FormattedMessage key="dataverse" {...heads.dataverse} />,
        <FormattedMessage key="time" {...heads.time} />,
      ]}
    >
      {maps
        .filter(({ wanted }) => wanted)
        .map((map) => (
          <Row key={map.id} map={map} careful={bearing(map, master).length > 0} />
        ))}
      {needed.length > 0 && <Needed maps={needed} />}
    </Table>
  );
}

function Row({
  map: { name, companies, finance, dataverse, seconds },
  careful,
}: {
  readonly map: MapForecast;
  readonly careful: boolean;
}) {
  const styles = useStyles();
  return (
    <tr>
      <th scope="row">
        <span className={styles.name}>
          {careful && <Symbol name="careful" />}
          {name}
        </span>
        {companies.length > 0 && (
          <div className={styles.inner}>
            <Disclosure
              tight
              label={
                <FormattedMessage
                  id="web.forecast.companies"
                  defaultMessage="{n, plural, one {# company} other {# companies}}"
                  values={{ n: companies.length }}
                />
              }
            >
              <ul className={styles.list}>
                {companies.map((company) => (
                  <li key={company.company}>
                    <FormattedMessage
                      id="web.forecast.company"
                      defaultMessage="{company}: {finance} and {dataverse}, {time}"
                      values={{
                        company: company.company,
                        finance: <Rows count={company.finance} />,
                        dataverse: <Rows count={company.dataverse} />,
                        time: <Time seconds={company.seconds} />,
                      }}
                    />
                  </li>
                ))}
              </ul>
            </Disclosure>
          </div>
        )}
      </th>
      <Figures finance={finance} dataverse={dataverse} seconds={seconds} />
    </tr>
  );
}

function Needed({ maps }: { readonly maps: readonly MapForecast[] }) {
  const styles = useStyles();
  const sum = (of: (map: MapForecast) => number | undefined) =>
    maps.reduce<number>((total, map) => total + (of(map) ?? 0), 0);
  const uncounted = maps.filter(({ seconds }) => !seconds).length;
  return (
    <tr>
      <th scope="row" className={styles.inner}>
        <FormattedMessage
          id="web.forecast.needed"
          defaultMessage="{n, plural, one {# map} other {# maps}} that these need{uncounted, plural, =0 {} one {, # of them not counted} other {, # of them not counted}}"
          values={{ n: maps.length, uncounted }}
        />
      </th>
      <Figures
        finance={sum(({ finance }) => finance)}
        dataverse={sum(({ dataverse }) => dataverse)}
        seconds={[sum(({ seconds }) => seconds?.[0]), sum(({ seconds }) => seconds?.[1])]}
      />
    </tr>
  );
}

interface FiguresProps {
  readonly finance: number | undefined;
  readonly dataverse: number | undefined;
  readonly seconds: SecondsRange | undefined;
}

/** The cells of a line; on a phone each under its column's name. */
function Figures({ finance, dataverse, seconds }: FiguresProps) {
  const styles = useStyles();
  const intl = useIntl();
  return (
    <>
      <td className={styles.number} data-label={intl.formatMessage(heads.finance)}>
        <Rows count={finance} />
      </td>
      <td className={styles.number} data-label={intl.formatMessage(heads.dataverse)}>
        <Rows count={dataverse} />
      </td>
      <td data-label={intl.formatMessage(heads.time)}>
        <Time seconds={seconds} />
      </td>
    </>
  );
}

function Rows({ count }: { readonly count: number | undefined }) {
  return count === undefined ? (
    <FormattedMessage id="web.forecast.uncounted" defaultMessage="not counted" />
  ) : (
    <FormattedMessage
      id="web.forecast.rows"
      defaultMessage="{count, plural, one {# row} other {# rows}}"
      values={{ count }}
    />
  );
}

function Time({ seconds }: { readonly seconds: SecondsRange | undefined }) {
  const intl = useIntl();
  if (!seconds) return <FormattedMessage id="web.forecast.no-time" defaultMessage="can’t be told" />;
  return durationRange(intl, seconds);
}
