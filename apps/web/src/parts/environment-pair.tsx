import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { FindingFacts } from '@portico/contract/findings';
import { ArrowBidirectionalLeftRight20Regular } from '@fluentui/react-icons/svg/arrow-bidirectional-left-right';
import type { ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';
import { hostOf } from '../text/host-of.ts';
import { Symbol } from '../ui/symbol.tsx';

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto minmax(0, 1fr)',
    alignItems: 'stretch',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalM,
    '@media (max-width: 560px)': { gridTemplateColumns: 'minmax(0, 1fr)', justifyItems: 'stretch' },
  },
  box: {
    display: 'grid',
    alignContent: 'start',
    gap: tokens.spacingVerticalXS,
    padding: tokens.spacingHorizontalL,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    minWidth: 0,
  },
  kind: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3, margin: 0 },
  name: { ...typographyStyles.body1Strong, margin: 0, overflowWrap: 'anywhere' },
  says: {
    ...typographyStyles.caption1,
    margin: `${tokens.spacingVerticalS} 0 0`,
    display: 'flex',
    gap: tokens.spacingHorizontalS,
    color: tokens.colorNeutralForeground2,
    overflowWrap: 'anywhere',
    minWidth: 0,
  },
  words: { minWidth: 0 },
  link: { display: 'grid', placeItems: 'center', color: tokens.colorBrandForeground1 },
});

type Linked = FindingFacts['fno-linked'];

/** The two systems with the link between them, and what each side itself says about the other. */
export function EnvironmentPair({ environment, platformSays, dataverseSays }: Linked) {
  const styles = useStyles();
  const agree = platformSays !== undefined && platformSays === dataverseSays;
  return (
    <div className={styles.root}>
      <Box
        kind={<FormattedMessage id="web.pair.dataverse" defaultMessage="Dataverse environment" />}
        name={environment.name}
        under={hostOf(environment.url)}
        good={agree}
        says={
          dataverseSays ? (
            <FormattedMessage
              id="web.pair.dataverse.says"
              defaultMessage="Says it is linked to {other}"
              values={{ other: hostOf(dataverseSays) }}
            />
          ) : (
            <FormattedMessage id="web.pair.says-none" defaultMessage="Names no other side" />
          )
        }
      />
      <div className={styles.link} aria-hidden>
        <ArrowBidirectionalLeftRight20Regular />
      </div>
      <Box
        kind={<FormattedMessage id="web.pair.fno" defaultMessage="Finance and operations" />}
        name={hostOf(platformSays ?? dataverseSays ?? '') || '–'}
        good={agree}
        says={
          platformSays ? (
            <FormattedMessage
              id="web.pair.platform.says"
              defaultMessage="Power Platform links it to {environment}"
              values={{ environment: environment.name }}
            />
          ) : (
            <FormattedMessage id="web.pair.platform.none" defaultMessage="Power Platform names no link" />
          )
        }
      />
    </div>
  );
}

interface BoxProps {
  readonly kind: ReactNode;
  readonly name: string;
  readonly under?: string;
  readonly good: boolean;
  readonly says: ReactNode;
}

function Box({ kind, name, under, good, says }: BoxProps) {
  const styles = useStyles();
  return (
    <div className={styles.box}>
      <p className={styles.kind}>{kind}</p>
      <p className={styles.name}>{name}</p>
      {under && <p className={styles.kind}>{under}</p>}
      <p className={styles.says}>
        <Symbol name={good ? 'good' : 'unknown'} />
        <span className={styles.words}>{says}</span>
      </p>
    </div>
  );
}
