import en from '@portico/contract/text/en.json' with { type: 'json' };

export type Catalogue = Readonly<Record<string, string>>;

/** Languages a report can be written in. A new catalogue is one line here. */
export const catalogues: Readonly<Record<string, Catalogue>> = { en };
