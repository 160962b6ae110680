import type { Persona } from '../../../world/directory.ts';
import { mayConsentForAll } from '../people.ts';
import { html, page } from './layout.ts';

const wishes = [
  'Read which licences your organization has',
  'See your Power Platform environments and change their set-up',
  'Create and change Power Pages sites',
  'Work in Dataverse as you',
  'Work in finance and operations as you',
];

/** Asks for consent, or tells who has to be asked. `forAll`: there is no consenting for oneself alone. */
export function consentPage(app: string, person: Persona, { forAll = false } = {}): string {
  const who = html`<input type="hidden" name="account" value="${person.id}">`;
  if (!mayConsentForAll(person))
    return page(
      'Need admin approval',
      html`<p>${app} needs permission that only an administrator can grant. You are ${person.name} (${person.userName}). Ask an administrator to grant it, then come back.</p>
<form method="post">${who}<div class="choices"><button name="consent" value="refused">Return to ${app} without granting consent</button></div></form>`,
    );
  return page(
    forAll ? 'Permissions requested for your organization' : 'Permissions requested',
    html`<p>${app} would like to do this for ${person.name} (${person.userName}):</p>
<ul>${wishes.map((wish) => html`<li>${wish}</li>`)}</ul>
<form method="post">${who}${
      forAll
        ? html`<input type="hidden" name="everybody" value="on">`
        : html`<label><input type="checkbox" name="everybody"> Consent on behalf of your organization</label>`
    }<div class="choices"><button class="first" name="consent" value="given">Accept</button><button name="consent" value="refused">Cancel</button></div></form>`,
  );
}
