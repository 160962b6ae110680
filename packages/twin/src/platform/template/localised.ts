/** What people read is in the language of the site, where the template is there in it: German, as far as names go. */
const german: Readonly<Record<string, string>> = {
  Published: 'Veröffentlicht',
  Draft: 'Entwurf',
  Home: 'Startseite',
  'Create order': 'Auftrag erstellen',
  Orders: 'Aufträge',
  'Order details': 'Auftragsdetails',
  'Account information': 'Kontoinformationen',
  Contacts: 'Kontakte',
  Terms: 'Bedingungen',
  'Company information': 'Unternehmen',
  Profile: 'Profil',
  Search: 'Suche',
  'Access denied': 'Zugriff verweigert',
  'Page not found': 'Seite nicht gefunden',
  Help: 'Hilfe',
  'Help with orders': 'Hilfe zu Aufträgen',
};

/** Tables whose names are meant for visitors (measured on public sites); those of templates and settings are not. */
const visible = new Set(['adx_publishingstate', 'adx_webpage', 'adx_weblink']);

export const localised = (table: string, name: unknown, language: number): unknown =>
  language === 1031 && visible.has(table) ? (german[String(name)] ?? name) : name;

/** Languages that a site can have; Power Pages brings their rows. */
export const portalLanguages = [
  { lcid: 1033, code: 'en-US', name: 'English' },
  { lcid: 1031, code: 'de-DE', name: 'German' },
  { lcid: 1036, code: 'fr-FR', name: 'French' },
  { lcid: 1043, code: 'nl-NL', name: 'Dutch' },
];
