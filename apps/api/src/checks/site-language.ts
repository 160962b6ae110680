import { msg, text } from '@portico/plan/text';
import { getSite, sitesPage } from '../targets/portal-site.ts';
import { defineCheck } from './define-check.ts';

const right = msg({ id: 'site-language.ok', defaultMessage: 'Its base language is {language}, as decided.' });
const other = msg({
  id: 'site-language.other',
  defaultMessage: 'Its base language is {language}, and another one was decided.',
});
const unsaid = msg({
  id: 'site-language.unsaid',
  defaultMessage: 'Power Pages doesn’t say which language the site has.',
});
const cause = msg({
  id: 'site-language.cause',
  defaultMessage:
    'The base language is chosen when a site is created and can’t be changed. Further languages can be added.',
});
const agree = msg({
  id: 'site-language.remedy.agree',
  defaultMessage: 'If that language is right, choose it above.',
});
const add = msg({
  id: 'site-language.remedy.add',
  defaultMessage:
    'If the other one is needed too, add it: Power Pages, “Edit”, “Set up”, “General”, “Site languages”.',
});
const look = msg({
  id: 'site-language.remedy.look',
  defaultMessage: 'Open Power Pages, “Edit”, “Set up”, “General”: “Site languages” names the default one.',
});

/** The base language, which texts of the template come in and which stays for good. */
export default defineCheck({
  title: msg({ id: 'site-language.title', defaultMessage: 'The site has the language that was decided' }),
  why: msg({
    id: 'site-language.why',
    defaultMessage: 'The base language of a site can’t be changed later.',
  }),
  owner: 'you',
  after: ['site-provisioned'],
  observe: async (targets) => ({
    decided: targets.answers['portal-site']?.language,
    language: (await getSite(targets)).selectedBaseLanguage ?? undefined,
    link: await sitesPage(targets),
  }),
  judge: ({ decided, language, link }) => {
    if (language === undefined)
      return {
        state: 'unknown',
        says: text(unsaid),
        problem: { code: 'not-readable' },
        remedy: { owner: 'you', steps: [text(look)], link },
      };
    if (language === decided) return { state: 'ok', says: text(right, { language }) };
    return {
      state: 'blocked',
      says: text(other, { language }),
      cause: text(cause),
      remedy: { owner: 'you', steps: [text(agree), text(add)], link },
    };
  },
});
