import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Only ever added to: a migration that ran somewhere is never changed. */
export const migrations: Readonly<Record<string, Migration>> = {
  '001-runs-and-events': {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable('runs')
        .addColumn('id', 'text', (c) => c.primaryKey())
        .addColumn('tenant', 'text', (c) => c.notNull())
        .addColumn('title', 'text', (c) => c.notNull())
        .addColumn('key', 'text', (c) => c.notNull())
        .addColumn('created_at', 'timestamptz', (c) => c.notNull())
        .addColumn('created_by', 'jsonb', (c) => c.notNull())
        .addColumn('seq', 'integer', (c) => c.notNull().defaultTo(0))
        .addColumn('hash', 'bytea', (c) => c.notNull())
        .addUniqueConstraint('runs_key', ['tenant', 'key'])
        .execute();
      await db.schema.createIndex('runs_newest').on('runs').columns(['tenant', 'created_at desc']).execute();
      await db.schema
        .createTable('events')
        .addColumn('run', 'text', (c) => c.notNull().references('runs.id'))
        .addColumn('seq', 'integer', (c) => c.notNull())
        .addColumn('key', 'text')
        .addColumn('at', 'timestamptz', (c) => c.notNull())
        .addColumn('by', 'jsonb')
        .addColumn('event', 'jsonb', (c) => c.notNull())
        .addColumn('hash', 'bytea', (c) => c.notNull())
        .addColumn('prev', 'bytea', (c) => c.notNull())
        .addPrimaryKeyConstraint('events_place', ['run', 'seq'])
        .execute();
      await sql`create unique index events_key on events (run, key) where key is not null`.execute(db);
    },
  },
  '002-sealed': {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable('sealed')
        .addColumn('tenant', 'text', (c) => c.notNull())
        .addColumn('holder', 'text', (c) => c.notNull())
        .addColumn('kind', 'text', (c) => c.notNull())
        .addColumn('value', 'bytea', (c) => c.notNull())
        .addColumn('updated_at', 'timestamptz', (c) => c.notNull())
        .addPrimaryKeyConstraint('sealed_holder', ['tenant', 'holder', 'kind'])
        .execute();
    },
  },
  '003-operations': {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable('executors')
        .addColumn('id', 'text', (c) => c.primaryKey())
        .addColumn('started_at', 'timestamptz', (c) => c.notNull())
        .addColumn('beat_at', 'timestamptz', (c) => c.notNull())
        .execute();
      await db.schema
        .createTable('operations')
        .addColumn('id', 'text', (c) => c.primaryKey())
        .addColumn('run', 'text', (c) => c.notNull().references('runs.id'))
        .addColumn('tenant', 'text', (c) => c.notNull())
        .addColumn('person', 'text', (c) => c.notNull())
        .addColumn('action', 'text', (c) => c.notNull())
        .addColumn('driver', 'text', (c) => c.notNull())
        .addColumn('by', 'jsonb', (c) => c.notNull())
        .addColumn('left', 'jsonb')
        .addColumn('pace', 'real', (c) => c.notNull())
        .addColumn('started_at', 'timestamptz', (c) => c.notNull())
        .addColumn('finished_at', 'timestamptz')
        .addColumn('cancelling', 'boolean', (c) => c.notNull().defaultTo(false))
        .addColumn('fence', 'integer', (c) => c.notNull().defaultTo(0))
        .execute();
      await sql`create index operations_open on operations (tenant, person) where finished_at is null`.execute(
        db,
      );
      await db.schema
        .createTable('waits')
        .addColumn('operation', 'text', (c) => c.notNull().references('operations.id'))
        .addColumn('key', 'text', (c) => c.notNull())
        .addColumn('kind', 'text', (c) => c.notNull())
        .addColumn('tries', 'integer', (c) => c.notNull())
        .addColumn('faults', 'integer', (c) => c.notNull())
        .addColumn('next_at', 'timestamptz', (c) => c.notNull())
        .addColumn('told', 'integer', (c) => c.notNull())
        .addColumn('telling', 'text', (c) => c.notNull())
        .addPrimaryKeyConstraint('waits_key', ['operation', 'key'])
        .execute();
    },
  },
  '004-tries': {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable('tries')
        .addColumn('operation', 'text', (c) => c.notNull().references('operations.id'))
        .addColumn('key', 'text', (c) => c.notNull())
        .addColumn('unanswered', 'integer', (c) => c.notNull())
        .addPrimaryKeyConstraint('tries_key', ['operation', 'key'])
        .execute();
    },
  },
  '005-hand-offs': {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable('hand_offs')
        .addColumn('id', 'text', (c) => c.primaryKey())
        .addColumn('operation', 'text', (c) => c.notNull().references('operations.id'))
        .addColumn('run', 'text', (c) => c.notNull().references('runs.id'))
        .addColumn('tenant', 'text', (c) => c.notNull())
        .addColumn('key', 'text', (c) => c.notNull())
        .addColumn('recipient', 'text', (c) => c.notNull())
        .addColumn('hash', 'bytea', (c) => c.notNull().unique())
        .addColumn('expires_at', 'timestamptz', (c) => c.notNull())
        .addColumn('state', 'text', (c) => c.notNull())
        .addUniqueConstraint('hand_offs_key', ['operation', 'key'])
        .execute();
      // An operation has one link that works.
      await sql`create unique index hand_offs_live on hand_offs (operation) where state in ('given', 'opened')`.execute(
        db,
      );
    },
  },
  '006-challenges': {
    async up(db: Kysely<unknown>) {
      await db.schema.alterTable('waits').addColumn('challenge', 'text').execute();
    },
  },
  '007-site-archive': {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable('archived')
        .addColumn('id', 'text', (c) => c.primaryKey())
        .addColumn('run', 'text', (c) => c.notNull().references('runs.id'))
        .addColumn('role', 'text', (c) => c.notNull())
        .addColumn('at', 'timestamptz', (c) => c.notNull())
        .addColumn('seq', 'bigserial', (c) => c.notNull())
        .addColumn('content', 'bytea', (c) => c.notNull())
        .execute();
      await db.schema
        .createIndex('archived_newest')
        .on('archived')
        .columns(['run', 'role', 'seq desc'])
        .execute();
      await db.schema
        .createTable('site_files')
        .addColumn('tenant', 'text', (c) => c.notNull())
        .addColumn('hash', 'text', (c) => c.notNull())
        .addColumn('content', 'bytea', (c) => c.notNull())
        .addPrimaryKeyConstraint('site_files_hash', ['tenant', 'hash'])
        .execute();
    },
  },
  '008-fingerprints': {
    async up(db: Kysely<unknown>) {
      await db.schema.alterTable('archived').addColumn('fingerprint', 'text').execute();
      await db.schema.createIndex('archived_fingerprint').on('archived').column('fingerprint').execute();
    },
  },
  '009-about-snapshots': {
    async up(db: Kysely<unknown>) {
      await db.schema.alterTable('archived').addColumn('about', 'jsonb').execute();
    },
  },
  '010-tries-sent-at': {
    async up(db: Kysely<unknown>) {
      await db.schema.alterTable('tries').addColumn('sent_at', 'timestamptz').execute();
    },
  },
};
