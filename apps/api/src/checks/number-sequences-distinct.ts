import type { Detail } from '@portico/plan/finding';
import { msg, text } from '@portico/plan/text';
import { mayMeet } from '../targets/number-formats.ts';
import { salesSettings } from '../targets/sales-settings.ts';
import type { Targets } from '../targets/targets.ts';
import { defineCheck } from './define-check.ts';
import { hubOf } from './hub-of.ts';
import { lasting, read } from '../targets/read.ts';
import { inText } from '../targets/rows.ts';

const apart = msg({
  id: 'number-sequences-distinct.ok',
  defaultMessage: 'Orders of Dataverse begin with “{prefix}”; no company’s do in finance and operations.',
});
const same = msg({
  id: 'number-sequences-distinct.same',
  defaultMessage:
    'Order numbers of both sides can be the same: Dataverse begins with “{prefix}”, and so can {count, plural, one {a company} other {# companies}} in finance and operations.',
});
const format = msg({
  id: 'number-sequences-distinct.format',
  defaultMessage: '{company}: {format}',
});
const column = msg({
  id: 'number-sequences-distinct.column',
  defaultMessage:
    'The beginning comes from “Auto numbering”. A format that somebody gave to the order number’s column isn’t looked at.',
});
const unnamed = msg({
  id: 'number-sequences-distinct.unnamed',
  defaultMessage: 'Finance and operations doesn’t say how it numbers sales orders.',
});
const notRead = msg({
  id: 'number-sequences-distinct.not-read',
  defaultMessage: 'No number sequence for sales orders was in its answer.',
});
const unread = msg({
  id: 'number-sequences-distinct.unread',
  defaultMessage: 'The number sequences of finance and operations can’t be read with your sign-in.',
});
const cause = msg({
  id: 'number-sequences-distinct.cause',
  defaultMessage:
    'An order keeps its number when it is copied. Where both sides count in the same way, a new order meets an older one with its number.',
});
const prefixStep = msg({
  id: 'number-sequences-distinct.remedy.prefix',
  defaultMessage:
    'In the Power Platform admin centre, open the environment, then “Settings”, “Data management”, “Auto numbering”.',
});
const change = msg({
  id: 'number-sequences-distinct.remedy.change',
  defaultMessage: 'Select “Orders”, and give it a prefix that no company uses, for example WEB.',
});
const parameters = msg({
  id: 'number-sequences-distinct.remedy.parameters',
  defaultMessage:
    'In “Accounts receivable parameters”, tab “Number sequences”, open the sequence of “Sales order”, in each company.',
});
const compare = msg({
  id: 'number-sequences-distinct.remedy.compare',
  defaultMessage: 'Look that its format doesn’t begin with “{prefix}”, as orders in Dataverse do.',
});

/**
 * Both sides number orders on their own, and a number is a key (prospect to cash; number sequences in dual-write). Soft:
 * with other lengths or ranges the same beginning can be harmless, which nobody but a person can tell.
 */
export default defineCheck({
  title: msg({
    id: 'number-sequences-distinct.title',
    defaultMessage: 'Order numbers of both sides begin differently',
  }),
  why: msg({
    id: 'number-sequences-distinct.why',
    defaultMessage: 'Two orders with the same number can’t both be copied.',
  }),
  owner: 'environment-admin',
  after: ['fno-linked'],
  observe: async ({ rows, finance, financeForm, environment, cloud }) => {
    const [{ orderPrefix: prefix }, { name }, client, link] = await Promise.all([
      salesSettings(rows),
      environment(),
      finance(),
      financeForm('CustParameters'),
    ]);
    const numbering = hubOf(cloud, name);
    return { prefix, numbering, link, ...(await read(orderFormats(client), lasting)) };
  },
  judge: ({ prefix, numbering, link, ...seen }) => {
    const steps = [text(parameters), text(compare, { prefix })];
    const look = { owner: 'finance-operations-admin', steps, link } as const;
    if ('refused' in seen)
      return { state: 'unknown', says: text(unread), problem: seen.refused, remedy: look };
    if (seen.value.length === 0)
      return {
        state: 'warn',
        says: text(unnamed),
        details: [{ state: 'not-checked', says: text(notRead) }],
        remedy: look,
      };
    const meeting = seen.value.filter(({ format: theirs }) => mayMeet(prefix, theirs));
    const shown = (state: Detail['state'], of: typeof seen.value): Detail[] =>
      of.map((each) => ({
        state,
        says: text(format, { company: each.company.toUpperCase(), format: each.format }),
      }));
    const probable: Detail = { state: 'probable', says: text(column) };
    if (meeting.length === 0)
      return {
        state: 'ok',
        says: text(apart, { prefix }),
        details: [...shown('proved', seen.value), probable],
      };
    return {
      state: 'blocked',
      says: text(same, { prefix, count: meeting.length }),
      cause: text(cause),
      details: shown('not-found', meeting),
      remedy: { owner: 'environment-admin', steps: [text(prefixStep), text(change)], link: numbering },
    };
  },
});

/** How each company numbers its sales orders. */
async function orderFormats(client: Awaited<ReturnType<Targets['finance']>>) {
  // SalesId is the data type of sales order numbers; that references name it so is inferred from others.
  const { value: uses } = await client.listSequenceReferences({ $filter: "DataTypeName eq 'SalesId'" });
  const codes = [...new Set(uses.map(({ NumberSequenceCode: code }) => code ?? ''))].filter(Boolean);
  if (codes.length === 0) return [];
  const { value: sequences } = await client.listNumberSequences({
    $filter: codes.map((code) => `NumberSequenceCode eq '${inText(code)}'`).join(' or '),
  });
  const used = (code?: string | null, scope?: string | null) =>
    uses.some((use) => use.NumberSequenceCode === code && use.ScopeValue === scope);
  return sequences
    .filter(({ NumberSequenceCode: code, ScopeValue: scope }) => used(code, scope))
    .map(({ ScopeValue: company, Format }) => ({ company: company ?? '', format: Format ?? '' }));
}
