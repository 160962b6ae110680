import type { Detail } from '@portico/plan/finding';
import { msg, text } from '@portico/plan/text';
import { dualWritePage } from '../targets/dual-write-page.ts';
import { isInstalled, notInstalled } from '../targets/dual-write-solutions.ts';
import { textOf } from '../targets/text-of.ts';
import { defineCheck } from './define-check.ts';
import { hubOf } from './hub-of.ts';

/** An initial sync copies the companies one by one, at most so many; live maps take more (dual-write, limits). */
const most = { initialSync: 40, live: 250 };

const ok = msg({
  id: 'companies.ok',
  defaultMessage:
    '{count, plural, one {One company takes} other {# companies take}} part, each with a code and a name of its own.',
});
const none = msg({ id: 'companies.none', defaultMessage: 'Dataverse has no company yet.' });
const noneCause = msg({
  id: 'companies.none.cause',
  defaultMessage:
    'Companies come with the dual-write link and with the map “Legal entities (cdm_companies)”.',
});
const doubled = msg({
  id: 'companies.doubled',
  defaultMessage: 'Dataverse has more than one company called {names}.',
});
const doubledCause = msg({
  id: 'companies.doubled.cause',
  defaultMessage:
    'Dual-write takes each name once: it ends with “Saving connection set failed! An item with the same key has already been added.”',
});
const nameless = msg({
  id: 'companies.nameless',
  defaultMessage: '{count, plural, one {A company has} other {# companies have}} no code or no name.',
});
const tooMany = msg({
  id: 'companies.too-many',
  defaultMessage: '{count} companies take part in dual-write; {limit} are its limit.',
});
const tooManyCause = msg({
  id: 'companies.too-many.cause',
  defaultMessage: 'Maps then end with “Exceeds the maximum partitions allowed for mapping”.',
});
const many = msg({
  id: 'companies.many',
  defaultMessage: '{count} companies take part in dual-write; an initial sync copies {limit} at most.',
});
const manyCause = msg({
  id: 'companies.many.cause',
  defaultMessage:
    'With more, maps can start without copying what is there. Existing rows then have to come another way.',
});
const link = msg({
  id: 'companies.remedy.link',
  defaultMessage: 'Link dual-write and start the map “Legal entities (cdm_companies)”, then check again.',
});
const open = msg({
  id: 'companies.remedy.open',
  defaultMessage:
    'In Power Apps, choose this environment, then “Tables”, “All”, and “Company” (cdm_company).',
});
const remove = msg({
  id: 'companies.remedy.remove',
  defaultMessage: 'Keep the {name} that rows belong to, and delete the others.',
});
const fill = msg({
  id: 'companies.remedy.fill',
  defaultMessage: 'Give each company a code and a name, or delete those that have none.',
});
const page = msg({
  id: 'companies.remedy.page',
  defaultMessage:
    'On the dual-write page in finance and operations, open “Environment details”, “Legal entities”.',
});
const fewer = msg({
  id: 'companies.remedy.fewer',
  defaultMessage: 'Unlink the companies whose customers don’t order on the portal.',
});

interface Company {
  readonly code: string;
  readonly name: string;
  readonly takesPart: boolean;
}

/**
 * Soft: a new link certainly fails over doubled or empty names, and maps over too many; but where dual-write is linked
 * already it may have gone on living with them. Above 40 it warns only: who copies nothing may go on.
 */
export default defineCheck({
  title: msg({ id: 'companies.title', defaultMessage: 'Each company is in Dataverse once' }),
  why: msg({
    id: 'companies.why',
    defaultMessage: 'Every customer, product and order belongs to a company, found by its code.',
  }),
  owner: 'environment-admin',
  after: ['fno-linked'],
  observe: async ({ rows, environment, financeHost, cloud }) => {
    const installed = await isInstalled(rows, 'Dynamics365Company');
    const $select = 'cdm_companycode,cdm_name,cdm_isenabledfordualwrite';
    const found = installed ? await rows({ set: 'cdm_companies', $select }) : [];
    const companies = found.map(
      (row): Company => ({
        code: textOf(row['cdm_companycode']).trim(),
        name: textOf(row['cdm_name']).trim(),
        takesPart: row['cdm_isenabledfordualwrite'] !== false,
      }),
    );
    return {
      installed,
      companies,
      tables: hubOf(cloud, (await environment()).name),
      dualWrite: await dualWritePage({ cloud, financeHost }),
    };
  },
  judge: ({ installed, companies, tables, dualWrite }) => {
    if (!installed) return notInstalled;
    const count = companies.filter(({ takesPart }) => takesPart).length;
    const names = doubles(companies);
    const empty = companies.filter(({ code, name }) => !code || !name).length;
    // What the finding itself doesn't say.
    const details: Detail[] =
      names.length > 0 && empty > 0 ? [{ state: 'not-found', says: text(nameless, { count: empty }) }] : [];
    if (names.length > 0 || empty > 0)
      return {
        state: 'blocked',
        says:
          names.length > 0 ? text(doubled, { names: names.join(', ') }) : text(nameless, { count: empty }),
        cause: text(doubledCause),
        details,
        remedy: {
          owner: 'environment-admin',
          steps: [
            text(open),
            ...names.map((name) => text(remove, { name })),
            ...(empty > 0 ? [text(fill)] : []),
          ],
          link: tables,
        },
      };
    const owner = 'finance-operations-admin' as const;
    if (companies.length === 0)
      return {
        state: 'warn',
        says: text(none),
        cause: text(noneCause),
        remedy: { owner, steps: [text(link)], link: dualWrite },
      };
    const remedy = { owner, steps: [text(page), text(fewer)], link: dualWrite };
    if (count > most.live)
      return {
        state: 'blocked',
        says: text(tooMany, { count, limit: most.live }),
        cause: text(tooManyCause),
        remedy,
      };
    if (count > most.initialSync)
      return {
        state: 'warn',
        says: text(many, { count, limit: most.initialSync }),
        cause: text(manyCause),
        remedy,
      };
    return { state: 'ok', says: text(ok, { count }) };
  },
});

/** What companies share that none may share: a code, else a name. The database ignores letter case, so dual-write may too. */
function doubles(companies: readonly Company[]): readonly string[] {
  const same = (one: string, other: string) => one !== '' && one.toLowerCase() === other.toLowerCase();
  const shared = companies.flatMap((company, index) => {
    const before = companies.slice(0, index);
    if (before.some(({ code }) => same(company.code, code))) return [company.code];
    return before.some(({ name }) => same(company.name, name)) ? [company.name] : [];
  });
  return [...new Set(shared)];
}
