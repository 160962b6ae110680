import type { Persona, Tenant } from '../../../world/directory.ts';
import { html, page } from './layout.ts';

/** The page on which a person says who to be. The form posts back to the address of the page itself. */
export function pickPage(app: string, tenants: readonly Tenant[], people: readonly Persona[]): string {
  const groups = tenants
    .map((tenant) => ({ tenant, members: people.filter((person) => person.tenant === tenant.id) }))
    .filter(({ members }) => members.length > 0)
    .map(
      ({
        tenant,
        members,
      }) => html`<section aria-labelledby="${tenant.id}"><h2 id="${tenant.id}">${tenant.name}</h2><ul class="people">
${members.map(personItem)}</ul></section>`,
    );
  return page('Pick an account', html`<p>to continue to ${app}</p><form method="post">${groups}</form>`);
}

const personItem = ({ id, name, userName, story }: Persona) =>
  html`<li><button name="account" value="${id}" aria-describedby="story-${id}"><span class="name">${name}</span><span>${userName}</span></button><div id="story-${id}">${story}</div></li>
`;
