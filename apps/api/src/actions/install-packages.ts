import { Problem } from '@portico/contract/problems';
import { outcomeOf } from '@portico/microsoft/operation';
import type { Verbs } from '@portico/plan/action';
import { msg, text } from '@portico/plan/text';
import { anyInstalling, lackingApps, type LackingApp, packageOf } from '../targets/dual-write-apps.ts';
import type { Targets } from '../targets/targets.ts';
import { defineAction } from './define-action.ts';
import { watchUntilNone } from './watch-until-none.ts';

const change = msg({ id: 'install-packages.change', defaultMessage: 'Install {name}, version {version}' });
const renew = msg({
  id: 'install-packages.change.update',
  defaultMessage: 'Bring {name} from version {from} to {version}',
});
const unchanged = msg({
  id: 'install-packages.unchanged',
  defaultMessage:
    'The installation ended well, and version {version} is there as before. Update it in the admin centre, where the app shows “Update available”.',
});
const update = msg({
  id: 'install-packages.guide.update',
  defaultMessage: 'These are in the list already: {names}. Select each of them, then “Update”.',
});
const looking = msg({ id: 'install-packages.looking', defaultMessage: 'We look what is installed.' });
const waiting = msg({
  id: 'install-packages.waiting',
  defaultMessage: 'Another installation is under way in this environment; {name} is next.',
});
const installing = msg({
  id: 'install-packages.installing',
  defaultMessage: 'Microsoft installs {name} ({number} of {total}).',
});
const there = msg({ id: 'install-packages.there', defaultMessage: '{name} is installed.' });
const watching = msg({
  id: 'install-packages.watching',
  defaultMessage: '{count, plural, one {One solution is} other {# solutions are}} still missing or too old.',
});
const open = msg({ id: 'install-packages.guide.open', defaultMessage: 'Select “Install app”.' });
const choose = msg({
  id: 'install-packages.guide.choose',
  defaultMessage: 'Choose the first of these: {names}.',
});
const agree = msg({
  id: 'install-packages.guide.agree',
  defaultMessage: 'Agree to the terms, and select “Install”. Wait until it is installed.',
});
const next = msg({
  id: 'install-packages.guide.next',
  defaultMessage:
    'Do the same with each of the others, in this order. What is installed drops out of the list.',
});
const notice = msg({
  id: 'install-packages.guide.notice',
  defaultMessage: 'We notice each solution within a minute of its installation.',
});

/**
 * Installs what dual-write lacks, and brings what is too old up to date, one application after the other, each after
 * what it builds on.
 */
export default defineAction({
  title: msg({ id: 'install-packages.title', defaultMessage: 'Install what dual-write lacks' }),
  left: msg({
    id: 'install-packages.left',
    defaultMessage:
      'An installation that has begun goes on at Microsoft. What is installed stays; what comes after it isn’t asked for.',
  }),
  changes: async (targets) => {
    const [lacking, packages] = await Promise.all([lackingApps(targets.rows), catalogue(targets)]);
    return lacking.map((app) => ({
      system: 'Power Platform',
      says: text(app.from ? renew : change, {
        name: app.shown,
        version: packageOf(packages, app)?.version ?? '?',
        ...(app.from ? { from: app.from } : {}),
      }),
      undo: 'by-hand',
    }));
  },
  drivers: {
    automatic: { run: installAll },
    guided: {
      guide: async (targets) => {
        const lacking = await lackingApps(targets.rows);
        const names = (some: readonly LackingApp[]) => some.map(({ shown }) => shown).join(', ');
        const [fresh, old] = [lacking.filter(({ from }) => !from), lacking.filter(({ from }) => from)];
        return {
          who: 'environment-admin',
          link: `${targets.cloud.pages.adminCentre}/environments/environment/${(await targets.environment()).name}/dynamics365apps`,
          steps: [
            ...(fresh.length > 0
              ? [text(open), text(choose, { names: names(fresh) }), text(agree), text(next)]
              : []),
            ...(old.length > 0 ? [text(update, { names: names(old) })] : []),
          ],
          notice: text(notice),
        };
      },
      run: watch,
    },
  },
});

