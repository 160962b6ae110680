import type { Detail } from '@portico/plan/finding';
import { msg, text } from '@portico/plan/text';
import { dualWritePage } from '../targets/dual-write-page.ts';
import { noGateway } from '../targets/find-gateway.ts';
import type { GatewayAddress } from '../targets/gateway.ts';
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
const silent = msg({
  id: 'dual-write-linked.silent',
  defaultMessage:
    'No dual-write gateway answered: the address may be wrong, or the gateway isn’t well just now.',
});
const unread = msg({
  id: 'dual-write-linked.unread',
  defaultMessage: 'The dual-write gateway issues no token to other apps than Microsoft’s own.',
});
const unnamed = msg({
  id: 'dual-write-linked.unnamed',
  defaultMessage:
    'The environment’s record doesn’t say where its dual-write gateway is, and nobody has given its address.',
});
const inferred = msg({
  id: 'dual-write-linked.asked.inferred',
  defaultMessage:
    'At {address}, an address that Portico put together from the environment’s record; it may be another one.',
});
const given = msg({
  id: 'dual-write-linked.asked.given',
  defaultMessage: 'At {address}, the address that was given in this step.',
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
const listen = msg({
  id: 'dual-write-linked.remedy.listen',
  defaultMessage:
    'If the dual-write page shows the link all the same, Portico asked at the wrong address. On that page, press F12, choose “Network”, and reload.',
});
const copy = msg({
  id: 'dual-write-linked.remedy.copy',
  defaultMessage: 'Copy the address of a request whose host begins with projectmanagementservice.',
});
const give = msg({
  id: 'dual-write-linked.remedy.give',
  defaultMessage: 'Put it into the step Dual-write, under “Address of the dual-write gateway”.',
});

/** How a person finds the gateway that Microsoft's own page asks. */
const findAddress = [text(listen), text(copy), text(give)];

/** The dual-write link, from the gateway where a token may be had, else from dual-write's own records. */
export default defineCheck({
  title: msg({ id: 'dual-write-linked.title', defaultMessage: 'Dual-write links the two environments' }),
  why: msg({ id: 'dual-write-linked.why', defaultMessage: 'Table maps run over this link.' }),
  owner: 'finance-operations-admin',
  after: ['fno-linked', 'dual-write-solutions'],
  observe: async ({ gatewayAddress, findGateway, financeHost, environment, rows, cloud }) => {
    const [asked, gateway, finance, link, { name }] = await Promise.all([
      gatewayAddress(),
      findGateway().catch(noGateway),
      financeHost(),
      dualWritePage({ cloud, financeHost }),
      environment(),
    ]);
    const met = { finance, link, ...(asked ? { asked } : {}) };
    if (gateway && 'code' in gateway) return { ...met, read: 'nothing' as const, problem: gateway };
    if (gateway)
      return { ...met, read: 'gateway' as const, environment: name, linked: await gateway.findLink() };
    // Companies are rows that only a link makes.
    const companies = await rows({ set: 'cdm_companies', $select: 'cdm_companycode', $top: 1 });
    return { ...met, read: 'records' as const, recorded: companies.length > 0 };
  },
  judge: (facts) => {
    const { finance, link, asked } = facts;
    const doubts = (doubtful: boolean) => ({ facts: { ...(asked ? { asked } : {}), doubtful } });
    const owner = 'finance-operations-admin';
    switch (facts.read) {
      case 'nothing':
        return {
          state: 'unknown',
          says: text(silent),
          problem: facts.problem,
          details: whereAsked('not-found', asked),
          remedy: { owner: 'you', steps: findAddress, link },
          ...doubts(true),
        };
      case 'records': {
        const details: Detail[] = [{ state: 'not-checked', says: text(asked ? unread : unnamed) }];
        if (!facts.recorded)
          return {
            state: 'blocked',
            says: text(none, { finance }),
            cause: text(cause),
            details,
            remedy: { owner, steps: [text(open)], link },
            ...doubts(!asked),
          };
        return {
          state: 'warn',
          says: text(indirect),
          details,
          remedy: { owner: 'you', steps: [text(look), ...(asked ? [] : findAddress)], link },
          ...doubts(!asked),
        };
      }
      case 'gateway':
      default: {
        const other = facts.linked?.environment;
        if (facts.linked && (!other || other.toLowerCase() === facts.environment.toLowerCase()))
          return {
            state: 'ok',
            says: text(linked, { finance }),
            details: whereAsked('proved', asked),
            ...doubts(false),
          };
        return {
          state: 'blocked',
          says: other ? text(elsewhere, { finance, other }) : text(none, { finance }),
          cause: text(cause),
          details: whereAsked('not-found', asked),
          remedy: { owner, steps: [text(open), ...findAddress], link },
          ...doubts(true),
        };
      }
    }
  },
});

const whereAsked = (state: Detail['state'], asked: GatewayAddress | undefined): readonly Detail[] =>
  asked ? [{ state, says: text(asked.given ? given : inferred, { address: asked.address }) }] : [];
