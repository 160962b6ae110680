import type { MapState } from '@portico/contract/findings';
import type { Detail } from '@portico/plan/finding';
import { msg, text } from '@portico/plan/text';
import { dualWritePage } from '../targets/dual-write-page.ts';
import { isInstalled, notInstalled } from '../targets/dual-write-solutions.ts';
import { textOf } from '../targets/text-of.ts';
import { defineCheck } from './define-check.ts';

const ok = msg({
  id: 'runtime-configuration.ok',
  defaultMessage:
    '{count, plural, =0 {No record of a running map is left over from another link.} one {The record of a running map belongs to this link.} other {All # records of running maps belong to this link.}}',
});
const stale = msg({
  id: 'runtime-configuration.stale',
  defaultMessage:
    '{count, plural, one {A record of a running map belongs} other {# records of running maps belong}} to another link or environment.',
});
const cause = msg({
  id: 'runtime-configuration.cause',
  defaultMessage:
    'This environment was copied, restored or reset, and brought along what dual-write had noted elsewhere. Saving a row then ends with “SecureConfig Organization (…) does not match actual CRM Organization (…)”.',
});
const unread = msg({
  id: 'runtime-configuration.unread',
  defaultMessage:
    'Dataverse has {count, plural, one {a record of a running map} other {# records of running maps}}; to which link {count, plural, one {it belongs} other {they belong}} can’t be verified with your sign-in.',
});
const unlike = msg({
  id: 'runtime-configuration.unlike',
  defaultMessage:
    'The records of running maps name none of the maps that dual-write says are running, so they can’t be compared.',
});
const entry = msg({ id: 'runtime-configuration.entry', defaultMessage: '{dataverse} ↔ {finance}' });
const stop = msg({
  id: 'runtime-configuration.remedy.stop',
  defaultMessage: 'On the dual-write page in finance and operations, stop all maps.',
});
const find = msg({
  id: 'runtime-configuration.remedy.find',
  defaultMessage:
    'Open this environment’s Dynamics 365 app, then “Advanced Settings”, “Advanced Find”, and look for “DualWrite Runtime Configuration”.',
});
const clear = msg({
  id: 'runtime-configuration.remedy.clear',
  defaultMessage: 'Select “Results”, select all rows, and select “Delete”. Then check again.',
});
const page = msg({
  id: 'runtime-configuration.remedy.page',
  defaultMessage: 'Open the dual-write page and run its configuration health check.',
});
const code = msg({
  id: 'runtime-configuration.remedy.code',
  defaultMessage: 'If it shows DWDVEV1004, clean up as it says; if not, all is well.',
});

/** States in which a map has its record. */
const active: readonly MapState['state'][] = ['running', 'paused', 'resuming', 'initial-sync'];

interface Entry {
  readonly dataverse: string;
  readonly finance: string;
  /** The map's project; undefined when the record doesn't say it. */
  readonly project?: string;
}

/**
 * Soft: a record of another environment certainly stops every save, one of an earlier link mostly does. That its
 * project is the gateway's `pid` was seen in the field only, so a person may know better. The organization itself
 * stands in the plug-ins' secure configuration, which nobody can read.
 */
export default defineCheck({
  title: msg({
    id: 'runtime-configuration.title',
    defaultMessage: 'Nothing is left over from another dual-write link',
  }),
  why: msg({
    id: 'runtime-configuration.why',
    defaultMessage: 'A copied or reset environment brings along records that stop every save.',
  }),
  owner: 'environment-admin',
  after: ['fno-linked'],
  observe: async ({ rows, findGateway, financeHost, cloud }) => {
    const installed = await isInstalled(rows, 'DualWriteCore');
    const records = installed
      ? await rows({
          set: 'msdyn_dualwriteruntimeconfigs',
          $select: 'msdyn_internalentityname,msdyn_externalentityname,msdyn_unsecure',
          $filter: 'statecode eq 0',
        })
      : [];
    const gateway = records.length > 0 ? await findGateway() : undefined;
    // Without a link there are no maps, and each record is of another one.
    const maps = gateway && ((await gateway.findLink()) ? await gateway.listMaps() : []);
    return {
      installed,
      entries: records.map((row): Entry => {
        const project = projectOf(row['msdyn_unsecure']);
        return {
          dataverse: textOf(row['msdyn_internalentityname'], '?'),
          finance: textOf(row['msdyn_externalentityname'], '?'),
          ...(project ? { project } : {}),
        };
      }),
      maps: maps?.map(({ pid, state }) => ({ pid, state })),
      link: await dualWritePage({ cloud, financeHost }),
    };
  },
  judge: ({ installed, entries, maps, link }) => {
    if (!installed) return notInstalled;
    const count = entries.length;
    const look = { owner: 'you', steps: [text(page), text(code)], link } as const;
    const listed = (some: readonly Entry[], state: Detail['state']) =>
      some.map(({ dataverse, finance }) => ({ state, says: text(entry, { dataverse, finance }) }));
    if (count === 0) return { state: 'ok', says: text(ok, { count }) };
    if (!maps)
      return {
        state: 'warn',
        says: text(unread, { count }),
        details: listed(entries, 'not-checked'),
        remedy: look,
      };
    const projects = new Set(maps.map(({ pid }) => pid?.toLowerCase()));
    const others = entries.filter(({ project }) => !project || !projects.has(project.toLowerCase()));
    if (others.length === 0)
      return { state: 'ok', says: text(ok, { count }), details: listed(entries, 'proved') };
    // With maps running and none of them recognized, it is the comparison that may be wrong.
    if (others.length === count && maps.some(({ state }) => active.includes(state)))
      return { state: 'warn', says: text(unlike), details: listed(entries, 'not-checked'), remedy: look };
    return {
      state: 'blocked',
      says: text(stale, { count: others.length }),
      cause: text(cause),
      details: listed(others, 'not-found'),
      remedy: {
        owner: 'environment-admin',
        steps: [text(stop), text(find), text(clear)],
        link,
      },
    };
  },
});

/** `ProjectId` in the record's configuration, as third-party viewers read it. */
function projectOf(configuration: unknown): string | undefined {
  return /"ProjectId"\s*:\s*"([^"]+)"/.exec(textOf(configuration))?.[1];
}
