import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import { ChevronDown20Regular } from '@fluentui/react-icons/svg/chevron-down';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { AppLink } from '../ui/navigation.tsx';
import { Symbol } from '../ui/symbol.tsx';
import type { Outline, OutlineStep } from './outline.ts';
import { stepStatus } from './step-status.ts';

const narrow = '@media (max-width: 900px)';
const useStyles = makeStyles({
  // All steps fit a screen of 900 px; on a lower one, and beside a long page, they stay in reach.
  root: {
    minWidth: 0,
    position: 'sticky',
    top: 0,
    maxHeight: '100vh',
    overflowY: 'auto',
    [narrow]: { position: 'static', maxHeight: 'none' },
    '@media print': { display: 'none' },
  },
  fold: {
    display: 'none',
    [narrow]: { display: 'flex' },
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
    width: '100%',
    minHeight: '44px',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    border: 'none',
    background: 'none',
    color: 'inherit',
    font: 'inherit',
    fontWeight: tokens.fontWeightSemibold,
    textAlign: 'start',
    cursor: 'pointer',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM}`,
    display: 'grid',
    gap: tokens.spacingVerticalM,
  },
  shut: { [narrow]: { display: 'none' } },
  group: {
    ...typographyStyles.caption1Strong,
    margin: `0 ${tokens.spacingHorizontalM} ${tokens.spacingVerticalXS}`,
    color: tokens.colorNeutralForeground3,
  },
  steps: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', gap: '2px' },
  step: {
    position: 'relative',
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalM,
    alignItems: 'start',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusMedium,
    color: tokens.colorNeutralForeground1,
    textDecorationLine: 'none',
    overflowWrap: 'anywhere',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  here: {
    backgroundColor: tokens.colorSubtleBackgroundSelected,
    fontWeight: tokens.fontWeightSemibold,
    '::before': {
      content: '""',
      position: 'absolute',
      insetInlineStart: 0,
      top: '8px',
      bottom: '8px',
      width: '3px',
      borderRadius: tokens.borderRadiusCircular,
      backgroundColor: tokens.colorCompoundBrandForeground1,
      '@media (forced-colors: active)': { backgroundColor: 'Highlight', forcedColorAdjust: 'none' },
    },
  },
  status: { ...typographyStyles.caption1, display: 'block', color: tokens.colorNeutralForeground3 },
});

interface Props {
  readonly outline: Outline;
  readonly current: string | undefined;
}

/** The journey at the side: where each step stands, in words and as a sign. One line on a phone. */
export function Rail({ outline, current }: Props) {
  const styles = useStyles();
  const intl = useIntl();
  // Open for as long as the person stays on the page where it was opened.
  const [openAt, setOpenAt] = useState<string>();
  const page = current ?? 'hub';
  const open = openAt === page;
  const here = outline.groups.flatMap(({ steps }) => steps).find(({ id }) => id === current);
  return (
    <nav className={styles.root} aria-label={intl.formatMessage({ id: 'web.rail', defaultMessage: 'Steps' })}>
      <button
        type="button"
        className={styles.fold}
        aria-expanded={open}
        onClick={() => setOpenAt(open ? undefined : page)}
      >
        <span>
          {here ? (
            <FormattedMessage
              id="web.rail.place"
              defaultMessage="{number, plural, =0 {} other {Step # of {total}: }}{title}"
              values={{ number: here.number ?? 0, total: outline.total, title: here.title }}
            />
          ) : (
            <FormattedMessage
              id="web.rail.all"
              defaultMessage="All {total} steps"
              values={{ total: outline.total }}
            />
          )}
        </span>
        <ChevronDown20Regular aria-hidden />
      </button>
      <ol className={mergeClasses(styles.list, !open && styles.shut)}>
        {outline.groups.map((group) => (
          <li key={group.id}>
            <p className={styles.group}>{group.title}</p>
            <ol className={styles.steps}>
              {group.steps.map((step) => (
                <li key={step.id}>
                  <StepLink step={step} here={step.id === current} />
                </li>
              ))}
            </ol>
          </li>
        ))}
      </ol>
    </nav>
  );
}

function StepLink({ step, here }: { readonly step: OutlineStep; readonly here: boolean }) {
  const styles = useStyles();
  const { symbol, words } = stepStatus(step);
  return (
    <AppLink
      href={step.href}
      className={mergeClasses(styles.step, here && styles.here)}
      current={here ? 'step' : undefined}
    >
      <Symbol name={symbol} />
      <span>
        {step.title}
        <span className={styles.status}>
          <FormattedMessage {...words} />
        </span>
      </span>
    </AppLink>
  );
}
