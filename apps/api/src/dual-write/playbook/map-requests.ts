import { msg } from '@portico/plan/text';
import { type Entry, pages } from './entry.ts';
import { cleanDataverse, readWords, refreshTables } from './steps.ts';

/** What starting a map says before any row is copied. */
export const mapRequests: readonly Entry[] = [
  {
    id: 'too-many-companies',
    source: pages.guidance,
    forms: ['Exceeds the maximum partitions allowed for mapping', 'Unable to get partition map for project'],
    cause: msg({
      id: 'playbook.too-many-companies',
      defaultMessage: 'More companies are linked than the first copy of rows takes: it is made for 40.',
    }),
    owner: 'finance-operations-admin',
    steps: [
      msg({
        id: 'playbook.too-many-companies.fewer',
        defaultMessage: 'Take the companies that the portal doesn’t need out of the link.',
      }),
      msg({
        id: 'playbook.too-many-companies.skip',
        defaultMessage:
          'Or start the map without initial synchronisation, and bring the rows by data migration.',
      }),
    ],
  },
  {
    id: 'lookup-metadata',
    source: pages.module,
    forms: ['Unable to build dual-write lookup metadata', 'Unable to build dual write lookup metadata'],
    cause: msg({
      id: 'playbook.lookup-metadata',
      defaultMessage: 'A map that this one needs doesn’t run, or a mapped column is missing on one side.',
    }),
    owner: 'finance-operations-admin',
    steps: [
      msg({
        id: 'playbook.lookup-metadata.needed',
        defaultMessage: 'Start the maps that this one needs; they stand above it in the table.',
      }),
      refreshTables,
    ],
  },
  {
    id: 'solution-version',
    source: pages.module,
    forms: [
      "solution '<solution>' has version mismatch. Version: '<version>' Required version: '<required>'",
    ],
    cause: msg({
      id: 'playbook.solution-version',
      defaultMessage:
        'The solution {solution} is of version {version}, and this map needs {required} or later.',
    }),
    owner: 'environment-admin',
    steps: [
      msg({
        id: 'playbook.solution-version.update',
        defaultMessage:
          'Update the dual-write packages: Power Platform admin center, the environment, “Dynamics 365 apps”.',
      }),
      msg({
        id: 'playbook.solution-version.apply',
        defaultMessage:
          'Select “Apply solution” on the dual-write page, and choose the map’s newest version.',
      }),
    ],
  },
  {
    id: 'plugin-registration',
    source: pages.module,
    general: true,
    forms: ['plugin registration failed', 'plug-in registration failed'],
    cause: msg({
      id: 'playbook.plugin-registration',
      defaultMessage:
        'Dual-write couldn’t put its plug-in steps in place, without which no change is noticed.',
    }),
    owner: 'environment-admin',
    steps: [
      readWords,
      msg({
        id: 'playbook.plugin-registration.enabled',
        defaultMessage:
          'See that the plug-in assemblies DualWriteRegistration and DualWriteRuntime are enabled in Dataverse; step Dual-write looks at them.',
      }),
      cleanDataverse,
    ],
  },
  {
    id: 'map-throttled',
    source: pages.protection,
    forms: [
      '0x80072322',
      '0x80072321',
      '0x80072326',
      'Number of requests exceeded the limit of',
      'Combined execution time of incoming requests exceeded limit',
      'Number of concurrent requests exceeded the limit of',
    ],
    cause: msg({
      id: 'playbook.map-throttled',
      defaultMessage: 'Dataverse took more calls than it serves in five minutes, and turned the rest away.',
    }),
    owner: 'you',
    steps: [
      msg({
        id: 'playbook.map-throttled.wait',
        defaultMessage: 'Wait until other imports are over, and start the map again.',
      }),
      msg({
        id: 'playbook.map-throttled.apart',
        defaultMessage: 'Don’t let maps with many rows copy at the same time.',
      }),
    ],
  },
  {
    id: 'gateway-throttled',
    source: pages.limits,
    standing: 'inferred',
    forms: ['(429) Too Many Requests', '429 (Too Many Requests)'],
    cause: msg({
      id: 'playbook.gateway-throttled',
      defaultMessage: 'Microsoft’s service was asked too often in a short time.',
    }),
    owner: 'you',
    steps: [
      msg({
        id: 'playbook.gateway-throttled.wait',
        defaultMessage: 'Wait a few minutes, and start the map again.',
      }),
    ],
  },
];
