import type { FindingFacts } from '@portico/contract/findings';
import { type ReactNode, useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { Disclosure } from '../../ui/disclosure.tsx';

interface Props {
  /** What was read of the template. */
  readonly read: FindingFacts['template-suitable'] | undefined;
  /** It is chosen and read. */
  readonly folded: boolean;
  readonly children: ReactNode;
}

/** Once a reference site is chosen and read, what it comes to is read first. */
export function Folded({ read, folded, children }: Props) {
  const [was, setWas] = useState(folded);
  // Who opened it and chooses another one keeps it open.
  if (folded && !was) setWas(true);
  if (!was) return children;
  return (
    <Disclosure
      label={
        <FormattedMessage
          id="web.update.template.chosen"
          defaultMessage="{from, select, file {The template, from a file} folder {The template, from a folder} known {The template, from another set-up} other {The reference site}}{named, select, yes {: {name}} other {}}{known, select, yes { (the same template as at “{sameAs}”)} other {}}"
          values={{
            from: read?.shared ? 'known' : (read?.imported?.from ?? 'site'),
            named: read?.name ? 'yes' : 'no',
            name: read?.name,
            known: read?.sameAs === undefined ? 'no' : 'yes',
            sameAs: read?.sameAs,
          }}
        />
      }
    >
      {children}
    </Disclosure>
  );
}
