import type { ActionId } from '@portico/contract/plan';
import type { RunState } from '@portico/plan/reduce';
import { msg, type Text, text } from '@portico/plan/text';
import { actionTitle } from './names.ts';

/** How to take back what an action did, and what stays all the same. */
export interface Undoing {
  readonly title: Text;
  readonly steps: readonly Text[];
}

const maps = [
  msg({
    id: 'report.undo.start-maps.stop',
    defaultMessage:
      'To stop a map, open the dual-write page in finance and operations, select the map, and select “Stop”. Stop what depends on it first.',
  }),
  msg({
    id: 'report.undo.start-maps.stays',
    defaultMessage:
      'Rows that were copied stay on both sides, with the values that won. There is no undo for them but a restore of the environment.',
  }),
];
const paused = [
  msg({
    id: 'report.undo.pause-maps',
    defaultMessage: 'Start the maps in Portico: they go on, and what waited is carried over.',
  }),
];
const skipped = [
  msg({
    id: 'report.undo.skip-catch-up',
    defaultMessage:
      'What was saved during the pause can only be brought over by copying all rows anew, or by saving those rows once more.',
  }),
];
const stopped = [
  msg({
    id: 'report.undo.stop-maps',
    defaultMessage:
      'Start the maps in Portico: what changed meanwhile is there once all rows are copied anew.',
  }),
];
const applied = [
  msg({
    id: 'report.undo.apply-map-solutions.remove',
    defaultMessage:
      'Maps in dual-write’s list do nothing until somebody starts them. To take one off the list, open the dual-write page, select the map, and select “Delete”.',
  }),
];
const packages = [
  msg({
    id: 'report.undo.install-packages.remove',
    defaultMessage:
      'To remove a solution, open the environment in Power Apps, then “Solutions”, and delete it there, the last one installed first.',
  }),
  msg({
    id: 'report.undo.install-packages.data',
    defaultMessage: 'Removing a dual-write solution deletes the rows of its tables as well.',
  }),
];
const site = [
  msg({
    id: 'report.undo.provision-site.delete',
    defaultMessage:
      'To remove the site, open the Power Platform admin centre, then “Power Pages sites”, select the site, and select “Delete”.',
  }),
  msg({
    id: 'report.undo.provision-site.stays',
    defaultMessage:
      'That deletes the host only. The site’s pages and settings, and the template’s packages, stay in Dataverse until somebody removes them.',
  }),
];

const converted = [
  msg({
    id: 'report.undo.convert-site',
    defaultMessage:
      'A production site can’t become a trial again. What it costs ends when nobody signs in, or when the site is deleted.',
  }),
];
const published = [
  msg({
    id: 'report.undo.publish-site',
    defaultMessage:
      'To close the site again, select “Make the site private” at the step “Go live”. As long as it was public, anybody may have read it.',
  }),
];
const hidden = [
  msg({
    id: 'report.undo.hide-site',
    defaultMessage:
      'To open the site again, select “Make the site public” at the step “Go live”. While it is a trial, the tenant may refuse that.',
  }),
];
const restarted = [
  msg({ id: 'report.undo.restart-site', defaultMessage: 'A restart changes nothing that stays.' }),
];
const hostDeleted = [
  msg({
    id: 'report.undo.delete-site-host.again',
    defaultMessage:
      'The site’s record, pages and settings are still in Dataverse. At the step “Portal site”, choose them, and a new host shows them, as a new trial.',
  }),
  msg({
    id: 'report.undo.delete-site-host.gone',
    defaultMessage:
      'The address may be taken by others meanwhile. A domain of its own, its certificate and the conversion are gone with the host.',
  }),
];

/** A new action says here how it is undone, or nothing compiles. */
const ways = {
  'install-packages': packages,
  'apply-map-solutions': applied,
  'start-maps': maps,
  'pause-maps': paused,
  'skip-catch-up': skipped,
  'stop-maps': stopped,
  'provision-site': site,
  'convert-site': converted,
  'publish-site': published,
  'hide-site': hidden,
  'restart-site': restarted,
  'delete-site-host': hostDeleted,
} satisfies Record<ActionId, unknown>;

/** For each action that was begun in this run, once. */
export function undoings({ operations }: RunState): readonly Undoing[] {
  const begun = new Set(Object.values(operations).map(({ action }) => action));
  return Object.entries(ways)
    .filter(([action]) => begun.has(action))
    .map(([action, steps]) => ({ title: actionTitle(action), steps: steps.map((step) => text(step)) }));
}
