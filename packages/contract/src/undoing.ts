import { type Message, msg } from '@portico/plan/text';
import type { Change } from '@portico/plan/action';
import type { ActionId } from './plan.ts';

/** Whether what an action did can be taken back, and how; said before anything is begun, and in the report. */
export interface Undoing {
  readonly back: Change['undo'];
  readonly says: readonly Message[];
}

const maps = [
  msg({
    id: 'report.undo.start-maps.stop',
    defaultMessage:
      '“Stop the table maps” at the step “Table maps” stops them in reverse order. By hand: open the dual-write page in finance and operations, and stop what depends on a map before the map.',
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
      '“Delete the site’s host” at the step “Go live” removes the site. By hand: in the Power Platform admin centre, “Power Pages sites”, select the site, “Manage”, “Site Actions”, “Delete this site”.',
  }),
  msg({
    id: 'report.undo.provision-site.stays',
    defaultMessage:
      'That deletes the host only. The site’s pages and settings, its people and the template’s packages stay in Dataverse until somebody deactivates or removes them.',
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

const users = [
  msg({
    id: 'report.undo.invite-users.deactivate',
    defaultMessage:
      'To take an invitation back, open “Power Pages Management”, “Invitations”, select it, and select “Deactivate”. Who has signed up already is kept out by deactivating the contact.',
  }),
  msg({
    id: 'report.undo.invite-users.role',
    defaultMessage:
      'To take a web role back, open it under “Web Roles”, then “Related”, “Contacts”, and remove the contact.',
  }),
  msg({
    id: 'report.undo.invite-users.stays',
    defaultMessage:
      'What was filled in at a contact was empty before: clear it in Dataverse. Finance and operations has those values as well, and keeps them.',
  }),
];

const order = [
  msg({
    id: 'report.undo.place-order',
    defaultMessage:
      'Cancel the test order in finance and operations, under “All sales orders”: dual-write carries that back. Its number is used up.',
  }),
];

const updated = [
  msg({
    id: 'report.undo.apply-update.back',
    defaultMessage:
      '“Take the update back” at the step “New template” puts each record back as it was, as long as nobody has edited it since.',
  }),
];
const rolledBack = [
  msg({
    id: 'report.undo.roll-back.again',
    defaultMessage: 'The decisions are kept: apply the update again at the step “New template”.',
  }),
];

/** A new action says here how it is undone, or nothing compiles. */
export const undoings = {
  'install-packages': { back: 'by-hand', says: packages },
  'apply-map-solutions': { back: 'by-hand', says: applied },
  'start-maps': { back: 'possible', says: maps },
  'pause-maps': { back: 'possible', says: paused },
  'skip-catch-up': { back: 'impossible', says: skipped },
  'stop-maps': { back: 'possible', says: stopped },
  'provision-site': { back: 'possible', says: site },
  'invite-users': { back: 'by-hand', says: users },
  'place-order': { back: 'by-hand', says: order },
  'convert-site': { back: 'impossible', says: converted },
  'publish-site': { back: 'possible', says: published },
  'hide-site': { back: 'possible', says: hidden },
  'restart-site': { back: 'impossible', says: restarted },
  'delete-site-host': { back: 'by-hand', says: hostDeleted },
  'apply-update': { back: 'possible', says: updated },
  'roll-back': { back: 'possible', says: rolledBack },
} satisfies Record<ActionId, Undoing>;
