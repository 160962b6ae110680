import { msg, text } from '@portico/plan/text';
import { dualWritePage } from '../targets/dual-write-page.ts';
import { defineCheck } from './define-check.ts';

const linked = msg({
  id: 'dual-write-linked.ok',
  defaultMessage: 'Dual-write links {finance} with this environment.',
});
const elsewhere = msg({
  id: 'dual-write-linked.elsewhere',
  defaultMessage: 'Dual-write links {finance} with another environment: {other}.',
});
const none = msg({ id: 'dual-write-linked.none', defaultMessage: 'Dual-write isn’t linked for {finance}.' });
const indirect = msg({
  id: 'dual-write-linked.indirect',
  defaultMessage:
    'Dataverse has dual-write’s own records, so it was linked; the link itself can’t be read with your sign-in.',
});
const unread = msg({
  id: 'dual-write-linked.unread',
  defaultMessage: 'The dual-write gateway issues no token to other apps than Microsoft’s own.',
});
const cause = msg({
  id: 'dual-write-linked.cause',
  defaultMessage:
    'The environments are connected, but dual-write between them was never set up, or was reset.',
});
const open = msg({
  id: 'dual-write-linked.remedy.open',
  defaultMessage:
    'In finance and operations, open “Data management”, then “Dual-write”, and follow “New link to environment”.',
});
const look = msg({
  id: 'dual-write-linked.remedy.look',
  defaultMessage: 'Open the dual-write page and see that it shows this environment.',
});

/** The dual-write link, from the gateway where a token may be had, else from dual-write's own records. */
export default defineCheck({
  title: msg({ id: 'dual-write-linked.title', defaultMessage: 'Dual-write links the two environments' }),
  why: msg({ id: 'dual-write-linked.why', defaultMessage: 'Table maps run over this link.' }),
  owner: 'finance-operations-admin',
  after: ['fno-linked', 'dual-write-solutions'],
  observe: async ({ findGateway, financeHost, environment, rows, cloud }) => {
    const [gateway, finance, link, { name }] = await Promise.all([
      findGateway(),
      financeHost(),
      dualWritePage({ cloud, financeHost }),
      environment(),
    ]);
    if (gateway)
      return { finance, link, read: true as const, environment: name, linked: await gateway.findLink() };
    // Companies are rows that only a link makes.
    const companies = await rows({ set: 'cdm_companies', $select: 'cdm_companycode', $top: 1 });
    return { finance, link, read: false as const, recorded: companies.length > 0 };
  },
  judge: (facts) => {
    const { finance, link } = facts;
    const remedy = { owner: 'finance-operations-admin', steps: [text(open)], link } as const;
    if (!facts.read && facts.recorded)
      return {
        state: 'warn',
        says: text(indirect),
        details: [{ state: 'not-checked', says: text(unread) }],
        remedy: { owner: 'you', steps: [text(look)], link },
      };
    const other = facts.read ? facts.linked?.environment : undefined;
    if (facts.read && facts.linked && (!other || other.toLowerCase() === facts.environment.toLowerCase()))
      return { state: 'ok', says: text(linked, { finance }) };
    if (other)
      return { state: 'blocked', says: text(elsewhere, { finance, other }), cause: text(cause), remedy };
    return { state: 'blocked', says: text(none, { finance }), cause: text(cause), remedy };
  },
});
