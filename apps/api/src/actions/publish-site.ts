import { msg } from '@portico/plan/text';
import { showing } from './change-site/show.ts';

/** Opens the site to customers; hiding it takes that back. */
export default showing('public', {
  title: msg({ id: 'publish-site.title', defaultMessage: 'Make the site public' }),
  left: msg({
    id: 'publish-site.left',
    defaultMessage: 'Where Microsoft was asked, the site becomes public. Make it private to take that back.',
  }),
  change: msg({
    id: 'publish-site.change',
    defaultMessage: 'Make {name} public: everybody on the internet reaches {url}',
  }),
  restart: msg({
    id: 'publish-site.change.restart',
    defaultMessage: 'The site restarts and is away for some minutes',
  }),
  already: msg({
    id: 'publish-site.already',
    defaultMessage: 'The site is public already; nothing is sent.',
  }),
  watching: msg({ id: 'publish-site.watching', defaultMessage: 'We watch until the site is public.' }),
});
