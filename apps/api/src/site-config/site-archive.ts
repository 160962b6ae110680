import { createHmac } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { type Archived, identityOf, type Kept, type Role, type SiteArchive } from './archive.ts';
import type { Store } from '../store/open-store.ts';
import { aboutOf } from './about.ts';
import { sha256 } from './fingerprint.ts';

interface Means {
  now(): Date;
  /** A key of this tenant that outlives the seal keys' turns. */
  readonly markKey: (tenant: string) => Promise<Buffer>;
}
type Place = { readonly run: string; readonly tenant: string };
type Row = { readonly id: string; readonly at: Date; readonly content: Buffer };

/** What may hold a template, whoever's. */
export const knowing = ['baseline', 'template', 'imported'] as const;

const [packed, unpacked] = [promisify(gzip), promisify(gunzip)];

/** What runs keep of their sites: gzipped JSON by the SHA-256 of what it says, and files that are no text. */
export const createSiteArchive =
  ({ db }: Store, { now, markKey }: Means) =>
  ({ run, tenant }: Place): SiteArchive => {
    const of = (role: Role) => db.selectFrom('archived').where('run', '=', run).where('role', '=', role);
    const newest = (role: Role) => of(role).orderBy('seq', 'desc').limit(1);
    const whole = ['id', 'at', 'content'] as const;
    return {
      async keep(role, content) {
        const hash = sha256(`${run} ${role} ${identityOf(content)}`);
        const at = now();
        const before = await newest(role).select('id').executeTakeFirst();
        // What is as it was when it was looked at last was looked at now.
        if (before?.id.startsWith(hash)) {
          await db.updateTable('archived').set({ at }).where('id', '=', before.id).execute();
          return { id: before.id, at: at.toISOString(), content };
        }
        const id = `${hash}-${at.getTime().toString(36)}`;
        const about = 'snapshot' in content && role !== 'live' ? aboutOf(content) : undefined;
        await db
          .insertInto('archived')
          .values({
            id,
            run,
            role,
            at,
            content: await packed(JSON.stringify(content)),
            // What came and wasn't chosen is no template of this set-up yet.
            fingerprint: role === 'imported' ? null : (about?.fingerprint ?? null),
            about: about ? JSON.stringify(about) : null,
          })
          .onConflict((on) => on.column('id').doUpdateSet({ at }))
          .execute();
        return { id, at: at.toISOString(), content };
      },
      latest: async (role) => opened(role, await newest(role).select(whole).executeTakeFirst()),
      find: async (role, id) =>
        opened(role, await of(role).where('id', '=', id).select(whole).executeTakeFirst()),
      async seenAt(fingerprint) {
        const found = await db
          .selectFrom('archived')
          .innerJoin('runs', 'runs.id', 'archived.run')
          .select('runs.title')
          .where('archived.fingerprint', '=', fingerprint)
          .where('runs.tenant', '=', tenant)
          .where('runs.id', '!=', run)
          .orderBy('archived.seq', 'desc')
          .limit(1)
          .executeTakeFirst();
        return found?.title;
      },
      async shared(id) {
        const found = await db
          .selectFrom('archived')
          .innerJoin('runs', 'runs.id', 'archived.run')
          .select(['archived.id', 'archived.at', 'archived.content', 'archived.about', 'runs.title'])
          .where('archived.id', '=', id)
          .where('archived.role', 'in', knowing)
          .where('runs.tenant', '=', tenant)
          .executeTakeFirst();
        const kept = found?.about?.whole ? await opened('template', found) : undefined;
        if (!found || !kept) return undefined;
        const { notes: _, made: __, ...content } = kept.content;
        return { ...kept, content: { ...content, notes: {}, sharedBy: found.title } };
      },
      async keepFile(hash, content) {
        const row = { tenant, hash, content };
        await db
          .insertInto('site_files')
          .values(row)
          .onConflict((on) => on.doNothing())
          .execute();
      },
      async file(hash) {
        const query = db.selectFrom('site_files').select('content').where('tenant', '=', tenant);
        const found = await query.where('hash', '=', hash).executeTakeFirst();
        return found && Buffer.from(found.content);
      },
      async seal() {
        const key = await markKey(tenant);
        return (secret) => createHmac('sha256', key).update(secret).digest('hex');
      },
    };
  };

async function opened<R extends Role>(_role: R, row: Row | undefined): Promise<Kept<R> | undefined> {
  if (!row) return undefined;
  const content = await openContent<R>(row.content);
  return { id: row.id, at: new Date(row.at).toISOString(), content };
}

/** What was packed above, from a value of this type. */
export const openContent = async <R extends Role>(content: Uint8Array): Promise<Archived[R]> =>
  JSON.parse((await unpacked(Buffer.from(content))).toString()) as Archived[R];
