import { msg } from '@portico/plan/text';
import { showing } from './change-site/show.ts';

/** Closes the site to customers; making it public takes that back. */
export default showing('private', {
  title: msg({ id: 'hide-site.title', defaultMessage: 'Make the site private' }),
  left: msg({
    id: 'hide-site.left',
    defaultMessage: 'Where Microsoft was asked, the site becomes private. Make it public to take that back.',
  }),
  change: msg({
    id: 'hide-site.change',
    defaultMessage: 'Make {name} private: only your organization’s people who were let in reach {url}',
  }),
  restart: msg({
    id: 'hide-site.change.restart',
    defaultMessage: 'The site restarts and is away for some minutes',
  }),
  already: msg({
    id: 'hide-site.already',
    defaultMessage: 'The site is private already; nothing is sent.',
  }),
  watching: msg({ id: 'hide-site.watching', defaultMessage: 'We watch until the site is private.' }),
});
