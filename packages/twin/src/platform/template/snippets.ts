import { either, type Generation, of, type Sheet } from './sheet.ts';

/** Texts of the site by name; HTML where they have tags. */
const snippets = (generation: Generation): Readonly<Record<string, string>> => ({
  Logo: 'Customer portal',
  Footer: either(
    generation,
    '<p>Copyright {{ now | date: "yyyy" }}. All rights reserved.</p>',
    '<p>Copyright {{ now | date: "yyyy" }} {{ snippets["Company/Name"] }}. All rights reserved.</p>',
  ),
  'Home/Welcome': either(generation, 'Welcome', 'Good to see you'),
  'Home/Create order/Title': 'Create order',
  'Home/Create order/Text': 'Order information, items, summary: three pages to a new order.',
  'Home/Orders/Title': 'Orders',
  'Home/Orders/Text': 'What was ordered, and how far it is.',
  'Home/Account information/Title': 'Account information',
  'Home/Account information/Text': either(
    generation,
    'Addresses, terms and contacts of your company.',
    'Addresses and terms of your company.',
  ),
  'Home/Contacts/Title': 'Contacts',
  'Home/Contacts/Text': 'Who may order for your company.',
  'Home/Terms/Title': 'Terms',
  'Home/Terms/Text': 'Terms and company information are public on this site.',
  'Company/Name': 'Our company',
  'Company/Address': 'Street, postal code, city',
  'Access denied/Text': 'You are not allowed to see this page. Ask an administrator of your company.',
  'Account/SignIn/PageCopy': '<p>Sign in to place orders and follow them on their way.</p>',
  'Account/Register/PageCopy': '<p>You need an invitation to register.</p>',
  'Account/Redeem/InvitationCodeFormHeading': 'Sign up with an invitation code',
  'Account/SignIn/SignInLocalFormHeading': 'Sign in with a local account',
  'links/login': 'Sign in',
  'links/logout': 'Sign out',
  'list/empty': either(generation, 'Nothing is here yet.', 'There is nothing to show.'),
  'Order/Submitted': 'Thank you. We have your order.',
  'Order/Number': 'Order number',
  'Order/Status': 'Status',
  'Search/Title': 'Search',
  'Page not found/Title': 'Page not found',
  'Browser Title Suffix': ' · Customer portal',
  'Profile/Heading': 'Profile',
  ...either(
    generation,
    {},
    {
      'Home/Help/Title': 'Help',
      'Home/Help/Text': 'How to order, step by step.',
      'Footer/Version': 'Release 2',
      'Company/Registration': 'Registered in the commercial register',
    },
  ),
});

/** Self-registration is off in a new Customer Portal (Supply Chain Management documentation, user administration). */
const registration = {
  Enabled: 'true',
  OpenRegistrationEnabled: 'false',
  InvitationEnabled: 'true',
  LocalLoginEnabled: 'true',
  ExternalLoginEnabled: 'true',
};

const settings = (generation: Generation): Readonly<Record<string, string>> => ({
  ...Object.fromEntries(
    Object.entries(registration).map(([name, value]) => [`Authentication/Registration/${name}`, value]),
  ),
  'Authentication/Registration/AzureADLoginEnabled': 'true',
  'Authentication/Registration/ResetPasswordEnabled': 'true',
  'Authentication/ApplicationCookie/ExpireTimeSpan': either(generation, '24:00:00', '12:00:00'),
  'Authentication/ApplicationCookie/SlidingExpiration': 'true',
  'Authentication/UserManager/PasswordValidator/RequiredLength': either(generation, '8', '12'),
  'Profile/Enabled': 'true',
  'Profile/ForceSignUp': 'false',
  'Search/Enabled': 'true',
  'Search/IndexQueryName': 'Portal Search',
  'Search/FacetedView': 'true',
  'search/filters': '{"Content":["adx_webpage"],"Orders":["salesorder"]}',
  'Header/OutputCache/Enabled': 'true',
  'Footer/OutputCache/Enabled': 'true',
  'HTTP/X-Frame-Options': 'SAMEORIGIN',
  'HTTP/Content-Security-Policy': either(
    generation,
    "default-src 'self'; img-src 'self' data:",
    "default-src 'self'; img-src 'self' data:; frame-ancestors 'none'",
  ),
  'CustomerPortal/Orders/PageSize': either(generation, '10', '20'),
  'CustomerPortal/Orders/ShowPrices': 'true',
  'CustomerPortal/Help/Contact': 'help@example.com',
  'Webapi/error/innererror': 'false',
  ThemeFeature: 'enabled',
  'MultiLanguage/DisplayLanguageCodeInURL': 'false',
  ...either(
    generation,
    {},
    { 'CustomerPortal/Help/Enabled': 'true', 'HTTP/X-Content-Type-Options': 'nosniff' },
  ),
});

const snippet = of('adx_contentsnippet');
const setting = of('adx_sitesetting');

export const snippetSheets = (generation: Generation): readonly Sheet[] => [
  ...Object.entries(snippets(generation)).map(([name, text]) =>
    snippet(
      name,
      { adx_name: name, adx_value: text, adx_type: text.includes('<') ? 756150001 : 756150000 },
      { adx_contentsnippetlanguageid: 'adx_websitelanguage/base' },
    ),
  ),
  ...Object.entries(settings(generation)).map(([name, adx_value]) =>
    setting(name, { adx_name: name, adx_value }),
  ),
];
