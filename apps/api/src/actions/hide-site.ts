import { msg, text } from '@portico/plan/text';
import { getSite, isVisible } from '../targets/portal-site.ts';
import { line, watchSite } from './change-site/on-site.ts';
import { show } from './change-site/show.ts';
import { stands, visibilityGuide } from './change-site/visibility-guide.ts';
import { defineAction } from './define-action.ts';

const hide = msg({
  id: 'hide-site.change',
  defaultMessage: 'Make {name} private: only your organization’s people who were let in reach {url}',
});
const restart = msg({
  id: 'hide-site.change.restart',
  defaultMessage: 'The site restarts and is away for some minutes',
});
const already = msg({
  id: 'hide-site.already',
  defaultMessage: 'The site is private already; nothing is sent.',
});
const watching = msg({ id: 'hide-site.watching', defaultMessage: 'We watch until the site is private.' });

/** Closes the site to customers; making it public takes that back. */
export default defineAction({
  title: msg({ id: 'hide-site.title', defaultMessage: 'Make the site private' }),
  left: msg({
    id: 'hide-site.left',
    defaultMessage: 'Where Microsoft was asked, the site becomes private. Make it public to take that back.',
  }),
  holds: stands('private'),
  changes: async (targets) => {
    const site = await getSite(targets);
    if (isVisible(site, 'private')) return [];
    return [
      line(text(hide, { name: site.name ?? '', url: site.websiteUrl ?? '' }), 'possible'),
      line(text(restart), 'impossible'),
    ];
  },
  drivers: {
    automatic: { run: (targets, verbs) => show(targets, verbs, { to: 'private', already }) },
    guided: {
      guide: (targets) => visibilityGuide(targets, 'Private'),
      run: watchSite({ says: watching, done: (site) => site !== undefined && isVisible(site, 'private') }),
    },
  },
});
