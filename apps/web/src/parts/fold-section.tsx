import type { ReactNode } from 'react';
import { Disclosure } from '../ui/disclosure.tsx';
import { Section } from '../ui/section.tsx';

interface Props {
  /** It wants somebody, or has something to tell. */
  readonly open: boolean;
  readonly title: ReactNode;
  readonly lead?: ReactNode;
  readonly children: ReactNode;
}

/** A part of a page where somebody is needed; one line that opens where nobody is. */
export function FoldSection({ open, title, lead, children }: Props) {
  const section = (
    <Section title={title} lead={lead}>
      {children}
    </Section>
  );
  return open ? section : <Disclosure label={title}>{section}</Disclosure>;
}
