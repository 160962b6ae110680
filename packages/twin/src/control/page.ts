import { addressOf } from '../addresses.ts';
import { defects } from '../defects/index.ts';
import { type Html, html, page } from '../pages/layout.ts';
import { scenarioNames } from '../scenarios/names.ts';
import { signs } from '../world/directory.ts';
import type { World } from '../world.ts';
import { faultKinds } from './fault-kinds.ts';
import { switchChoices } from './switch-choices.ts';

/** The rehearsal page. Works without a script; each control is a form of its own. */
export const controlPage = (world: World): string =>
  page(
    'Rehearsal',
    html`${scenario(world)}${time(world)}${wrong(world)}${faults(world)}${switches(world)}${people(world)}${writes(world)}`,
  );

const button = (action: string, name: string, value: string, words: string, pressed = false): Html =>
  html`<form method="post" action="${action}" class="row"><button name="${name}" value="${value}"${pressed ? html` aria-pressed="true" class="first"` : html``}>${words}</button></form>`;

function time({ clock }: World): Html {
  const jumps = [
    ['10', '10 minutes'],
    ['60', 'an hour'],
    ['1440', 'a day'],
    ['41760', '29 days'],
  ] as const;
  return html`<h2>Time</h2><p>It is <time>${clock.now().toISOString()}</time> in the rehearsal, running ×${String(clock.speed)}.</p>
<p>${[1, 60, 600].map((speed) => button('/speed', 'speed', String(speed), `×${speed}`, clock.speed === speed))}</p>
<p>Jump ${jumps.map(([minutes, words]) => button('/clock', 'minutes', minutes, words))}</p>`;
}

const options = (named: Iterable<readonly [string, string]>, chosen?: string): readonly Html[] =>
  [...named].map(
    ([value, name]) =>
      html`<option value="${value}"${value === chosen ? html` selected` : html``}>${name}</option>`,
  );

const scenario = ({ state }: World): Html =>
  html`<h2>Scenario</h2><form method="post" action="/scenario" class="row"><label for="scenario">Begin anew as</label><select id="scenario" name="scenario">${options(scenarioNames, state.scenario)}</select><button>Begin anew</button></form><p>Everything done so far is forgotten.</p>`;

const wrong = ({ state }: World): Html =>
  html`<h2>What is wrong</h2><p>Each can be laid over the scenario and mended again, as whoever is asked for help would do it.</p><ul>${Object.entries(
    defects,
  ).map(([id, { story }]) => {
    const laid = state.defects.includes(id);
    return html`<li>${story} ${button('/defects', laid ? 'mend' : 'lay', id, laid ? `Mend ${id}` : `Break ${id}`, laid)}</li>`;
  })}</ul>`;

function faults({ state }: World): Html {
  const list = state.faults.map(
    ({ kind, service, endpoint, count }) =>
      html`<li>${kind}: ${service ?? 'any service'}, ${endpoint ?? 'any call'}, ${String(count)} times</li>`,
  );
  const kinds = Object.entries(faultKinds).map(
    ([kind, words]) => html`<option value="${kind}">${kind}: ${words}</option>`,
  );
  return html`<h2>Faults</h2>${list.length > 0 ? html`<ul>${list}</ul>` : html`<p>None is waiting.</p>`}
<form method="post" action="/faults"><label for="kind">Fault</label><select id="kind" name="kind">${kinds}</select><label for="service">Service (empty: any)</label><input id="service" name="service"><label for="endpoint">Call (empty: any)</label><input id="endpoint" name="endpoint"><label for="count">How many times</label><input id="count" name="count" type="number" min="1" value="1"><label for="seconds">Seconds (where it takes any)</label><input id="seconds" name="seconds" type="number" min="0"><p><button>Add fault</button></p></form>${button('/faults', 'clear', 'true', 'Clear all faults')}`;
}

const switches = ({ state }: World): Html =>
  html`<h2>What nobody knows</h2><p>Microsoft’s behaviour here is assumed. Try both sides.</p>${Object.entries(
    switchChoices,
  ).map(
    ([name, sides]) =>
      html`<p>${name} ${sides.map((side) =>
        button(
          '/switches',
          name,
          side,
          side,
          Object.entries(state.switches).some(([of, is]) => of === name && is === side),
        ),
      )}</p>`,
  )}`;

const people = ({ state }: World): Html =>
  html`<h2>People</h2><p>What the sign-in does with somebody from now on. Ending the sign-ins is what an administrator does to a lost laptop.</p><table><thead><tr><th scope="col">Name</th><th scope="col">Signs in as</th><th scope="col">Story</th><th scope="col">Sign-in</th></tr></thead><tbody>${state.directory.people.map(
    ({ name, userName, story, sign, home }) =>
      html`<tr><td>${name}</td><td>${userName}</td><td>${story}</td><td>${home ? html`` : treatment(userName, sign)}</td></tr>`,
  )}</tbody></table>`;

const treatment = (userName: string, sign: string): Html =>
  html`<form method="post" action="/people" class="row"><input type="hidden" name="person" value="${userName}"><select name="sign" aria-label="Sign-in of ${userName}">${options(
    signs.map((each) => [each, each] as const),
    sign,
  )}</select><button>Set</button></form><form method="post" action="/sign-outs" class="row"><input type="hidden" name="person" value="${userName}"><button>End sign-ins</button></form>`;

function writes(world: World): Html {
  const rows = world.state.writes
    .slice(-50)
    .toReversed()
    .map(
      ({ at, service, endpoint, path, person }) =>
        html`<tr><td>${at}</td><td>${service}</td><td>${endpoint}</td><td>${path}</td><td>${person}</td></tr>`,
    );
  return html`<h2>Changes</h2><p>${String(world.state.writes.length)} so far; the last ones first. As JSON: <a href="${addressOf(world, 'control')}/writes">writes</a>, <a href="${addressOf(world, 'control')}/state">state</a>.</p><table><thead><tr><th scope="col">When</th><th scope="col">Service</th><th scope="col">Call</th><th scope="col">Path</th><th scope="col">Who</th></tr></thead><tbody>${rows}</tbody></table>`;
}
