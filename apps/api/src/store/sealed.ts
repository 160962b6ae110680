import type { Sealed } from '../auth/sealed.ts';
import type { Store } from './open-store.ts';

/** The table behind sealed token caches: bytes by tenant, person and kind; it never sees what is inside. */
export function createSealed({ db }: Store, world: { now(): Date }): Sealed {
  return {
    async get(tenant, user, kind) {
      const found = await db
        .selectFrom('sealed')
        .select('value')
        .where('tenant', '=', tenant)
        .where('holder', '=', user)
        .where('kind', '=', kind)
        .executeTakeFirst();
      return found && Buffer.from(found.value);
    },
    async put(tenant, user, kind, value) {
      const row = { tenant, holder: user, kind, value, updated_at: world.now() };
      await db
        .insertInto('sealed')
        .values(row)
        .onConflict((on) =>
          on.columns(['tenant', 'holder', 'kind']).doUpdateSet({ value, updated_at: row.updated_at }),
        )
        .execute();
    },
    async remove(tenant, user, kind) {
      await db
        .deleteFrom('sealed')
        .where('tenant', '=', tenant)
        .where('holder', '=', user)
        .where('kind', '=', kind)
        .execute();
    },
  };
}
