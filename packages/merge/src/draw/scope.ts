import type { SiteRecord } from '../record.ts';
import { type SiteView, textOf } from './site-view.ts';

/** Who looks at a page. */
export interface Visitor {
  readonly fullname: string;
  readonly firstname: string;
  readonly lastname: string;
  readonly roles: readonly string[];
}

/** Somebody with every role: who looks wants to see all that the site would show to anybody. */
export const everybody = (view: SiteView): Visitor => ({
  fullname: '…',
  firstname: '…',
  lastname: '…',
  roles: view.all('adx_webrole').map((role) => textOf(role, 'adx_name')),
});

/** What is drawn while a page is: names of records are noted, and their texts drawn in turn. */
export interface Drawing {
  readonly view: SiteView;
  readonly page: SiteRecord;
  readonly now: Date;
  /** Null where nobody has signed in. */
  readonly user: Visitor | null;
  readonly used: Set<string>;
  /** Draws the Liquid of a text of one of the records. */
  draw(record: SiteRecord, text: string): Promise<string>;
}

/** Something that Liquid asks by name. It has nothing of its own, so nothing of ours can be reached through it. */
const asked = (ask: (name: string) => unknown): object =>
  new Proxy(Object.create(null), {
    get: (_, name) => (typeof name === 'string' ? ask(name) : undefined),
    getOwnPropertyDescriptor: () => ({ configurable: true, enumerable: true }),
  });

/** The objects of Power Pages that stand for a site's own records. Data of Dataverse is none of them. */
export function scopeOf({ view, page, now, user, used, draw }: Drawing): Record<string, unknown> {
  const path = view.pathOf(page);
  const language = page.refs['adx_webpagelanguageid'];
  const linkTo = (to: SiteRecord) => ({
    title: view.titleOf(to),
    name: textOf(to, 'adx_name'),
    url: view.pathOf(to),
  });
  const note = (record: SiteRecord | undefined) => record && used.add(record.id);
  const texts = new Set(['adx_copy', 'adx_summary']);
  const pageObject = asked((name) => {
    const plain = new Map<string, unknown>(
      Object.entries({
        id: page.id,
        url: path,
        title: view.titleOf(page),
        name: textOf(page, 'adx_name'),
        breadcrumbs: view.above(page).map(linkTo),
        children: childrenOf(view, page).map(linkTo),
        parent: view.above(page).map(linkTo).at(-1),
      }),
    );
    if (plain.has(name)) return plain.get(name);
    if (name === 'adx_title') return view.titleOf(page);
    return texts.has(name) ? draw(page, textOf(page, name)) : textOf(page, name);
  });
  return {
    page: pageObject,
    now,
    request: { path, url: path, path_and_query: path, params: {} },
    website: { name: textOf(view.all('adx_website')[0], 'adx_name') },
    sitemap: { current: linkTo(page), root: { url: '/' } },
    snippets: asked((name) => {
      const found = view.snippet(name, language);
      note(found);
      return found && draw(found, textOf(found, 'adx_value'));
    }),
    settings: asked((name) => view.named('adx_sitesetting', name)?.fields['adx_value']),
    sitemarkers: asked((name) => {
      const to = view.at(view.named('adx_sitemarker', name), 'adx_pageid');
      return to && linkTo(to);
    }),
    weblinks: asked((name) => {
      const set = view.named('adx_weblinkset', name);
      note(set);
      return set && { name, title: textOf(set, 'adx_title'), weblinks: linksOf(view, set, used) };
    }),
    user,
  };
}

const childrenOf = (view: SiteView, page: SiteRecord): readonly SiteRecord[] => {
  const root = page.refs['adx_rootwebpageid'] ?? page.id;
  return view
    .all('adx_webpage')
    .filter(({ refs }) => refs['adx_parentpageid'] === root && !refs['adx_rootwebpageid']);
};

function linksOf(view: SiteView, set: SiteRecord, used: Set<string>): readonly object[] {
  const order = (link: SiteRecord) => Number(link.fields['adx_displayorder'] ?? 0);
  const links = view.all('adx_weblink').filter(({ refs }) => refs['adx_weblinksetid'] === set.id);
  return links
    .toSorted((a, b) => order(a) - order(b))
    .map((link) => {
      used.add(link.id);
      const to = view.at(link, 'adx_pageid');
      const url = to ? view.pathOf(to) : textOf(link, 'adx_externalurl');
      return { name: textOf(link, 'adx_name'), title: textOf(link, 'adx_name'), url, weblinks: [] };
    });
}
