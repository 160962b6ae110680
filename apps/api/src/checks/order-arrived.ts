import type { FindingFacts } from '@portico/contract/findings';
import { msg, text } from '@portico/plan/text';
import { getSite } from '../targets/portal-site.ts';
import { lasting, read } from '../targets/read.ts';
import { hasArrived, testOrders } from '../targets/test-orders.ts';
import { defineCheck } from './define-check.ts';

const arrived = msg({
  id: 'order-arrived.ok',
  defaultMessage:
    'The order {number} that {name} placed on the portal is in Dataverse and in finance and operations.',
});
const none = msg({
  id: 'order-arrived.none',
  defaultMessage: 'Nobody has placed an order on the portal yet.',
});
const nobody = msg({
  id: 'order-arrived.nobody',
  defaultMessage: 'No first user is chosen, so nobody can place an order yet.',
});
const stays = msg({
  id: 'order-arrived.stays',
  defaultMessage: 'The order that {name} placed is in Dataverse, and finance and operations doesn’t have it.',
});
const cause = msg({
  id: 'order-arrived.cause',
  defaultMessage:
    'The maps of orders carry an order over in the moment it is saved, and only while they run.',
});
const unread = msg({
  id: 'order-arrived.unread',
  defaultMessage:
    'The order {number} that {name} placed is in Dataverse. Whether finance and operations has it can’t be read with your rights there.',
});
const place = msg({
  id: 'order-arrived.remedy.place',
  defaultMessage: 'Select “Place a test order”: it says what to do on the portal, and notices the order.',
});
const choose = msg({
  id: 'order-arrived.remedy.choose',
  defaultMessage: 'Choose somebody at the step “First users” who places the order.',
});
const later = msg({
  id: 'order-arrived.remedy.later',
  defaultMessage:
    'Or leave it for later, and say why: the set-up goes on, and you can come back to this step at any time.',
});
const running = msg({
  id: 'order-arrived.remedy.running',
  defaultMessage:
    'See in the step “Table maps” that the maps of orders and order lines run. Then place another order.',
});
const look = msg({
  id: 'order-arrived.remedy.look',
  defaultMessage: 'Ask somebody who may see sales orders there to look for {number}.',
});

/** One order from end to end: the last proof that a customer can order. Soft, because it takes somebody who orders. */
export default defineCheck({
  title: msg({ id: 'order-arrived.title', defaultMessage: 'An order has arrived' }),
  why: msg({
    id: 'order-arrived.why',
    defaultMessage: 'An order passes everything that was set up: the portal, Dataverse, the table maps.',
  }),
  owner: 'you',
  after: ['site-answers', 'fno-linked'],
  observe: async (targets) => {
    const [{ people, orders }, site] = await Promise.all([testOrders(targets), getSite(targets)]);
    const [newest] = orders;
    const link = site.websiteUrl ?? '';
    if (!newest) return { people, link };
    const page = await targets.dataversePage(
      `main.aspx?pagetype=entityrecord&etn=salesorder&id=${newest.id}`,
    );
    const seen =
      newest.number === '' ? { value: false } : await read(hasArrived(targets, newest.number), lasting);
    if ('refused' in seen) return { people, link, newest, refused: seen.refused };
    return { people, link, newest, page, there: 'value' in seen && seen.value };
  },
  judge: ({ people, link, newest, page, there, refused }) => {
    const go = { owner: 'you', steps: [text(place), text(later)], link } as const;
    if (people === 0)
      return {
        state: 'blocked',
        todo: true,
        says: text(nobody),
        remedy: { owner: 'you', steps: [text(choose), text(later)] },
      };
    if (!newest) return { state: 'blocked', todo: true, says: text(none), remedy: go };
    const { name, number } = newest;
    if (refused)
      return {
        state: 'unknown',
        says: text(unread, { name, number }),
        problem: refused,
        remedy: { owner: 'finance-operations-admin', steps: [text(look, { number })] },
      };
    if (!there)
      return {
        state: 'blocked',
        says: text(stays, { name }),
        cause: text(cause),
        remedy: { owner: 'you', steps: [text(running), text(later)] },
      };
    const { id: _, ...facts } = newest;
    return {
      state: 'ok',
      says: text(arrived, { name, number }),
      facts: { ...facts, link: page } satisfies FindingFacts['order-arrived'],
    };
  },
});
