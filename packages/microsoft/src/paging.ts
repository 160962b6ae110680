import { Problem } from '@portico/contract/problems';

/** More than any tenant has of anything that we list. */
const mostPages = 500;

/** One page of an OData list: its items, and somewhere among its keys the address of the next page. */
export interface Page<Item> {
  readonly value: readonly Item[];
  readonly [key: string]: unknown;
}

/**
 * All items of a list, page by page: `listAll(() => client.listSites({…}), (link) => client.listSites.at(link))`.
 * Links are followed as they are given, in any letter case of their key (the Power Platform API says
 * `@odata.nextLink` and `@odata.nextlink`; BAP says `nextLink`).
 * @throws Problem `upstream-shape` when the pages come back on themselves or don't end.
 */
export async function listAll<Item>(
  firstPage: () => Promise<Page<Item>>,
  nextPage: (address: string) => Promise<Page<Item>>,
): Promise<Item[]> {
  const items: Item[] = [];
  const followed = new Set<string>();
  let page = await firstPage();
  for (;;) {
    for (const item of page.value) items.push(item);
    const link = nextLinkOf(page);
    if (link === undefined) return items;
    if (followed.has(link) || followed.size >= mostPages)
      throw new Problem('upstream-shape', {
        values: { expected: 'pages that end', seen: `${followed.size + 1} pages and another` },
      });
    followed.add(link);
    page = await nextPage(link);
  }
}

function nextLinkOf(page: Page<unknown>): string | undefined {
  const found = Object.entries(page).find(([key]) => /^(@odata\.)?nextlink$/i.test(key))?.[1];
  return typeof found === 'string' && found !== '' ? found : undefined;
}
