import { makeStyles, tokens } from '@fluentui/react-components';
import type { PublicConfig } from '@portico/contract/public-config';
import type { ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';
import { useCloudNow } from '../data/use-cloud-now.ts';
import { RehearsalBanner } from '../parts/rehearsal-banner.tsx';
import { TopBar } from './top-bar.tsx';

const wide = '@media (min-width: 1280px)';
const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', minHeight: '100vh' },
  skip: {
    position: 'absolute',
    insetInlineStart: tokens.spacingHorizontalM,
    top: '-100px',
    zIndex: 10,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorBrandForegroundLink,
    boxShadow: tokens.shadow8,
    ':focus': { top: tokens.spacingVerticalS },
  },
  body: {
    display: 'grid',
    flexGrow: 1,
    gridTemplateColumns: '264px minmax(0, 1fr)',
    gridTemplateRows: 'minmax(0, 1fr)',
    [wide]: { gridTemplateColumns: '264px minmax(0, 1fr) 320px' },
    '@media (max-width: 900px)': {
      gridTemplateColumns: 'minmax(0, 1fr)',
      gridTemplateRows: 'auto minmax(0, 1fr)',
    },
    '@media print': { display: 'block' },
  },
  single: { gridTemplateColumns: 'minmax(0, 1fr)', [wide]: { gridTemplateColumns: 'minmax(0, 1fr)' } },
  rail: {
    backgroundColor: tokens.colorNeutralBackground2,
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media (max-width: 900px)': {
      borderRight: 'none',
      borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    },
    '@media print': { display: 'none' },
  },
  main: {
    display: 'flex',
    flexDirection: 'column',
    minWidth: 0,
    padding: `${tokens.spacingVerticalXXXL} ${tokens.spacingHorizontalXXL} 0`,
    '@media (max-width: 640px)': { padding: `${tokens.spacingVerticalXL} ${tokens.spacingHorizontalL} 0` },
    '@media print': { padding: 0 },
  },
  column: {
    display: 'flex',
    flexDirection: 'column',
    flexGrow: 1,
    width: '100%',
    maxWidth: '760px',
    marginInline: 'auto',
    minWidth: 0,
    '@media print': { maxWidth: 'none' },
  },
  side: {
    display: 'none',
    [wide]: { display: 'block' },
    padding: `${tokens.spacingVerticalXXXL} ${tokens.spacingHorizontalL}`,
    borderLeft: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
    '@media print': { display: 'none' },
  },
  sticky: {
    position: 'sticky',
    top: tokens.spacingVerticalL,
    maxHeight: 'calc(100vh - 32px)',
    overflow: 'auto',
  },
});

interface Props {
  readonly config?: PublicConfig | undefined;
  readonly place?: string | undefined;
  readonly bar?: ReactNode;
  readonly notice?: ReactNode;
  readonly rail?: ReactNode;
  readonly side?: ReactNode;
  readonly children: ReactNode;
}

/** The frame around every page. */
export function Frame({ config, place, bar, notice, rail, side, children }: Props) {
  const styles = useStyles();
  const cloud = useCloudNow(config?.cloud);
  return (
    <div className={styles.root}>
      <a href="#main" className={styles.skip}>
        <FormattedMessage id="web.skip" defaultMessage="Skip to the content" />
      </a>
      {cloud && <RehearsalBanner cloud={cloud} />}
      <TopBar place={place}>{bar}</TopBar>
      {notice}
      <div className={`${styles.body} ${rail ? '' : styles.single}`}>
        {rail && <div className={styles.rail}>{rail}</div>}
        <main id="main" tabIndex={-1} className={styles.main}>
          <div className={styles.column}>{children}</div>
        </main>
        {rail && side && (
          <div className={styles.side}>
            <div className={styles.sticky}>{side}</div>
          </div>
        )}
      </div>
    </div>
  );
}
