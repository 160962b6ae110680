import type { Person } from '@portico/plan/event';
import type { Selectable } from 'kysely';
import { randomBytes } from 'node:crypto';
import { genesis } from '../journal/chain.ts';
import type { Database } from './database.ts';
import type { Store } from './open-store.ts';

export type Run = Pick<Selectable<Database['runs']>, 'id' | 'tenant' | 'title'> & {
  readonly createdAt: Date;
  readonly createdBy: Person;
};

export interface Runs {
  /** The same key in the same tenant answers the same run. The caller journals `run-created` next. */
  ensure(run: { title: string; key: string; by: Person }): Promise<Run>;
  /** Undefined when it doesn't exist or belongs to another tenant: the two look the same from outside. */
  find(tenant: string, id: string): Promise<Run | undefined>;
  /** Newest first. */
  list(tenant: string): Promise<Run[]>;
}

const columns = ['id', 'tenant', 'title', 'created_at as createdAt', 'created_by as createdBy'] as const;

/** Of an id: 16 random bytes in base64url. */
const shape = /^[\w-]{22}$/;

export function createRuns({ db }: Store, world: { now(): Date }): Runs {
  return {
    async ensure({ title, key, by }) {
      const { tenant } = by;
      await db
        .insertInto('runs')
        .values({
          id: randomBytes(16).toString('base64url'),
          tenant,
          title,
          key,
          created_at: world.now(),
          created_by: JSON.stringify(by),
          hash: genesis,
        })
        .onConflict((on) => on.columns(['tenant', 'key']).doNothing())
        .execute();
      const stored = db.selectFrom('runs').select(columns).where('tenant', '=', tenant);
      return stored.where('key', '=', key).executeTakeFirstOrThrow();
    },
    async find(tenant, id) {
      // Anything may stand in an address; a NUL in it would be a failure of the database.
      if (!shape.test(id)) return undefined;
      const query = db.selectFrom('runs').select(columns).where('tenant', '=', tenant);
      return query.where('id', '=', id).executeTakeFirst();
    },
    list: (tenant) =>
      db
        .selectFrom('runs')
        .select(columns)
        .where('tenant', '=', tenant)
        .orderBy('created_at', 'desc')
        .execute(),
  };
}
