/** The action that crash-matrix.test.ts kills: finds first, then creates; waits; is throttled once. */
import { Problem } from '@portico/contract/problems';
import type { Perform } from '../../operations/run-operation.ts';

export const perform =
  ({ url }: { url: string }): Perform =>
  async ({ id }, verbs) => {
    const ensure = async (thing: string) => {
      const there = `${url}/${id}/${thing}`;
      if ((await fetch(there)).status === 200) return 'found';
      const made = await fetch(there, { method: 'POST' });
      if (made.status === 429) throw new Problem('upstream-throttled', { retryAfter: 2 });
      return 'made';
    };
    await verbs.once('make-site', () => ensure('site'));
    await verbs.say('made', { id: 'sample.made' });
    await verbs.until(
      'ready',
      { says: { id: 'sample.not-ready' }, for: 'upstream', every: 2, usually: 60 },
      async () => ((await (await fetch(`${url}/${id}/looks`)).text()) === 'ready' ? true : undefined),
    );
    await verbs.once('open-site', () => ensure('door'));
  };
