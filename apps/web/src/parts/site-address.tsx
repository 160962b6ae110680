import { Field, Input, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { PublicConfig } from '@portico/contract/public-config';
import type { KeyboardEvent } from 'react';
import { FormattedMessage, type MessageDescriptor, useIntl } from 'react-intl';
import { msg } from '@portico/plan/text';
import { Symbol } from '../ui/symbol.tsx';

const useStyles = makeStyles({
  root: { display: 'grid', gap: tokens.spacingVerticalS },
  url: {
    ...typographyStyles.body1,
    margin: 0,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    overflowWrap: 'anywhere',
  },
  own: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorBrandForeground1 },
  rules: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', gap: tokens.spacingVerticalXXS },
  // Not the empty circle of a state: under a field it looks like something to choose.
  dot: {
    width: '20px',
    height: '20px',
    flexShrink: 0,
    textAlign: 'center',
    '::before': { content: '"•"' },
  },
  rule: { display: 'flex', gap: tokens.spacingHorizontalS, color: tokens.colorNeutralForeground2 },
});

interface Rule {
  readonly words: MessageDescriptor;
  readonly holds: (value: string) => boolean;
}

const words = {
  length: msg({ id: 'web.address.length', defaultMessage: '3 to 50 characters' }),
  letters: msg({ id: 'web.address.letters', defaultMessage: 'Small letters, digits and hyphens only' }),
  ends: msg({ id: 'web.address.ends', defaultMessage: 'Begins and ends with a letter or digit' }),
};

/** The strictest of the rules that Microsoft's sources give; together they are the contract's `subdomain`. */
const rules: readonly Rule[] = [
  { words: words.length, holds: (value) => value.length >= 3 && value.length <= 50 },
  { words: words.letters, holds: (value) => /^[a-z0-9-]+$/.test(value) },
  { words: words.ends, holds: (value) => /^[a-z0-9]/.test(value) && /[a-z0-9]$/.test(value) },
];

interface Props {
  readonly value: string;
  readonly cloud: Pick<PublicConfig['cloud'], 'siteScheme' | 'siteDomain'>;
  readonly onEnter: () => void;
  readonly onChange: (value: string) => void;
}

/** Enter means to go on. */
export const onKey = (onEnter: () => void) => (event: KeyboardEvent<HTMLInputElement>) => {
  if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
  event.preventDefault();
  onEnter();
};

/** The address with the whole of it growing below, and the rules said before they are broken. */
export function SiteAddress({ value, cloud, onEnter, onChange }: Props) {
  const styles = useStyles();
  const intl = useIntl();
  return (
    <div className={styles.root}>
      <Field
        label={intl.formatMessage({ id: 'web.address.label', defaultMessage: 'Address' })}
        hint={intl.formatMessage({
          id: 'web.address.hint',
          defaultMessage:
            'When you go on, Portico looks whether it is free; nothing is created yet. You can put your own domain in front of it later.',
        })}
      >
        <Input
          value={value}
          autoComplete="off"
          spellCheck={false}
          aria-describedby="address-rules"
          onKeyDown={onKey(onEnter)}
          onChange={(_, { value: typed }) => onChange(typed.toLowerCase().replaceAll(/\s+/g, '-'))}
        />
      </Field>
      <p className={styles.url} aria-live="off">
        {`${cloud.siteScheme}//`}
        <span className={styles.own}>{value || '…'}</span>
        {`.${cloud.siteDomain}`}
      </p>
      <ul className={styles.rules} id="address-rules">
        {rules.map(({ words: rule, holds }) => {
          const state = value === '' ? 'empty' : holds(value) ? 'good' : 'careful';
          return (
            <li key={rule.id} className={styles.rule}>
              {state === 'empty' ? <span className={styles.dot} aria-hidden /> : <Symbol name={state} />}
              <span>
                <FormattedMessage {...rule} />
                {state === 'careful' && (
                  <>
                    {': '}
                    <FormattedMessage id="web.address.not-yet" defaultMessage="not yet" />
                  </>
                )}
              </span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
