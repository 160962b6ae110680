import type { Detail } from '@portico/plan/finding';
import { type Message, msg, text } from '@portico/plan/text';
import { defineCheck } from './define-check.ts';
import { read, valueOf } from '../targets/read.ts';

const enough = msg({
  id: 'dataverse-storage.ok',
  defaultMessage: 'There is room in Dataverse: {free, number} GB of database storage are free.',
});
const low = msg({
  id: 'dataverse-storage.low',
  defaultMessage:
    'Dataverse’s database storage is nearly full: {free, number} of {total, number} GB are free.',
});
const over = msg({
  id: 'dataverse-storage.over',
  defaultMessage: 'The tenant stores more than it may: {over, number} GB too much ({kind}).',
});
const unread = msg({
  id: 'dataverse-storage.unread',
  defaultMessage:
    'Your account isn’t allowed to read the tenant’s storage; administrators of the tenant are.',
});
const odd = msg({
  id: 'dataverse-storage.odd',
  defaultMessage: 'The report of the tenant’s storage doesn’t name the database.',
});
const cause = msg({
  id: 'dataverse-storage.cause',
  defaultMessage:
    'A tenant that is over its storage can’t copy, restore or convert environments, nor add a database, and installations of Dynamics 365 apps may stop half-way. The initial copy of your tables needs room as well.',
});
const line = msg({
  id: 'dataverse-storage.line',
  defaultMessage: '{kind}: {used, number} of {total, number} GB used, as of {day}.',
});
const own = msg({
  id: 'dataverse-storage.own',
  defaultMessage: 'This environment’s part of the database: {used, number} GB.',
});
const notRead = msg({
  id: 'dataverse-storage.not-read',
  defaultMessage: 'The tenant’s storage, in the reports of the Power Platform.',
});
const free = msg({
  id: 'dataverse-storage.remedy.free',
  defaultMessage:
    'In the Power Platform admin centre, open “Billing”, “Licenses”, “Dataverse”, and see which environments store most; delete what nobody needs.',
});
const buy = msg({
  id: 'dataverse-storage.remedy.buy',
  defaultMessage:
    'Or buy “Dataverse Database Capacity”, or link the environment to a billing policy that pays for storage.',
});
const look = msg({
  id: 'dataverse-storage.remedy.look',
  defaultMessage:
    'Ask a Power Platform administrator to open “Billing”, “Licenses”, “Dataverse” in the Power Platform admin centre and to read what is free.',
});

const gigabytes = (megabytes: number) => Math.round(megabytes / 102.4) / 10;

/** Room in Dataverse. Advice: what Microsoft closes at which fill isn’t published for installations. */
export default defineCheck({
  title: msg({ id: 'dataverse-storage.title', defaultMessage: 'Dataverse has room' }),
  why: msg({
    id: 'dataverse-storage.why',
    defaultMessage: 'Installing solutions and copying tables needs storage that the tenant still has.',
  }),
  owner: 'licence-admin',
  after: [],
  observe: async ({ capacity, environment, cloud }) => {
    const [{ properties }, tenant] = await Promise.all([environment(), read(capacity.getTenantCapacity({}))]);
    const stored = valueOf(tenant)?.tenantCapacities.map(({ capacityType, totalCapacity, consumption }) => ({
      kind: capacityType,
      total: totalCapacity,
      used: consumption?.actual ?? 0,
      day: (consumption?.actualUpdatedOn ?? '').slice(0, 10),
    }));
    return {
      ...('refused' in tenant ? { refused: tenant.refused } : {}),
      stored: stored ?? [],
      own: properties.capacity?.find(({ capacityType }) => capacityType === 'Database')?.actualConsumption,
      link: cloud.pages.adminCentre,
    };
  },
  judge: ({ refused, stored, own: here, link }) => {
    const remedy = (...steps: readonly Message[]) =>
      ({ owner: 'licence-admin', steps: steps.map((step) => text(step)), link }) as const;
    const mine: readonly Detail[] =
      here === undefined ? [] : [{ state: 'proved', says: text(own, { used: gigabytes(here) }) }];
    if (refused)
      return {
        state: 'unknown',
        says: text(unread),
        problem: refused,
        details: [{ state: 'not-checked', says: text(notRead) }, ...mine],
        remedy: remedy(look),
      };
    const kinds = stored.filter(({ kind }) => /^(Database|File|Log)$/.test(kind));
    const database = kinds.find(({ kind }) => kind === 'Database');
    const details: readonly Detail[] = [
      ...kinds.map(({ kind, used, total, day }) => ({
        state: 'proved' as const,
        says: text(line, { kind, used: gigabytes(used), total: gigabytes(total), day }),
      })),
      ...mine,
    ];
    if (!database)
      return {
        state: 'unknown',
        says: text(odd),
        problem: { code: 'not-readable' },
        details,
        remedy: remedy(look),
      };
    const left = ({ total, used }: (typeof kinds)[number]) => total - used;
    const log = kinds.find(({ kind }) => kind === 'Log');
    // What the log has too much is taken from the database; files are on their own (capacity-storage, scenarios).
    const room = left(database) + Math.min(0, log ? left(log) : 0);
    const file = kinds.find(({ kind }) => kind === 'File');
    const short =
      room < 0
        ? { kind: 'Database', by: -room }
        : file && left(file) < 0 && { kind: 'File', by: -left(file) };
    if (short)
      return {
        state: 'warn',
        says: text(over, { over: gigabytes(short.by), kind: short.kind }),
        cause: text(cause),
        details,
        remedy: remedy(free, buy),
      };
    // Microsoft warns below 5 %, and asks for 1 GB before it adds anything.
    if (room < 1024 || room < database.total * 0.05)
      return {
        state: 'warn',
        says: text(low, { free: gigabytes(room), total: gigabytes(database.total) }),
        cause: text(cause),
        details,
        remedy: remedy(free, buy),
      };
    return { state: 'ok', says: text(enough, { free: gigabytes(room) }), details };
  },
});
