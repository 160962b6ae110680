import { withPort } from '../../addresses.ts';
import { listedMaps } from '../../dual-write/find-link.ts';
import { wordOf } from '../../dual-write/states.ts';
import { requestState } from '../../services/dual-write/map-body.ts';
import type { DualWriteMap, Link } from '../../world/dual-write.ts';
import { type Html, html } from '../layout.ts';
import type { Visit } from '../page-site.ts';
import { at, crumbs, linkOf, titleOf } from './frame.ts';

const states = ['Not running', 'Initializing', 'Running', 'Paused', 'Resuming'];

/** The list of table maps, with their status; select some and choose what to do. */
export function mapList(visit: Visit): void {
  const link = linkOf(visit);
  const asked = (name: string) => {
    const value = visit.request.query[name];
    return typeof value === 'string' ? value : '';
  };
  const [filter, status] = [asked('filter'), asked('status')];
  const maps = listedMaps(link).filter(
    (map) =>
      titleOf(map).toLowerCase().includes(filter.toLowerCase()) &&
      (status === '' || wordOf(map.state) === status),
  );
  const options = states.map(
    (state) => html`<option value="${state}"${state === status ? html` selected` : html``}>${state}</option>`,
  );
  visit.show(
    'Dual-write',
    html`${crumbs(link)}
<p>${link.financeHost} is linked with ${environmentName(visit, link)}, for ${String(link.companies.length)} companies.</p>
<form class="row" method="get" action="/dualWrite"><input type="hidden" name="axenv" value="${link.financeHost}"><label>Filter by name <input name="filter" value="${filter}"></label> <label>Status <select name="status"><option value="">All</option>${options}</select></label> <button>Filter</button></form>
<form method="get" action="/dualWrite/run"><input type="hidden" name="axenv" value="${link.financeHost}">
<p><button class="first">Run</button> ${changes(link)}</p>
${
  maps.length > 0
    ? html`<table><thead><tr><th scope="col">Select</th><th scope="col">Table map</th><th scope="col">Status</th><th scope="col">Version</th><th scope="col">Publisher</th><th scope="col">Last result</th></tr></thead><tbody>${maps.map((map) => rowOf(visit, link, map))}</tbody></table>`
    : html`<p>No table maps to show.</p>`
}</form>`,
  );
}

/** One form for all: which button is pressed decides what is asked. */
const changes = (link: Link): readonly Html[] =>
  ['Stop', 'Pause', 'Resume'].map(
    (word) =>
      html`<button formmethod="post" formaction="${at('/dualWrite/change', link, { to: word.toLowerCase() })}">${word}</button> `,
  );

function rowOf({ world }: Visit, link: Link, map: DualWriteMap): Html {
  const template = map.templates.find(({ id }) => id === map.active);
  const last = link.requests.findLast((request) => request.map === map.id);
  const failed = last && requestState(world, last) === 3;
  const details = map.pid
    ? html` <a href="${at('/dualWrite/map', link, { map: map.active })}">Initial sync details</a>`
    : html``;
  return html`<tr><td><input type="checkbox" name="map" value="${map.active}" aria-label="${titleOf(map)}${map.description ? `: ${map.description}` : ''}"></td><td>${titleOf(map)}${map.description ? html`<br><small>${map.description}</small>` : html``}</td><td>${wordOf(map.state)}</td><td>${template?.version ?? ''}</td><td>${template?.author ?? ''}</td><td>${failed ? withPort(world, last.error ?? '') : ''}${details}</td></tr>`;
}

const environmentName = ({ world }: Visit, link: Link): string =>
  world.state.platform.environments.find(({ id }) => id === link.environment)?.name ?? link.environment;
