import { type ReactNode, useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { Disclosure } from '../../ui/disclosure.tsx';

interface Props {
  /** What the reference site is called. */
  readonly name: string | undefined;
  /** It is chosen and read. */
  readonly folded: boolean;
  readonly children: ReactNode;
}

/** Once a reference site is chosen and read, what it comes to is read first. */
export function Folded({ name, folded, children }: Props) {
  const [was, setWas] = useState(folded);
  // Who opened it and chooses another one keeps it open.
  if (folded && !was) setWas(true);
  if (!was) return children;
  return (
    <Disclosure
      label={
        <FormattedMessage
          id="web.update.template.chosen"
          defaultMessage="{name, select, none {The reference site} other {The reference site: {name}}}"
          values={{ name: name || 'none' }}
        />
      }
    >
      {children}
    </Disclosure>
  );
}
