import { createIntl, type IntlShape, type MessageDescriptor } from 'react-intl';

/** Ids that no catalogue knows yet show as words made of the id; see say.ts. */
const onError = () => undefined;

/** Languages that have a catalogue. English stands beside the code that says it. */
const languages: readonly string[] = ['en'];

/** The made-up language of tests: accented and longer. */
const pseudoLocale = 'en-XA';

/** What the address asks for (`?locale=`), else what the browser asks for and we have. */
export function chooseLocale(search: string, wanted: readonly string[]): string {
  const asked = new URLSearchParams(search).get('locale');
  const all = [...(asked ? [asked] : []), ...wanted].filter(isLocale);
  return all.find((tag) => languages.includes(new Intl.Locale(tag).language)) ?? 'en';
}

function isLocale(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length > 0;
  } catch {
    // A made-up language tag in the address is the same as none.
    return false;
  }
}

/** The texts of the app. `catalogue` holds those that come from the API by id; our own stand in the code. */
export async function createTexts(
  locale: string,
  catalogue: Readonly<Record<string, string>>,
): Promise<IntlShape> {
  if (locale !== pseudoLocale) return createIntl({ locale, messages: { ...catalogue }, onError });
  const { pseudo } = await import('./pseudo.ts');
  const messages = Object.fromEntries(Object.entries(catalogue).map(([id, text]) => [id, pseudo(text)]));
  const intl = createIntl({ locale: 'en', messages, onError });
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- called with what its caller gave
  const format = intl.formatMessage as (...all: readonly unknown[]) => unknown;
  const strange = (descriptor: MessageDescriptor, ...rest: unknown[]) => {
    const { defaultMessage: english } = descriptor;
    return format(
      typeof english === 'string' ? { ...descriptor, defaultMessage: pseudo(english) } : descriptor,
      ...rest,
    );
  };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- same arguments and answer as the one it wraps
  return { ...intl, formatMessage: strange as IntlShape['formatMessage'] };
}
