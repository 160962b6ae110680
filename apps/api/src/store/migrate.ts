import type { Kysely } from 'kysely';
import { Migrator } from 'kysely/migration';
import type { Database } from './database.ts';
import { migrations } from './migrations.ts';
import { StoreError } from './store-error.ts';

/**
 * Brings the tables up to date. Several processes may call it at once: Kysely runs it in one transaction
 * under an advisory lock, and the later ones find nothing to do. Throws `database-newer`.
 */
export async function migrate(db: Kysely<Database>): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...migrations }) } });
  const { error } = await migrator.migrateToLatest();
  // Kysely 0.29 has no class for it: migration/migrator.js, #ensureNoMissingMigrations.
  if (error instanceof Error && error.message.startsWith('corrupted migrations: previously executed'))
    throw new StoreError(
      'database-newer',
      'A newer Portico has worked with this database, and this one doesn’t know its tables. ' +
        'Start that version, or restore the copy from before the update.',
      error,
    );
  if (error) throw error;
}
