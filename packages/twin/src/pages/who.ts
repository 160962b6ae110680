import type { Request, Response } from 'express';
import { fieldsOf, text } from '../services/identity/asking.ts';
import type { Persona } from '../world/directory.ts';
import type { World } from '../world.ts';
import { type Html, html, page, pageHeaders } from './layout.ts';

const cookie = (world: World) => `twin-person-${world.port}`;

/** Who looks at a page: these pages have a picker of their own, with the personas of the sign-in. */
export function personOf(world: World, request: Request): Persona | undefined {
  const sent = (request.headers.cookie ?? '')
    .split(/;\s*/)
    .find((pair) => pair.startsWith(`${cookie(world)}=`))
    ?.slice(cookie(world).length + 1);
  return world.state.directory.people.find(({ id }) => id === sent);
}

/** Asks who it is. Each name leads back to where the person wanted to go. */
export function sendPicker(world: World, request: Request, response: Response): void {
  const people = world.state.directory.people.map(
    ({ id, name, userName, story, tenant }) => html`<li>
<form method="post" action="/_twin/pick"><input type="hidden" name="back" value="${request.originalUrl}"><button name="person" value="${id}">${name}</button> <span>${userName}, ${world.state.directory.tenants.find((each) => each.id === tenant)?.name ?? ''}. ${story}</span></form></li>`,
  );
  response.set(pageHeaders).send(page('Pick an account', html`<ul class="plain">${people}</ul>`));
}

export function pick(world: World, request: Request, response: Response): void {
  const fields = fieldsOf(request.body);
  const person = text(fields, 'person');
  const back = text(fields, 'back') ?? '/';
  if (world.state.directory.people.some(({ id }) => id === person))
    response.cookie(cookie(world), person, { httpOnly: true, sameSite: 'lax', path: '/' });
  else response.clearCookie(cookie(world), { path: '/' });
  // A path of this host and nothing else: two slashes would lead elsewhere.
  response.redirect(303, /^\/(?![/\\])/.test(back) ? back : '/');
}

/** The line on top of a page: who it is, and how to be somebody else. */
export const signedInAs = (person: Persona, back: string): Html =>
  html`<span>Signed in as ${person.name} (${person.userName})</span>
<form method="post" action="/_twin/pick" class="row"><input type="hidden" name="back" value="${back}"><button name="person" value="">Switch account</button></form>`;
