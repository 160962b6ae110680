import { msg, text } from '@portico/plan/text';
import { defineCheck } from './define-check.ts';

const good = msg({
  id: 'site-address.ok',
  defaultMessage:
    'Nothing speaks against this address and language. Microsoft has the last word when the site is created.',
});
const taken = msg({
  id: 'site-address.taken',
  defaultMessage: 'Another site of this environment has the address {subdomain}.',
});
const language = msg({
  id: 'site-address.language',
  defaultMessage: 'The language isn’t turned on in this environment.',
});
const pickOther = msg({
  id: 'site-address.remedy.other',
  defaultMessage: 'Choose another address, for example {example}.',
});
const turnOn = msg({
  id: 'site-address.remedy.language',
  defaultMessage:
    'In the Power Platform admin centre, open the environment, then “Settings”, “Product”, “Languages”, and turn it on; or choose another language.',
});

/** Name, address and language, as far as anybody can know before the site is created. */
export default defineCheck({
  title: msg({ id: 'site-address.title', defaultMessage: 'The address and language can be used' }),
  why: msg({
    id: 'site-address.why',
    defaultMessage: 'A wrong choice would only show after minutes of waiting.',
  }),
  owner: 'you',
  after: ['site-absent'],
  observe: async ({ answers, dataverse, sites }) => {
    const client = await dataverse();
    const [found, languages] = await Promise.all([sites(), client.listLanguages({})]);
    const site = answers['portal-site'];
    return {
      subdomain: site?.subdomain ?? '',
      other: found.some(
        (each) => each.subdomain?.toLowerCase() === site?.subdomain && each.templateName !== 'CustomerPortal',
      ),
      spoken: languages.RetrieveProvisionedLanguages.includes(site?.language ?? 0),
    };
  },
  judge: ({ subdomain, other, spoken }) => {
    if (other)
      return {
        state: 'blocked',
        says: text(taken, { subdomain }),
        remedy: { owner: 'you', steps: [text(pickOther, { example: `${subdomain}-orders` })] },
      };
    if (!spoken)
      return {
        state: 'blocked',
        says: text(language),
        remedy: { owner: 'environment-admin', steps: [text(turnOn)] },
      };
    return { state: 'ok', says: text(good) };
  },
});
