/**
 * Fills the embedded store of a folder with so many set-ups of Contoso, and the newest of them with as many events:
 * `node fill-store.child.ts <folder> <count>`. A process of its own, since the product opens that store afterwards.
 */
import { plan } from '@portico/contract/plan';
import type { RunEvent } from '@portico/plan/event';
import { checksOf } from '@portico/plan/plan';
import { people, tenants } from '@portico/twin/scenarios/contoso/ids';
import { randomBytes, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { canonical } from '../../journal/canonical.ts';
import { genesis, hashAfter } from '../../journal/chain.ts';
import { createJournal, type Journal } from '../../journal/journal.ts';
import { openStore, type Store } from '../../store/open-store.ts';
import { fillFolder } from '../fresh-store.ts';

const by = { id: people.alex, tenant: tenants.contoso, name: 'Alex Lund' };
const begun = new Date('2026-03-02T08:00:00Z').getTime();

/** So many rows a statement: PostgreSQL takes 65,535 parameters. */
const batch = 1000;

/** A run as the journal leaves it after its first event. */
function drawRun(index: number) {
  const id = randomBytes(16).toString('base64url');
  const at = new Date(begun + index * 60_000);
  const title = `Customer ${String(index + 1).padStart(5, '0')}`;
  const event = { type: 'run-created', title, plan: plan.version, cloud: 'twin' } as const;
  const hash = hashAfter(genesis, { run: id, seq: 1, at: at.toISOString(), by, event });
  const created = { created_at: at, created_by: canonical(by), key: randomUUID() };
  return {
    run: { id, tenant: by.tenant, title, seq: 1, hash, ...created },
    event: {
      run: id,
      seq: 1,
      key: 'run-created',
      at,
      prev: genesis,
      hash,
      by: canonical(by),
      event: canonical(event),
    },
  };
}

async function fillRuns({ db }: Store, count: number): Promise<string> {
  let last = '';
  for (let first = 0; first < count; first += batch) {
    const drawn = Array.from({ length: Math.min(batch, count - first) }, (_, index) =>
      drawRun(first + index),
    );
    await db
      .insertInto('runs')
      .values(drawn.map(({ run }) => run))
      .execute();
    await db
      .insertInto('events')
      .values(drawn.map(({ event }) => event))
      .execute();
    last = drawn.at(-1)?.run.id ?? last;
  }
  return last;
}

/** Looking again and again, as in a set-up that goes on for months. */
function* looks(): Generator<RunEvent, never> {
  const ids = plan.steps.flatMap((step): readonly string[] => checksOf(step));
  for (;;) {
    for (const check of ids) yield { type: 'check-started', check };
    for (const check of ids) {
      const says = { id: `${check}.title` };
      const remedy = { owner: 'you', steps: [says] } as const;
      // Every other one says no: what passes in a row is folded into one line.
      const finding =
        ids.indexOf(check) % 2
          ? ({ state: 'ok', says } as const)
          : ({ state: 'warn', says, remedy } as const);
      yield { type: 'check-finished', check, finding, evidence: [], took: 400 };
    }
  }
}

async function fillEvents(journal: Journal, run: string, count: number): Promise<void> {
  const events = looks();
  for (let left = count; left > 0; left -= batch)
    // Not `take`, which would end the looking after the first batch.
    await journal.append(
      run,
      by,
      Array.from({ length: Math.min(batch, left) }, () => events.next().value),
    );
}

const [folder = '', count = '0'] = process.argv.slice(2);
await fillFolder(join(folder, 'store'));
await using store = await openStore({ folder: join(folder, 'store') });
const journal = createJournal(store, { now: () => new Date() });
const run = await fillRuns(store, Number(count));
await fillEvents(journal, run, Number(count));
if ((await journal.verify(run)) !== undefined) throw new Error('The journal that was filled does not hold.');
process.stdout.write(`${run}\n`);
