import { FormattedMessage } from 'react-intl';

const known: readonly (readonly [RegExp, string])[] = [
  [/(^|\.)powerpages\./, 'Power Pages'],
  // The pages have the same paths in every cloud, whatever its hosts are called.
  [/\/environments\/[^/]+\/portals\//, 'Power Pages'],
  [/\/environments\/environment\//, 'Power Platform admin center'],
  [/(^|\.)admin\.powerplatform\./, 'Power Platform admin center'],
  [/(^|\.)admin\.microsoft\./, 'Microsoft 365 admin center'],
  [/(dataintegrator|dual-?write)/i, 'Dual-write'],
  [/^entra\.microsoft\./, 'Microsoft Entra admin center'],
  [/^lcs\.dynamics\./, 'Lifecycle Services'],
  [/^make\.powerapps\./, 'Power Apps'],
  [/\/\?mi=/, 'Finance and operations'],
  [/\/(main\.aspx\?|apps$)/, 'Dynamics 365'],
  [/(^|\.)dynamics\.com$/, 'Dynamics 365'],
];

/** Where sites themselves are, in most clouds. */
const ofSites = /(^|\.)(powerapps)?portals\./;

const hostOf = (link: string): string => (URL.canParse(link) ? new URL(link).hostname : '');

/** Whether a link leads to a site of customers, and to no page of Microsoft's. */
export const isSite = (link: string): boolean => nameOf(link) === undefined && ofSites.test(hostOf(link));

const nameOf = (link: string): string | undefined =>
  known.find(([pattern]) => pattern.test(link) || pattern.test(hostOf(link)))?.[1];

/** The page behind a link, by the name that Microsoft gives it. */
export function PageName({ link }: { readonly link: string }) {
  if (isSite(link)) return <FormattedMessage id="web.guide.site" defaultMessage="your site" />;
  return nameOf(link) ?? <FormattedMessage id="web.guide.page" defaultMessage="Microsoft’s page" />;
}
