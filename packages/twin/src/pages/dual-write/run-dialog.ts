import { type Run, mayRun, runMaps } from '../../dual-write/run-maps.ts';
import { sequenceOf } from '../../dual-write/sequences.ts';
import { wordOf } from '../../dual-write/states.ts';
import type { DualWriteMap, Link } from '../../world/dual-write.ts';
import { type Html, html } from '../layout.ts';
import type { Visit } from '../page-site.ts';
import { at, crumbs, linkOf, mapsNamed, titleOf, valuesOf } from './frame.ts';

/**
 * The dialog behind "Run": what the selected maps need beside them, whether rows are copied, and who wins
 * (dual-write documentation, enable-entity-map). The list is in running order and can't be dragged here; without
 * "Show related table map(s)" the related ones stay in it, and aren't run.
 */
export function runDialog(visit: Visit): void {
  const link = linkOf(visit);
  const chosen = mapsNamed(link, valuesOf(visit.request.query, 'map'));
  const maps = withRelated(link, chosen);
  visit.show(
    'Run table maps',
    html`${crumbs(link)}
${maps.length === 0 ? html`<p>Select the table maps to run first.</p>` : html``}
<form method="post" action="${at('/dualWrite/run', link)}">
${chosen.map(({ active }) => html`<input type="hidden" name="chosen" value="${active}">`)}
<label><input type="checkbox" name="related" value="yes" checked> Show related table map(s)</label>
<table><thead><tr><th scope="col">Table map</th><th scope="col">Status</th><th scope="col"><label><input type="checkbox" name="all" value="yes"> Initial sync</label></th></tr></thead><tbody>${maps.map((map) => row(map, chosen))}</tbody></table>
<label for="master">Master for initial sync</label><select id="master" name="master"><option value="CRM" selected>Dataverse</option><option value="AX">Finance and Operations apps</option></select>
<p><button class="first">Run</button> <a href="${at('/dualWrite', link)}">Cancel</a></p></form>`,
  );
}

function row(map: DualWriteMap, chosen: readonly DualWriteMap[]): Html {
  const offered = mayRun(map);
  return html`<tr><td>${titleOf(map)}${chosen.includes(map) ? html`` : html` <small>(related)</small>`}${offered ? html`<input type="hidden" name="map" value="${map.active}">` : html``}</td><td>${wordOf(map.state)}</td><td>${offered ? html`<input type="checkbox" name="sync" value="${map.active}" aria-label="Initial sync of ${titleOf(map)}">` : html``}</td></tr>`;
}

/** Each after what it needs; what is wanted twice runs once. */
const withRelated = (link: Link, chosen: readonly DualWriteMap[]): readonly DualWriteMap[] => [
  ...new Set(chosen.flatMap((map) => sequenceOf(link, map))),
];

/** Runs what the dialog listed, and goes back to the list to watch it. */
export function runChosen(visit: Visit): void {
  const link = linkOf(visit);
  const { body } = visit.request;
  const [synced, all] = [valuesOf(body, 'sync'), valuesOf(body, 'all').length > 0];
  const listed = valuesOf(body, valuesOf(body, 'related').length > 0 ? 'map' : 'chosen');
  const master = valuesOf(body, 'master')[0] === 'AX' ? 'AX' : 'CRM';
  const runs = mapsNamed(link, listed).map(
    (map): Run => ({ map, initialSync: all || synced.includes(map.active), master }),
  );
  runMaps(visit.world, link, runs);
  noteWrite(visit, 'start');
  visit.response.redirect(303, at('/dualWrite', link));
}

/** Changes made on a page count like those of the gateway, so that a rehearsal can tell what was done twice. */
export function noteWrite({ world, person, request }: Visit, endpoint: string): void {
  world.state.writes.push({
    at: world.clock.now().toISOString(),
    service: 'Dual-write',
    endpoint,
    method: 'POST',
    path: request.path,
    person: person.userName,
  });
}
