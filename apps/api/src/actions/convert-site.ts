import { usualSeconds } from '@portico/contract/usual-seconds';
import type { Verbs } from '@portico/plan/action';
import { msg, text } from '@portico/plan/text';
import { findSite, getSite } from '../targets/portal-site.ts';
import { isProduction } from '../targets/site-clock.ts';
import type { Targets } from '../targets/targets.ts';
import { at, guideOn, line, watchSite } from './change-site/on-site.ts';
import { defineAction } from './define-action.ts';
import { beginOperation, failIfRefused } from './site-operation.ts';

const convert = msg({
  id: 'convert-site.change',
  defaultMessage: 'Make {name} a production site. It can’t become a trial again',
});
const paid = msg({
  id: 'convert-site.change.paid',
  defaultMessage:
    'From then on the people who sign in each month are paid for, by capacity packs or as you go. Without either Microsoft may slow the site down',
});
const button = msg({
  id: 'convert-site.guide.convert',
  defaultMessage: 'In “Site Details”, select “Convert to Production”; or “Convert” in the notice above.',
});
const confirm = msg({
  id: 'convert-site.guide.confirm',
  defaultMessage:
    'The content delivery network can stay off: it can be turned on at any time. Select “Confirm”.',
});
const asked = msg({ id: 'convert-site.asked', defaultMessage: 'Microsoft accepted the request.' });
const adopted = msg({
  id: 'convert-site.adopted',
  defaultMessage: 'The site is a production site already; nothing is sent.',
});
const converting = msg({ id: 'convert-site.converting', defaultMessage: 'Microsoft converts the site.' });
const watching = msg({
  id: 'convert-site.watching',
  defaultMessage: 'We watch until the site is a production site.',
});

/** What only matters later can be turned on later; the old portal licence is none of ours. */
const body = { EnableCDN: false, EnableWAF: false, UseDynamics365PortalAddOnLicense: false };

/** Makes the trial a production site: the one thing of going live that can’t be taken back. */
export default defineAction({
  title: msg({ id: 'convert-site.title', defaultMessage: 'Convert the site to production' }),
  left: msg({
    id: 'convert-site.left',
    defaultMessage:
      'Once Microsoft was asked it goes on converting, and a production site can’t become a trial again. What is there stays as it is.',
  }),
  // A trial that somebody converts later passes, and isn’t what this did.
  holds: (finding) => finding?.state === 'ok',
  changes: async (targets) => {
    const site = await getSite(targets);
    if (isProduction(site)) return [];
    return [
      line(text(convert, { name: site.name ?? '' }), 'impossible'),
      line(text(paid), 'impossible', 'Licences'),
    ];
  },
  drivers: {
    automatic: {
      run: async (targets, verbs) => {
        const operation = await verbs.once('convert', async ({ write }) => {
          const site = await getSite(targets);
          if (isProduction(site)) return false;
          const where = await at(targets, site);
          const send = () => targets.websites.convertToProduction({ ...where, body });
          return (await write(() => beginOperation(send))) ?? '';
        });
        await verbs.say('asked', text(operation === false ? adopted : asked));
        await untilConverted(targets, verbs, operation || null);
      },
    },
    guided: {
      guide: (targets) => guideOn(targets, [text(button), text(confirm)]),
      run: watchSite({ says: watching, done: (site) => site !== undefined && isProduction(site) }),
    },
  },
});

/** The operation only ever tells of failure: success is what the list says. */
const untilConverted = (targets: Targets, verbs: Verbs, operation: string | null): Promise<true> =>
  verbs.until(
    'converted',
    { says: text(converting), for: 'upstream', every: 20, usually: usualSeconds['convert-site'] },
    async () => {
      const site = await findSite(targets);
      if (site && isProduction(site)) return true;
      if (operation) await failIfRefused(targets, operation);
      return undefined;
    },
  );
