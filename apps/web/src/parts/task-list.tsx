import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { FormattedMessage } from 'react-intl';
import { AppLink } from '../ui/navigation.tsx';
import { Symbol } from '../ui/symbol.tsx';
import type { Outline, OutlineStep } from './outline.ts';
import { stepStatus } from './step-status.ts';

const useStyles = makeStyles({
  groups: { display: 'grid', gap: tokens.spacingVerticalXXL },
  title: { ...typographyStyles.subtitle2, margin: `0 0 ${tokens.spacingVerticalS}` },
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    overflow: 'hidden',
  },
  item: { ':not(:first-child)': { borderTop: `1px solid ${tokens.colorNeutralStroke2}` } },
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    columnGap: tokens.spacingHorizontalL,
    alignItems: 'center',
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    color: 'inherit',
    textDecorationLine: 'none',
    '@media (max-width: 480px)': { gridTemplateColumns: 'minmax(0, 1fr)', rowGap: tokens.spacingVerticalS },
  },
  link: {
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  name: { ...typographyStyles.body1Strong, display: 'block', overflowWrap: 'anywhere' },
  linked: { color: tokens.colorBrandForegroundLink },
  hint: { ...typographyStyles.body1, display: 'block', color: tokens.colorNeutralForeground2 },
  status: { display: 'inline-flex', gap: tokens.spacingHorizontalS, alignItems: 'center' },
  closed: { color: tokens.colorNeutralForeground3 },
});

/** All steps in their groups. The whole row is the link; what can't start yet isn't one, unless it is read. */
export function TaskList({ outline }: { readonly outline: Outline }) {
  const styles = useStyles();
  return (
    <div className={styles.groups}>
      {outline.groups.map((group) => (
        <section key={group.id} aria-label={group.title}>
          <h2 className={styles.title}>{group.title}</h2>
          <ul className={styles.list}>
            {group.steps.map((step) => (
              <li key={step.id} className={styles.item}>
                {step.status === 'cannot-start' && step.repair === undefined && !step.reads ? (
                  <div className={`${styles.row} ${styles.closed}`}>
                    <Words step={step} linked={false} />
                  </div>
                ) : (
                  <AppLink href={step.href} className={`${styles.row} ${styles.link}`}>
                    <Words step={step} linked />
                  </AppLink>
                )}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function Words({ step, linked }: { readonly step: OutlineStep; readonly linked: boolean }) {
  const styles = useStyles();
  const { symbol, words } = stepStatus(step);
  return (
    <>
      <span>
        <span className={`${styles.name} ${linked ? styles.linked : ''}`}>{step.title}</span>
        <span className={styles.hint}>{step.hint}</span>
      </span>
      <span className={styles.status}>
        <Symbol name={symbol} />
        <FormattedMessage {...words} />
      </span>
    </>
  );
}
