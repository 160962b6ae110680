import { msg, text } from '@portico/plan/text';
import { getSite, isVisible } from '../targets/portal-site.ts';
import { line, watchSite } from './change-site/on-site.ts';
import { show } from './change-site/show.ts';
import { stands, visibilityGuide } from './change-site/visibility-guide.ts';
import { defineAction } from './define-action.ts';

const publish = msg({
  id: 'publish-site.change',
  defaultMessage: 'Make {name} public: everybody on the internet reaches {url}',
});
const restart = msg({
  id: 'publish-site.change.restart',
  defaultMessage: 'The site restarts and is away for some minutes',
});
const already = msg({
  id: 'publish-site.already',
  defaultMessage: 'The site is public already; nothing is sent.',
});
const watching = msg({ id: 'publish-site.watching', defaultMessage: 'We watch until the site is public.' });

/** Opens the site to customers; hiding it takes that back. */
export default defineAction({
  title: msg({ id: 'publish-site.title', defaultMessage: 'Make the site public' }),
  left: msg({
    id: 'publish-site.left',
    defaultMessage: 'Where Microsoft was asked, the site becomes public. Make it private to take that back.',
  }),
  holds: stands('public'),
  changes: async (targets) => {
    const site = await getSite(targets);
    if (isVisible(site, 'public')) return [];
    return [
      line(text(publish, { name: site.name ?? '', url: site.websiteUrl ?? '' }), 'possible'),
      line(text(restart), 'impossible'),
    ];
  },
  drivers: {
    automatic: { run: (targets, verbs) => show(targets, verbs, { to: 'public', already }) },
    guided: {
      guide: (targets) => visibilityGuide(targets, 'Public'),
      run: watchSite({ says: watching, done: (site) => site !== undefined && isVisible(site, 'public') }),
    },
  },
});
