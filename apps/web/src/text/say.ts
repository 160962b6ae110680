import type { Text, Values } from '@portico/plan/text';
import { type IntlShape, useIntl } from 'react-intl';
import { languageName } from './languages.ts';

/** A text of the API in the person's language. An id that no catalogue knows shows as itself. */
export function sayWith(intl: IntlShape, { id, values }: Text): string {
  return intl.messages[id] ? intl.formatMessage({ id }, shown(intl, values)) : readable(id);
}

export function useSay(): (text: Text) => string {
  const intl = useIntl();
  return (text) => sayWith(intl, text);
}

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?Z$/;
const day = /^\d{4}-\d\d-\d\d$/;

/** Texts keep times as ISO 8601 and languages as Microsoft's numbers; people read neither. */
function shown(intl: IntlShape, values: Values = {}): Record<string, string | number> {
  const valueOf = (name: string, value: string | number): string | number => {
    if (name === 'language' && typeof value === 'number') return languageName(value, intl.locale);
    if (typeof value !== 'string') return value;
    if (instant.test(value)) return intl.formatDate(value, { dateStyle: 'medium', timeStyle: 'short' });
    // A day has no zone: it must not become the day before.
    return day.test(value) ? intl.formatDate(value, { dateStyle: 'medium', timeZone: 'UTC' }) : value;
  };
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, valueOf(name, value)]));
}

/** `fno-linked.title` reads as "Fno linked" while its text is missing. */
function readable(id: string): string {
  const words = id.replace(/\.title$/, '').replaceAll(/[-.]/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
