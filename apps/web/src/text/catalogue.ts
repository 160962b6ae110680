type Catalogue = Readonly<Record<string, string>>;

/** The texts that the API says by id. A glob, because a language that isn't there is simply not there. */
const files = import.meta.glob<Catalogue>('../../../../packages/contract/src/text/*.json', {
  import: 'default',
});

export async function loadCatalogue(locale: string): Promise<Catalogue> {
  const language = locale.split('-')[0] ?? 'en';
  const found = async (name: string): Promise<Catalogue> =>
    (await Object.entries(files).find(([path]) => path.endsWith(`/${name}.json`))?.[1]()) ?? {};
  const [english, own] = await Promise.all([found('en'), found(language)]);
  // Our own English stands beside the code; here count only the texts that the API says.
  const said = Object.entries(english).filter(([id]) => !id.startsWith('web.'));
  return { ...Object.fromEntries(said), ...own };
}
