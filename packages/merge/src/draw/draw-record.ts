import type { SiteRecord } from '../record.ts';
import { type Drawn, drawPage, type Drew } from './draw-page.ts';
import { SiteView } from './site-view.ts';

/** No more pages are drawn to find one on which a record stands. */
const most = 40;

/**
 * The page that shows a record as a site is and as it becomes: a page itself, for anything else the first on which it
 * stands, the nearest to the home page first. Of either undefined where there is none.
 */
export async function drawBoth(
  { before, after }: Readonly<Record<'before' | 'after', readonly SiteRecord[]>>,
  id: string,
  now: Date,
): Promise<{ readonly before?: Drawn; readonly after?: Drawn }> {
  const [was, becomes] = [new SiteView(before), new SiteView(after)];
  const then = await drawRecord(becomes, id, now);
  // The same page twice, so that what differs is what changes.
  const same = then && was.byId(then.page);
  const first = same ? await drawPage(was, same, now) : await drawRecord(was, id, now);
  return { ...(first && { before: shown(first) }), ...(then && { after: shown(then) }) };
}

const shown = ({ used: _, page: __, ...drawn }: Drew): Drawn => drawn;

async function drawRecord(view: SiteView, id: string, now: Date): Promise<Drew | undefined> {
  const record = view.byId(id);
  if (!record) return undefined;
  if (record.table === 'adx_webpage') return drawPage(view, record, now);
  const depth = (page: SiteRecord) => view.pathOf(page).split('/').filter(Boolean).length;
  const pages = view
    .all('adx_webpage')
    .filter(({ refs }) => !refs['adx_rootwebpageid'])
    .toSorted((a, b) => depth(a) - depth(b));
  for (const page of pages.slice(0, most)) {
    const drew = await drawPage(view, page, now);
    if (drew.used.has(id)) return drew;
  }
  return undefined;
}
