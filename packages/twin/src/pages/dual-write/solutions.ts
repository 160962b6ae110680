import { applySolutions, mapSolutions } from '../../dual-write/apply-solutions.ts';
import { html } from '../layout.ts';
import type { Visit } from '../page-site.ts';
import { at, crumbs, linkOf, valuesOf } from './frame.ts';
import { noteWrite } from './run-dialog.ts';

/** "Apply solution": brings a solution's maps into the list. One at a time. */
export function solutionList(visit: Visit): void {
  const link = linkOf(visit);
  const busy = link.applications.some(({ settled }) => !settled);
  const items = mapSolutions(visit.world, link).map((row) => {
    const name = String(row['uniquename']);
    const says = link.applied.includes(name) ? 'Applied' : 'Not applied';
    return html`<li><label><input type="radio" name="solution" value="${name}" required> ${String(row['friendlyname'])} (${String(row['version'])}): ${says}</label></li>`;
  });
  visit.show(
    'Apply solution',
    html`${crumbs(link)}${busy ? html`<p role="status">A solution is being applied.</p>` : html``}<form method="post" action="${at('/dualWrite/solutions', link)}"><ul class="plain">${items}</ul><p><button class="first">Apply</button></p></form>`,
  );
}

export function applyChosen(visit: Visit): void {
  const link = linkOf(visit);
  applySolutions(visit.world, visit.person, link, valuesOf(visit.request.body, 'solution'));
  noteWrite(visit, 'applySolution');
  visit.response.redirect(303, at('/dualWrite/solutions', link));
}
