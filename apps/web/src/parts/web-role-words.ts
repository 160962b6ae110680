import { msg } from '@portico/plan/text';
import type { MessageDescriptor } from 'react-intl';

/** The template's names; whoever can sign in and order needs no more than this one. */
const authorized = /^authori[sz]ed users?$/i;

/** What the template's web roles see (Supply Chain Management documentation, customer-portal-user-admin), by their names. */
const seen: readonly (readonly [name: RegExp, words: MessageDescriptor])[] = [
  [
    /^administrators?$/i,
    msg({
      id: 'web.role.administrator',
      defaultMessage: 'Sees all orders of all customers, and looks after the site. For your own people.',
    }),
  ],
  [
    /^customer representatives?$/i,
    msg({
      id: 'web.role.representative',
      defaultMessage:
        'Sees all orders of their company and who placed them, its account, and who may order for it.',
    }),
  ],
  [
    authorized,
    msg({
      id: 'web.role.authorized',
      defaultMessage: 'Places orders and sees their own, not those of others in their company.',
    }),
  ],
];

const own = msg({
  id: 'web.role.own',
  defaultMessage:
    'Not one of the template’s roles, or renamed: what it sees is said by its table permissions in Power Pages Management.',
});

export const roleWords = (name: string): MessageDescriptor =>
  seen.find(([known]) => known.test(name.trim()))?.[1] ?? own;

/**
 * What a customer's contact usually needs: to order, and to see nobody else's orders. It shows least, so nothing is given
 * away where a suggestion is taken without a thought; what it is for is the template's word, who needs it is ours.
 */
export const isSuggested = (name: string): boolean => authorized.test(name.trim());
