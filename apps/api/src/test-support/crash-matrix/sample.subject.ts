/** An action for tests of the operations: finds first, then creates; waits; is throttled once. */
import { Problem } from '@portico/contract/problems';
import type { SubjectModule } from './crash-orders.ts';

export const open: SubjectModule['open'] = async ({ url }: { url: string }) => ({
  perform: async ({ id }, verbs) => {
    const ensure = (thing: string) =>
      verbs.once(`make-${thing}`, async ({ write }) => {
        const there = `${url}/${id}/${thing}`;
        if ((await fetch(there)).status === 200) return 'found';
        return write(async () => {
          const made = await fetch(there, { method: 'POST' });
          if (made.status === 429) throw new Problem('upstream-throttled', { retryAfter: 2 });
          return 'made';
        });
      });
    await ensure('site');
    await verbs.say('made', { id: 'sample.made' });
    await verbs.until(
      'ready',
      { says: { id: 'sample.not-ready' }, for: 'upstream', every: 2, usually: 60 },
      async () => ((await (await fetch(`${url}/${id}/looks`)).text()) === 'ready' ? true : undefined),
    );
    await ensure('door');
  },
});
