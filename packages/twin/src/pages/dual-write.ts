import { askMaps } from '../dual-write/ask-maps.ts';
import type { Site } from '../serve.ts';
import type { World } from '../world.ts';
import { at, linkOf, mapsNamed, valuesOf } from './dual-write/frame.ts';
import { mapDetails } from './dual-write/map-details.ts';
import { mapList } from './dual-write/map-list.ts';
import { noteWrite, runChosen, runDialog } from './dual-write/run-dialog.ts';
import { applyChosen, solutionList } from './dual-write/solutions.ts';
import { html } from './layout.ts';
import { pageSite, type Visit } from './page-site.ts';

/**
 * Microsoft's dual-write page, at its own address and inside finance and operations: select maps, "Run", look at what
 * is related, "Run". What it does goes through the same functions as the gateway's answers.
 */
export const dualWritePages = (world: World): Site =>
  pageSite(world, /^(integrator|[\w-]+\.operations)\.twin\.localhost$/, (on) => {
    on.get('/dualWrite', mapList);
    on.get('/dualWrite/run', runDialog);
    on.post('/dualWrite/run', runChosen);
    on.post('/dualWrite/change', change);
    on.get('/dualWrite/map', mapDetails);
    on.get('/dualWrite/solutions', solutionList);
    on.post('/dualWrite/solutions', applyChosen);
    on.get('/', (visit) => (asksForDualWrite(visit) ? mapList(visit) : workspace(visit)));
  });

/** Finance and operations opens a page by its menu item: `?cmp=usmf&mi=DualWrite`. */
const asksForDualWrite = ({ request }: Visit): boolean =>
  valuesOf(request.query, 'mi').some((item) => /dualwrite/i.test(item));

function workspace(visit: Visit): void {
  visit.show(
    'Data management',
    html`<ul class="plain"><li><a href="/?cmp=dat&amp;mi=DualWrite">Dual-write</a></li></ul>`,
  );
}

const codes: Readonly<Record<string, string>> = { stop: '4', pause: '5', resume: '6' };

function change(visit: Visit): void {
  const link = linkOf(visit);
  const maps = mapsNamed(link, valuesOf(visit.request.body, 'map'));
  const code = codes[valuesOf(visit.request.query, 'to')[0] ?? ''];
  if (code && maps.length > 0) {
    askMaps(
      visit.world,
      link,
      code,
      maps.map((map) => ({ map, skipInitialSync: true })),
    );
    noteWrite(visit, 'start');
  }
  visit.response.redirect(303, at('/dualWrite', link));
}
