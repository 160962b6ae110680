import { withPort } from '../../addresses.ts';
import { progressOf } from '../../services/dual-write/executions-body.ts';
import { wordOf } from '../../dual-write/states.ts';
import type { DualWriteMap } from '../../world/dual-write.ts';
import { type Html, html } from '../layout.ts';
import type { Visit } from '../page-site.ts';
import { crumbs, linkOf, mapsNamed, titleOf, valuesOf } from './frame.ts';

/** The "Initial sync details" of a map: each company's rows, and the first errors. */
export function mapDetails(visit: Visit): void {
  const link = linkOf(visit);
  const [map] = mapsNamed(link, valuesOf(visit.request.query, 'map'));
  const executions = link.executions.filter(({ pid }) => map && pid === map.pid);
  const newest = executions.at(-1)?.request;
  const rows = executions
    .filter(({ request }) => request === newest)
    .map((execution) => {
      const { word, exported, imported, failed } = progressOf(visit.world, execution);
      const errors = failed > 0 ? execution.legs.flatMap((leg) => leg.errors) : [];
      return html`<tr><td>${execution.company}</td><td>${word}</td><td>${String(exported)}</td><td>${String(imported)}</td><td>${String(failed)}${errors.slice(0, 5).map(({ record, message }) => html`<br><small>${record}: ${withPort(visit.world, message)}</small>`)}</td></tr>`;
    });
  visit.show(
    map ? titleOf(map) : 'Table map',
    html`${crumbs(link)}<p>Status: ${map ? wordOf(map.state) : 'Unknown'}</p><h2>Initial sync details</h2>${
      rows.length > 0
        ? html`<table><thead><tr><th scope="col">Company</th><th scope="col">Status</th><th scope="col">Exported</th><th scope="col">Imported</th><th scope="col">Errors</th></tr></thead><tbody>${rows}</tbody></table>`
        : html`<p>No initial sync has run.</p>`
    }${queue(map)}`,
    map ? 200 : 404,
  );
}

/** What waits while a map is paused, and what couldn't be written when it went on (errors-and-alerts). */
function queue(map: DualWriteMap | undefined): Html {
  const errors = (map?.queue ?? []).flatMap(({ error }) => error ?? []);
  const waiting = (map?.queue.length ?? 0) - errors.length;
  return html`<h2>Queued records</h2><p>Total queued record count: ${String(waiting)}</p><h2>Catch-up errors</h2><ul>${errors.map((error) => html`<li>${error}</li>`)}</ul>`;
}
