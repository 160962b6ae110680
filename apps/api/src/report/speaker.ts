import type { Text } from '@portico/plan/text';
import { IntlMessageFormat } from 'intl-messageformat';
import { type Catalogue, catalogues } from './catalogues.ts';
import { languageName } from './language-tags.ts';
import { hasGlyphs, printable } from './printable.ts';
import type { Says } from './says.ts';

/** Turns what events keep (ids, values, times) into words. Never throws: an old event may hold anything. */
export interface Speaker {
  /** The language of the sentences: a BCP 47 tag. */
  readonly language: string;
  readonly zone: string;
  readonly say: (says: Says) => string;
}

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?Z$/;

/** `locale` and `zone` come from an address: what isn't known becomes English and UTC. */
export function createSpeaker({ locale, zone }: { locale: string; zone: string }): Speaker {
  const asked = supported(locale) ?? 'en';
  const spoken = new Intl.Locale(asked).language;
  const catalogue: Catalogue = catalogues[spoken] ?? catalogues['en'] ?? {};
  const language = catalogues[spoken] ? asked : 'en';
  const dates = dateFormat(asked, zone);
  const compiled = new Map<string, IntlMessageFormat | undefined>();

  const timeOf = (at: string): string => {
    const date = new Date(at);
    return Number.isNaN(date.getTime()) ? '–' : printable(dates.format(date));
  };
  const messageOf = (id: string): IntlMessageFormat | undefined => {
    if (!compiled.has(id))
      compiled.set(id, compile(Object.hasOwn(catalogue, id) ? catalogue[id] : '', language));
    return compiled.get(id);
  };
  const valueOf = ([name, value]: [string, string | number]): [string, string | number] => {
    if (name === 'language' && typeof value === 'number') return [name, languageName(value, language)];
    if (typeof value !== 'string') return [name, value];
    return [name, instant.test(value) ? timeOf(value) : printable(value)];
  };
  const sentence = ({ id, values }: Text): string => {
    const filled = Object.fromEntries(Object.entries(values ?? {}).map(valueOf));
    const fallback = () => [readable(id), ...Object.values(filled)].join(' · ');
    try {
      return String(messageOf(id)?.format(filled) ?? fallback());
    } catch {
      // A value that the sentence needs isn't in the event: what is there is shown bare.
      return fallback();
    }
  };

  return {
    language,
    zone: dates.resolvedOptions().timeZone,
    say: (says) => {
      if (typeof says === 'string') return printable(says);
      return 'at' in says ? timeOf(says.at) : sentence(says);
    },
  };
}

function compile(message: string | undefined, language: string): IntlMessageFormat | undefined {
  if (!message) return undefined;
  try {
    return new IntlMessageFormat(message, language, undefined, { ignoreTag: true });
  } catch {
    // Not well-formed; the catalogue's own check says so with its place.
    return undefined;
  }
}

/** A sentence that no catalogue knows any more still says what it was about. */
const readable = (id: string): string => printable(id.replaceAll(/[.-]+/g, ' ')).trim() || '?';

function supported(locale: string): string | undefined {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf([locale])[0];
  } catch {
    return undefined;
  }
}

function dateFormat(locale: string, zone: string): Intl.DateTimeFormat {
  const format = (tag: string, timeZone: string) =>
    new Intl.DateTimeFormat(tag, {
      dateStyle: 'medium',
      timeStyle: 'short',
      timeZone,
      numberingSystem: 'latn',
    });
  // Half a year apart, so that letters of several months are seen.
  const legible = (tag: string) =>
    [1, 7, 9].every((month) =>
      hasGlyphs(printable(format(tag, 'UTC').format(new Date(Date.UTC(2026, month, 28, 15))))),
    );
  const tag = legible(locale) ? locale : 'en';
  try {
    return format(tag, zone);
  } catch {
    return format(tag, 'UTC');
  }
}
