import { msg, text } from '@portico/plan/text';
import { readInvitees } from '../targets/invitees.ts';
import { getSite, isVisible } from '../targets/portal-site.ts';
import type { Targets } from '../targets/targets.ts';
import { testOrders } from '../targets/test-orders.ts';
import { defineAction } from './define-action.ts';

const order = msg({
  id: 'place-order.change',
  defaultMessage: 'A sales order of {names}, placed by them on the portal; dual-write carries it over',
});
const open = msg({
  id: 'place-order.guide.open',
  defaultMessage:
    'Open the portal in a private window too, and sign in as {names}. Whoever has just registered is signed in already.',
});
const register = msg({
  id: 'place-order.guide.register',
  defaultMessage:
    'Who hasn’t registered yet does that first: open the link of their invitation in a private window, and register.',
});
const gate = msg({
  id: 'place-order.guide.gate',
  defaultMessage:
    'The site is private, so your organization’s sign-in comes first: sign in there with your own account, not as the customer. If you then don’t see the page for registering, open the link once more.',
});
const create = msg({ id: 'place-order.guide.create', defaultMessage: 'Select “Create order”.' });
const information = msg({
  id: 'place-order.guide.information',
  defaultMessage:
    'Under “Order information”, enter a requested receipt date and a delivery address, and go on.',
});
const items = msg({
  id: 'place-order.guide.items',
  defaultMessage: 'Under “Items”, choose a product that you may order, enter a quantity of 1, and go on.',
});
const submit = msg({
  id: 'place-order.guide.submit',
  defaultMessage: 'Look at the “Summary”, and select “Submit”.',
});
const notice = msg({
  id: 'place-order.guide.notice',
  defaultMessage: 'We notice the order within a minute, and follow it into finance and operations.',
});
const watching = msg({ id: 'place-order.watching', defaultMessage: 'We watch for an order by {names}.' });
const found = msg({
  id: 'place-order.found',
  defaultMessage: '{name} has placed the order {number}. Now it has to arrive in finance and operations.',
});

/** Only people place orders: there is no other way onto the portal, and nobody else’s name to use. */
export default defineAction({
  title: msg({ id: 'place-order.title', defaultMessage: 'Place a test order' }),
  left: msg({
    id: 'place-order.left',
    defaultMessage:
      'An order that was placed stays, in Dataverse and in finance and operations. Cancel it there.',
  }),
  byHand: 'customers-only',
  changes: async (targets) => [
    {
      system: 'The portal',
      says: text(order, { names: await namesOf(targets) }),
      undo: 'by-hand',
    },
  ],
  drivers: {
    guided: {
      guide: async (targets) => {
        const [names, site] = await Promise.all([namesOf(targets), getSite(targets)]);
        return {
          who: 'you',
          link: site.websiteUrl ?? '',
          steps: [
            text(register),
            ...(isVisible(site, 'private') ? [text(gate)] : []),
            text(open, { names }),
            text(create),
            text(information),
            text(items),
            text(submit),
          ],
          notice: text(notice),
        };
      },
      run: async (targets, verbs) => {
        const before = await verbs.once('before', async () =>
          (await testOrders(targets)).orders.map(({ id }) => id),
        );
        const names = await verbs.once('names', () => namesOf(targets));
        const { name, number } = await verbs.until(
          'ordered',
          { says: text(watching, { names }), for: 'person', every: 20, usually: 600 },
          async () => (await testOrders(targets)).orders.find(({ id }) => !before.includes(id)),
        );
        await verbs.say('found', text(found, { name, number: number || '?' }));
      },
    },
  },
});

const namesOf = async (targets: Targets): Promise<string> =>
  (await readInvitees(targets)).map(({ name }) => name).join(', ');
