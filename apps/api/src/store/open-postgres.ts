import { Pool } from 'pg';
import { StoreError } from './store-error.ts';

const oldest = 14;

/** A pool on the customer's PostgreSQL. Throws `database-unreachable`, `database-too-old`, `database-rights`. */
export async function openPostgres(databaseUrl: string, warn: (message: string) => void): Promise<Pool> {
  const pool = new Pool({
    connectionString: databaseUrl,
    application_name: 'portico',
    max: 20,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
  });
  // An idle connection that breaks is replaced; unheard, the event would end the process.
  pool.on('error', (error) => warn(`A database connection broke and is replaced: ${error.message}`));
  try {
    await mustSuit(pool);
    return pool;
  } catch (error) {
    await pool.end();
    if (error instanceof StoreError) throw error;
    throw new StoreError(
      'database-unreachable',
      `The PostgreSQL database of DATABASE_URL can’t be used: ${reasonOf(error)}. ` +
        'Check that its server runs and lets this machine in, and the user, password and database named there.',
      error,
    );
  }
}

/** Young enough for everything we ask of it, and ours to bring up to date: our tables, and DBOS's in a schema of its own. */
async function mustSuit(pool: Pool): Promise<void> {
  const { rows } = await pool.query<{ major: number; mayCreate: boolean; remedy: string }>(
    `select current_setting('server_version_num')::int / 10000 as major,
       has_database_privilege(current_database(), 'create')
         and coalesce(has_schema_privilege(current_schema(), 'create'), false) as "mayCreate",
       format('grant create on database %I to %I; grant create on schema %I to %I;',
         current_database(), current_user, coalesce(current_schema(), 'public'), current_user) as remedy`,
  );
  const { major = 0, mayCreate = false, remedy = '' } = rows[0] ?? {};
  if (major < oldest) {
    throw new StoreError(
      'database-too-old',
      `The database of DATABASE_URL is PostgreSQL ${major}; Portico needs ${oldest} or newer.`,
    );
  }
  if (!mayCreate) {
    throw new StoreError(
      'database-rights',
      'The user of DATABASE_URL may not create tables and schemas in that database, which Portico does when it ' +
        `starts. Have its owner run there: ${remedy}`,
    );
  }
}

/** An AggregateError (several addresses tried) has an empty message of its own. */
const reasonOf = (error: unknown): string =>
  error instanceof AggregateError
    ? error.errors.map(reasonOf).join('; ')
    : error instanceof Error
      ? error.message
      : String(error);
