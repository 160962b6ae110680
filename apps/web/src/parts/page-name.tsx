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

/** The page behind a link, by the name that Microsoft gives it. */
export function PageName({ link }: { readonly link: string }) {
  const host = URL.canParse(link) ? new URL(link).hostname : '';
  const name = known.find(([pattern]) => pattern.test(link) || pattern.test(host))?.[1];
  if (name === undefined && ofSites.test(host))
    return <FormattedMessage id="web.guide.site" defaultMessage="your site" />;
  return name ?? <FormattedMessage id="web.guide.page" defaultMessage="Microsoft’s page" />;
}
