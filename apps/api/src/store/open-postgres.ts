import { Pool } from 'pg';
import { StoreError } from './store-error.ts';

const oldest = 14;

/** A pool on the customer's PostgreSQL. Throws `database-unreachable` and `database-too-old`. */
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
    const { rows } = await pool.query<{ major: number }>(
      `select current_setting('server_version_num')::int / 10000 as major`,
    );
    const major = rows[0]?.major ?? 0;
    if (major < oldest) {
      throw new StoreError(
        'database-too-old',
        `The database is PostgreSQL ${major}; Portico needs ${oldest} or later.`,
      );
    }
    return pool;
  } catch (error) {
    await pool.end();
    if (error instanceof StoreError) throw error;
    throw new StoreError(
      'database-unreachable',
      `The PostgreSQL database of DATABASE_URL does not answer: ${reasonOf(error)}`,
      error,
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
