import { Problem } from '@portico/contract/problems';
import type { Detail } from '@portico/plan/finding';
import { msg, text } from '@portico/plan/text';
import { defineCheck } from './define-check.ts';
import { hubOf } from './hub-of.ts';

/** Files of every template: they are attachments of the site's records in Dataverse (Power Pages, web files). */
const needed = [
  { extension: 'css', type: 'text/css' },
  { extension: 'png', type: 'image/png' },
  { extension: 'jpg', type: 'image/jpeg' },
];
/** Blocked unless somebody allowed them, and no hindrance to a template: Microsoft's sites begin in such environments. */
const laterOnly = ['js', 'svg'];

const ok = msg({
  id: 'attachments-allowed.ok',
  defaultMessage: 'Style sheets and images of the site can be kept in Dataverse.',
});
const blocked = msg({
  id: 'attachments-allowed.blocked',
  defaultMessage:
    'This environment refuses {count, plural, one {a kind of file that the site needs} other {# kinds of files that the site needs}}: {kinds}.',
});
const cause = msg({
  id: 'attachments-allowed.cause',
  defaultMessage:
    'The site’s style sheets and images are attachments in Dataverse, and the environment’s list of blocked attachments holds them off.',
});
const extension = msg({
  id: 'attachments-allowed.extension',
  defaultMessage: '“{extension}” is among the blocked file extensions.',
});
const type = msg({
  id: 'attachments-allowed.type',
  defaultMessage: '“{type}” is among the blocked MIME types.',
});
const unlisted = msg({
  id: 'attachments-allowed.unlisted',
  defaultMessage: 'Only some MIME types are allowed, and “{type}” isn’t one of them.',
});
const later = msg({
  id: 'attachments-allowed.later',
  defaultMessage:
    '“{extension}” is blocked, as Microsoft sets it. The template does without; files of this kind that you add to the site later are refused.',
});
const open = msg({
  id: 'attachments-allowed.remedy.open',
  defaultMessage:
    'In the Power Platform admin centre, open the environment, then “Settings”, “Product”, “Privacy + Security”.',
});
const extensions = msg({
  id: 'attachments-allowed.remedy.extensions',
  defaultMessage: 'Under “Set blocked file extensions for attachments”, take out {extensions}.',
});
const types = msg({
  id: 'attachments-allowed.remedy.types',
  defaultMessage: 'Under “Set blocked mime types for attachments”, take out {types}.',
});
const allow = msg({
  id: 'attachments-allowed.remedy.allow',
  defaultMessage: 'Under “Set allowed mime types for attachments”, add {types}, or empty the list.',
});
const save = msg({
  id: 'attachments-allowed.remedy.save',
  defaultMessage: 'Select “Save”, then check again.',
});

/**
 * Soft: mostly a site without its style sheets is what comes of it, or none at all; which files Microsoft's template
 * for the Customer Portal brings is published nowhere, so a person may know better.
 */
export default defineCheck({
  title: msg({
    id: 'attachments-allowed.title',
    defaultMessage: 'The site’s files can be kept in Dataverse',
  }),
  why: msg({
    id: 'attachments-allowed.why',
    defaultMessage: 'What the environment blocks as an attachment, the site can’t have as a file.',
  }),
  owner: 'environment-admin',
  after: ['environment-user'],
  observe: async ({ rows, environment, cloud }) => {
    const [organization] = await rows({
      set: 'organizations',
      $select: 'blockedattachments,blockedmimetypes,allowedmimetypes',
    });
    if (!organization) throw new Problem('upstream-shape', { detail: 'no organization' });
    return {
      extensions: listed(organization['blockedattachments']),
      types: listed(organization['blockedmimetypes']),
      allowed: listed(organization['allowedmimetypes']),
      link: hubOf(cloud, (await environment()).name),
    };
  },
  judge: (facts) => {
    const byExtension = needed.filter((one) => facts.extensions.includes(one.extension));
    const byType = needed.filter((one) => facts.types.includes(one.type));
    // An empty list allows all.
    const byAbsence =
      facts.allowed.length > 0 ? needed.filter((one) => !facts.allowed.includes(one.type)) : [];
    const details: Detail[] = [
      ...byExtension.map((one): Detail => ({ state: 'not-found', says: text(extension, one) })),
      ...byType.map((one): Detail => ({ state: 'not-found', says: text(type, one) })),
      ...byAbsence.map((one): Detail => ({ state: 'not-found', says: text(unlisted, one) })),
      ...laterOnly
        .filter((each) => facts.extensions.includes(each))
        .map((each): Detail => ({ state: 'probable', says: text(later, { extension: each }) })),
    ];
    const stopped = new Set([...byExtension, ...byType, ...byAbsence].map((one) => one.extension));
    if (stopped.size === 0) return { state: 'ok', says: text(ok), details };
    const typesOf = (some: typeof needed) => some.map((one) => one.type).join(', ');
    return {
      state: 'blocked',
      says: text(blocked, { count: stopped.size, kinds: [...stopped].join(', ') }),
      cause: text(cause),
      details,
      remedy: {
        owner: 'environment-admin',
        steps: [
          text(open),
          ...(byExtension.length > 0
            ? [text(extensions, { extensions: byExtension.map((one) => one.extension).join(', ') })]
            : []),
          ...(byType.length > 0 ? [text(types, { types: typesOf(byType) })] : []),
          ...(byAbsence.length > 0 ? [text(allow, { types: typesOf(byAbsence) })] : []),
          text(save),
        ],
        link: facts.link,
      },
    };
  },
});

/** Names between semicolons, as people write them: with dots, spaces and capitals. */
const listed = (value: unknown): readonly string[] =>
  typeof value === 'string'
    ? value
        .toLowerCase()
        .split(';')
        .map((name) => name.trim().replace(/^\./, ''))
        .filter(Boolean)
    : [];
