import type { Text } from '@portico/plan/text';
import { type IntlShape, useIntl } from 'react-intl';

/** A text of the API in the person's language. An id that no catalogue knows shows as itself. */
export function sayWith(intl: IntlShape, { id, values }: Text): string {
  return intl.messages[id] ? intl.formatMessage({ id }, { ...values }) : readable(id);
}

export function useSay(): (text: Text) => string {
  const intl = useIntl();
  return (text) => sayWith(intl, text);
}

/** `fno-linked.title` reads as "Fno linked" while its text is missing. */
function readable(id: string): string {
  const words = id.replace(/\.title$/, '').replaceAll(/[-.]/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
