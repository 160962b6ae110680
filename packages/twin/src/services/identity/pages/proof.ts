import type { Persona } from '../../../world/directory.ts';
import { html, page } from './layout.ts';

/** The extra proof that a claims challenge asks for. */
export const proofPage = ({ id, name, userName }: Persona): string =>
  page(
    'Confirm that this is you',
    html`<p>Your organization asks ${name} (${userName}) for extra proof. At Microsoft you would confirm a number on your phone.</p>
<form method="post"><input type="hidden" name="account" value="${id}"><div class="choices"><button class="first" name="proof" value="given">Confirm sign-in</button><button name="proof" value="refused">Cancel</button></div></form>`,
  );