const catalogue = async (targets: Targets) => targets.packages((await targets.environment()).name);

async function installAll(targets: Targets, verbs: Verbs): Promise<void> {
  const lacking = await verbs.once('order', () => lackingApps(targets.rows));
  for (const [index, app] of lacking.entries()) {
    const where = { name: app.shown, number: index + 1, total: lacking.length };
    const operation = await ask(targets, verbs, app);
    await verbs.until(
      `installed ${app.anchor}`,
      { says: text(installing, where), for: 'upstream', every: 60, usually: 1800 },
      async () => {
        const ended = await failIfRefused(targets, app, operation);
        const still = await stillLacking(targets, app);
        // Asking for what is installed brings it up to date, as far as anybody knows.
        if (ended && still?.from)
          throw new Problem('action-failed', {
            values: { package: app.shown, cause: unchanged.id, version: still.from },
          });
        return still ? undefined : true;
      },
    );
    await verbs.say(`there ${app.anchor}`, text(there, where));
  }
}

const stillLacking = async (targets: Targets, { anchor }: LackingApp) =>
  (await lackingApps(targets.rows)).find((app) => app.anchor === anchor);

/**
 * Has an installation begun, by us or by whoever came first. While the environment is busy with another one nothing is
 * asked: nobody says that two at once are safe.
 * @returns the address of the operation, or null when it is somebody else's or done already
 */
async function ask(targets: Targets, verbs: Verbs, app: LackingApp): Promise<string | null> {
  for (let round = 1; ; round += 1) {
    const asked = await verbs.once(`install ${app.anchor} ${round}`, async ({ write }) => {
      const { name: environment } = await targets.environment();
      const [lacking, packages] = await Promise.all([
        stillLacking(targets, app),
        targets.packages(environment),
      ]);
      const found = packageOf(packages, app);
      if (!lacking || found?.installing) return { operation: null };
      if (!found)
        throw new Problem('action-failed', {
          values: { package: app.shown },
          detail: 'not in the catalogue',
        });
      if (anyInstalling(packages)) return 'busy' as const;
      const ask = { environment, package: found.uniqueName };
      return await write(async () => {
        const started = await targets.applicationPackages.installPackage(ask);
        return started ? { operation: started.operation ?? null } : ('busy' as const);
      });
    });
    if (asked !== 'busy') return asked.operation;
    await verbs.until(
      `free for ${app.anchor} ${round}`,
      { says: text(waiting, { name: app.shown }), for: 'upstream', every: 60, usually: 1800 },
      async () => (anyInstalling(await catalogue(targets)) ? undefined : true),
    );
  }
}

/** Only failure is believed here: success is what Dataverse says. Answers whether it has ended, well or not. */
async function failIfRefused(targets: Targets, app: LackingApp, operation: string | null): Promise<boolean> {
  if (operation === null) {
    const found = packageOf(await catalogue(targets), app);
    if (found?.failed) throw refused(app, found.error ?? found.state);
    return found?.installing === false;
  }
  const outcome = outcomeOf(await targets.applicationPackages.getOperation.at(operation));
  if (outcome.state === 'failed') throw refused(app, outcome.message ?? outcome.raw, outcome.code);
  return outcome.state === 'succeeded';
}

const refused = (app: LackingApp, message: string, code?: string) =>
  new Problem('action-failed', {
    values: { package: app.shown },
    upstream: { status: 200, message, ...(code ? { code } : {}) },
  });

/** A person installs them in the admin centre. */
function watch(targets: Targets, verbs: Verbs): Promise<void> {
  return watchUntilNone(verbs, {
    looking,
    watching,
    every: 30,
    usually: 3600,
    left: () => lackingApps(targets.rows),
  });
}
