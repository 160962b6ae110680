import { createHmac } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { type Archived, identityOf, type Kept, type Role, type SiteArchive } from './archive.ts';
import type { Store } from '../store/open-store.ts';
import { fingerprintOf, sha256 } from './fingerprint.ts';

interface Means {
  now(): Date;
  /** A key of this tenant that outlives the seal keys' turns. */
  readonly markKey: (tenant: string) => Promise<Buffer>;
}
type Place = { readonly run: string; readonly tenant: string };
type Row = { readonly id: string; readonly at: Date; readonly content: Buffer };

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
        await db
          .insertInto('archived')
          .values({
            id,
            run,
            role,
            at,
            content: await packed(JSON.stringify(content)),
            fingerprint: known(role, content),
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

/** What the next customer's template is compared with; the site itself is nobody's template. */
const known = (role: Role, content: Archived[Role]): string | null =>
  'snapshot' in content && (role === 'baseline' || role === 'template')
    ? fingerprintOf(content.snapshot)
    : null;

async function opened<R extends Role>(_role: R, row: Row | undefined): Promise<Kept<R> | undefined> {
  if (!row) return undefined;
  const text = (await unpacked(Buffer.from(row.content))).toString();
  // Written above, from a value of this type.
  return { id: row.id, at: new Date(row.at).toISOString(), content: JSON.parse(text) as Archived[R] };
}
