import { usualSeconds } from '@portico/contract/usual-seconds';
import type { FindingFacts } from '@portico/contract/findings';
import { msg, text } from '@portico/plan/text';
import { findSite, isBeingDeleted } from '../targets/portal-site.ts';
import { at, guideOn, line, watchSite } from './change-site/on-site.ts';
import { defineAction } from './define-action.ts';
import { beginOperation, failIfRefused } from './site-operation.ts';

const remove = msg({
  id: 'delete-site-host.change',
  defaultMessage:
    'Delete the host of {name}: nobody reaches {url} any more, and the address is free for others',
});
const domain = msg({
  id: 'delete-site-host.change.lost',
  defaultMessage: 'A domain of its own, its certificate and the conversion to production are lost',
});
const stays = msg({
  id: 'delete-site-host.change.stays',
  defaultMessage:
    'Its record, pages and settings stay in Dataverse, as do the template’s solutions and all copied rows: a new host can show them',
});
const press = msg({
  id: 'delete-site-host.guide.press',
  defaultMessage: 'Select “Site Actions”, “Delete this site”, and “OK”.',
});
const asked = msg({ id: 'delete-site-host.asked', defaultMessage: 'Microsoft accepted the request.' });
const adopted = msg({
  id: 'delete-site-host.adopted',
  defaultMessage: 'The site is gone or being deleted already; nothing is sent.',
});
const deleting = msg({
  id: 'delete-site-host.deleting',
  defaultMessage: 'Microsoft deletes the site’s host.',
});
const watching = msg({
  id: 'delete-site-host.watching',
  defaultMessage: 'We watch until the site is gone from the list.',
});

/** Takes back that there is a site, and no more: what people made in it stays in Dataverse (admin/delete-website). */
export default defineAction({
  title: msg({ id: 'delete-site-host.title', defaultMessage: 'Delete the site’s host' }),
  left: msg({
    id: 'delete-site-host.left',
    defaultMessage:
      'Once Microsoft was asked it goes on deleting the host. The pages and settings stay in Dataverse.',
  }),
  // Facts of this check are of this shape (findings.ts).
  holds: (finding) => (finding?.facts as FindingFacts['site-is-production'] | undefined)?.type === 'none',
  confirm: async (targets) => {
    const url = (await findSite(targets))?.websiteUrl;
    return url ? URL.parse(url)?.host : undefined;
  },
  changes: async (targets) => {
    const site = await findSite(targets);
    if (!site) return [];
    return [
      line(text(remove, { name: site.name ?? '', url: site.websiteUrl ?? '' }), 'by-hand'),
      line(text(domain), 'impossible'),
      line(text(stays), 'possible', 'Dataverse'),
    ];
  },
  drivers: {
    automatic: {
      run: async (targets, verbs) => {
        const operation = await verbs.once('delete', async ({ write }) => {
          const site = await findSite(targets);
          if (!site || isBeingDeleted(site)) return false;
          const where = await at(targets, site);
          return (await write(() => beginOperation(() => targets.websites.deleteWebsite(where)))) ?? '';
        });
        await verbs.say('asked', text(operation === false ? adopted : asked));
        await verbs.until(
          'gone',
          { says: text(deleting), for: 'upstream', every: 20, usually: usualSeconds['delete-site-host'] },
          async () => {
            if (!(await findSite(targets))) return true;
            if (operation) await failIfRefused(targets, operation);
            return undefined;
          },
        );
      },
    },
    guided: {
      guide: (targets) => guideOn(targets, [text(press)]),
      run: watchSite({ says: watching, done: (site) => site === undefined }),
    },
  },
});
