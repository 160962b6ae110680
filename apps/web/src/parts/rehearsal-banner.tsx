import { Link, makeStyles, tokens } from '@fluentui/react-components';
import type { PublicConfig } from '@portico/contract/public-config';
import { Beaker20Regular } from '@fluentui/react-icons/svg/beaker';
import { FormattedMessage } from 'react-intl';

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
  words: { flex: '1 1 240px', margin: 0 },
});

/** Says on each page that nothing here is real. */
export function RehearsalBanner({ cloud }: Pick<PublicConfig, 'cloud'>) {
  const styles = useStyles();
  if (!cloud.rehearsal) return null;
  return (
    <div className={styles.root}>
      <Beaker20Regular aria-hidden />
      <p className={styles.words}>
        <strong>
          <FormattedMessage id="web.rehearsal" defaultMessage="Rehearsal." />
        </strong>{' '}
        <FormattedMessage
          id="web.rehearsal.words"
          defaultMessage="You talk to an imitation of Microsoft’s services. Nothing real is read or changed."
        />{' '}
        {cloud.scenario && (
          <FormattedMessage
            id="web.rehearsal.scenario"
            defaultMessage="Scenario: {scenario}."
            values={{ scenario: cloud.scenario }}
          />
        )}
      </p>
      {cloud.controlUrl && (
        <Link href={cloud.controlUrl} target="_blank" rel="noreferrer" inline>
          <FormattedMessage id="web.rehearsal.controls" defaultMessage="Speed and faults" />
        </Link>
      )}
    </div>
  );
}
