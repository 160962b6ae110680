import type { FindingFacts } from '@portico/contract/findings';
import { msg, text } from '@portico/plan/text';
import { formerSites } from '../targets/former-sites.ts';
import { findSite, hasFailed } from '../targets/portal-site.ts';
import type { Targets } from '../targets/targets.ts';
import { defineAction } from './define-action.ts';
import { guide } from './provision-site/by-hand.ts';
import { provision } from './provision-site/create.ts';
import { decided } from './provision-site/decided.ts';
import { watch } from './provision-site/until-ready.ts';

const create = msg({
  id: 'provision-site.change',
  defaultMessage: 'Create the site {name} at {url} in {language}, as a private trial',
});
const show = msg({
  id: 'provision-site.change.record',
  defaultMessage: 'Show the pages of “{pages}” again, by a new private trial at {url} in {language}',
});
const install = msg({
  id: 'provision-site.change.package',
  defaultMessage: 'Microsoft installs the packages of the Customer Portal template in this environment',
});

/** Creates the portal, shows former pages by a new host, or adopts the site that has this address already. */
export default defineAction({
  title: msg({ id: 'provision-site.title', defaultMessage: 'Create the portal site' }),
  left: msg({
    id: 'provision-site.left',
    defaultMessage:
      'Microsoft goes on creating the site once it was asked; it can be deleted in Power Pages. Its pages and settings stay in Dataverse.',
  }),
  // Facts of this check are of this shape (findings.ts); there are none where no site has the address. What Microsoft
  // lists as failed holds neither its address nor its place.
  undone: (finding) => {
    const facts = finding?.facts as FindingFacts['site-provisioned'] | undefined;
    return finding?.state === 'blocked' && (facts === undefined || hasFailed(facts));
  },
  changes: async (targets) => {
    const { name, subdomain, language, record } = decided(targets);
    const there = await findSite(targets);
    // What is there is gone on with, and nothing is changed.
    if (there && !hasFailed(there)) return [];
    const url = `${targets.cloud.scheme}//${subdomain}.${targets.cloud.siteDomain}`;
    const says = record
      ? text(show, { pages: await pagesOf(targets, record), language, url })
      : text(create, { name, language, url });
    return [
      { system: 'Power Pages', says, undo: 'by-hand' },
      { system: 'Dataverse', says: text(install), undo: 'impossible' },
    ];
  },
  drivers: {
    automatic: { run: provision },
    guided: { guide, run: watch },
  },
});

const pagesOf = async (targets: Targets, record: string): Promise<string> =>
  (await formerSites(targets)).find((each) => each.record.toLowerCase() === record.toLowerCase())?.name ??
  '?';
