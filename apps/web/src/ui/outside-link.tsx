import { Button, Link } from '@fluentui/react-components';
import { Open16Regular, Open20Regular } from '@fluentui/react-icons/svg/open';
import type { ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';
import { useHidden } from './hidden.ts';

interface Props {
  readonly href: string;
  readonly children: ReactNode;
}

/** Only web addresses become links: what comes from upstream could be anything. */
const safe = (href: string): string | undefined => (/^https?:\/\//i.test(href) ? href : undefined);

function NewTab() {
  const hidden = useHidden();
  return (
    <span className={hidden}>
      {' '}
      <FormattedMessage id="web.new-tab" defaultMessage="(opens in a new tab)" />
    </span>
  );
}

export function OutsideLink({ href, children }: Props) {
  return (
    <Link href={safe(href)} target="_blank" rel="noreferrer" inline>
      {children} <Open16Regular aria-hidden />
      <NewTab />
    </Link>
  );
}

interface ButtonProps extends Props {
  readonly big?: boolean;
}

export function OutsideButton({ href, children, big = false }: ButtonProps) {
  return (
    <Button
      as="a"
      href={safe(href)}
      target="_blank"
      rel="noreferrer"
      size={big ? 'large' : 'medium'}
      appearance={big ? 'primary' : 'secondary'}
      icon={<Open20Regular />}
      iconPosition="after"
    >
      {children}
      <NewTab />
    </Button>
  );
}
