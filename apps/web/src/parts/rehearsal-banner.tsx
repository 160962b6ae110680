import { makeStyles, tokens } from '@fluentui/react-components';
import type { PublicConfig } from '@portico/contract/public-config';
import { Beaker20Regular } from '@fluentui/react-icons/svg/beaker';
import { FormattedMessage, type IntlShape, useIntl } from 'react-intl';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalM}`,
    alignItems: 'center',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    backgroundColor: tokens.colorPaletteMarigoldBackground2,
    borderBottom: `1px solid ${tokens.colorPaletteMarigoldBorder2}`,
    color: tokens.colorNeutralForeground1,
    '@media (max-height: 480px)': { padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalM}` },
  },
  // The theme's link colour has too little contrast on this ground when it is dark; and Fluent's link weighs more
  // than the rest of the banner, on the first screen.
  link: {
    color: 'inherit',
    borderRadius: tokens.borderRadiusMedium,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
  },
  // At high zoom only the first word and the scenario stay.
  long: { '@media (max-height: 480px)': { display: 'none' } },
  words: { flex: '1 1 240px', margin: 0 },
});

/** Says on each page that nothing here is real. */
export function RehearsalBanner({ cloud }: Pick<PublicConfig, 'cloud'>) {
  const styles = useStyles();
  const intl = useIntl();
  const { speed } = cloud;
  if (!cloud.rehearsal) return null;
  return (
    <section className={styles.root} aria-labelledby="rehearsal">
      <Beaker20Regular aria-hidden />
      <p className={styles.words}>
        <strong id="rehearsal">
          <FormattedMessage id="web.rehearsal" defaultMessage="Rehearsal." />
        </strong>{' '}
        <span className={styles.long}>
          <FormattedMessage
            id="web.rehearsal.words"
            defaultMessage="You talk to an imitation of Microsoft’s services. Nothing real is read or changed."
          />{' '}
          {speed !== undefined && speed > 1 && (
            <FormattedMessage
              id="web.rehearsal.speed"
              defaultMessage="Minutes pass in seconds: what takes Microsoft an hour is over in {time}."
              values={{ time: anHour(intl, speed) }}
            />
          )}
          {speed === 0 && (
            <FormattedMessage
              id="web.rehearsal.still"
              defaultMessage="Its time stands still: nothing that takes time comes to an end."
            />
          )}{' '}
        </span>
        {cloud.scenario && (
          <FormattedMessage
            id="web.rehearsal.scenario"
            defaultMessage="Scenario: {scenario}."
            values={{ scenario: cloud.scenario }}
          />
        )}
      </p>
      {cloud.controlUrl && (
        <a className={styles.link} href={cloud.controlUrl} target="_blank" rel="noreferrer">
          <FormattedMessage id="web.rehearsal.controls" defaultMessage="Change scenario, speed and faults" />
        </a>
      )}
    </section>
  );
}

/** How long an hour lasts here. Before the sign-in the API's texts aren't there yet, and its durations with them. */
function anHour(intl: IntlShape, speed: number): string {
  const seconds = 3600 / speed;
  const [n, unit] = seconds < 90 ? [seconds, 'second'] : [seconds / 60, 'minute'];
  return intl.formatNumber(n, { style: 'unit', unit, unitDisplay: 'long', maximumFractionDigits: 0 });
}
