import type { SiteRecord } from '../../record.ts';
import type { Snapshot } from '../../snapshot.ts';
import { id, record, records, snapshotOf } from '../some-sites.ts';

/** A site of so many records, a third of them pages five deep; `stamp` changes one text in ten. */
export function bigSite(environment: string, size: number, stamp?: string): Snapshot {
  const more = Array.from({ length: Math.max(0, size - records.length) }, (_, index): SiteRecord => {
    const text = textOf(index, index % 10 === 3 ? stamp : undefined);
    const name = `big ${index}`;
    if (index % 3 === 0) {
      const parent = index % 15 === 0 ? 'home' : `big ${index - 3}`;
      return record('adx_webpage', name, {
        fields: { adx_name: name, adx_partialurl: name, adx_copy: text },
        refs: { adx_parentpageid: id(parent), adx_webpagelanguageid: id('english') },
      });
    }
    return index % 3 === 1
      ? record('adx_webtemplate', name, { fields: { adx_name: name, adx_source: text } })
      : record('adx_contentsnippet', name, {
          fields: { adx_name: name, adx_value: text },
          refs: { adx_contentsnippetlanguageid: id('english') },
        });
  });
  return snapshotOf(environment, [...records, ...more]);
}

const textOf = (seed: number, stamp?: string): string =>
  Array.from({ length: 20 }, (_, line) =>
    stamp !== undefined && line === (stamp === 'ours' ? 4 : 14)
      ? `<p>${stamp}</p>`
      : `<p>${seed} ${line}</p>`,
  ).join('\n');
