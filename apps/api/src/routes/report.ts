import type { routes } from '@portico/contract/routes';
import { type Handlers, taken } from '@portico/http/mount';
import type { Context } from '../context.ts';
import { loadRun } from '../plan/load-run.ts';
import { renderReport } from '../report/render-report.ts';
import { type Call, personOf } from './call.ts';

export const reportHandlers = ({
  runs,
  journal,
  now,
}: Context): Pick<Handlers<typeof routes, Call>, 'getReport'> => ({
  getReport: async ({ params, query, context }) => {
    const person = personOf(context);
    const { run, state } = await loadRun(runs, journal, person.tenant, params.run);
    const events = await journal.read(run.id, 0);
    const broken = await journal.verify(run.id);
    const pdf = await renderReport({ run, state, events, broken, now: now(), ...query });
    const name = `portico-${run.title.replaceAll(/[^\w-]+/g, '-').toLowerCase()}.pdf`;
    context.response
      .status(200)
      .set({ 'Content-Type': 'application/pdf', 'Content-Disposition': `attachment; filename="${name}"` })
      .set('Cache-Control', 'no-store')
      .send(pdf);
    return taken;
  },
});
