import { msg } from '@portico/plan/text';

/* What helps against more than one cause, click by click. */

export const refreshTables = msg({
  id: 'playbook.step.refresh-tables',
  defaultMessage: 'Open the map on the dual-write page and select “Refresh tables”.',
});
export const openMap = msg({
  id: 'playbook.step.open-map',
  defaultMessage: 'Stop the map if it runs, and open it on the dual-write page, tab “Table mappings”.',
});
export const saveMap = msg({ id: 'playbook.step.save-map', defaultMessage: 'Save the map.' });
export const openKeys = msg({
  id: 'playbook.step.open-keys',
  defaultMessage:
    'Open “Integration key” on the dual-write page, and compare the keys of this table with the mapped columns.',
});
export const resetLink = msg({
  id: 'playbook.step.reset-link',
  defaultMessage:
    'Only after that: reset the link with “Reset link”. It removes all maps, keys and errors, so the solutions must be applied and the maps started anew.',
});
export const askMicrosoft = msg({
  id: 'playbook.step.ask-microsoft',
  defaultMessage: 'Open a support request with Microsoft, with the words and ids below.',
});
export const readWords = msg({
  id: 'playbook.step.read-words',
  defaultMessage: 'Read Microsoft’s words below; they name what is meant.',
});
export const refreshEntities = msg({
  id: 'playbook.step.refresh-entities',
  defaultMessage:
    'After an upgrade of finance and operations first: Data management, “Framework parameters”, “Entity settings”, “Refresh entity list”.',
});
export const jobHistory = msg({
  id: 'playbook.step.job-history',
  defaultMessage:
    'Open Data management, “Job history” in finance and operations, and look for the job’s name under “Execution group id”.',
});
export const appUsers = msg({
  id: 'playbook.step.app-users',
  defaultMessage:
    'Check the two application users of dual-write in Dataverse and the two rows under “Microsoft Entra applications” in finance and operations; step Dual-write of this set-up looks at both.',
});
export const cleanDataverse = msg({
  id: 'playbook.step.clean-dataverse',
  defaultMessage:
    'Stop all maps. Then delete the rows of “DualWrite Runtime Configuration” that belong to the former link, in Dataverse.',
});
export const cleanFinance = msg({
  id: 'playbook.step.clean-finance',
  defaultMessage:
    'Stop all maps. Then delete the rows of the former link from the entity DualWriteProjectConfigurationEntity with the Excel add-in, and publish.',
});
export const splitLoad = msg({
  id: 'playbook.step.split-load',
  defaultMessage:
    'Bring such an amount into each side by data migration, and start the map without initial synchronisation.',
});
export const startMapFirst = msg({
  id: 'playbook.step.start-first',
  defaultMessage:
    'Start the map that carries these rows, with initial synchronisation, and wait until it runs.',
});
export const teamRoles = msg({
  id: 'playbook.step.team-roles',
  defaultMessage:
    'Give the owning team the roles “Dual-write runtime user” and “Dual-write app user”, and a role that may read and write this table: Power Platform admin center, the environment, “Teams”.',
});
