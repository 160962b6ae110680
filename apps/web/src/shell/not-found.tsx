import { FormattedMessage, useIntl } from 'react-intl';
import { PageHeading } from '../parts/page-heading.tsx';
import { paths } from '../paths.ts';
import { AppLink } from '../ui/navigation.tsx';
import { usePage } from './use-page.ts';

export function NotFound() {
  const intl = useIntl();
  const title = intl.formatMessage({ id: 'web.not-found', defaultMessage: 'There is no such page' });
  usePage(title);
  return (
    <>
      <PageHeading
        title={title}
        why={
          <FormattedMessage
            id="web.not-found.why"
            defaultMessage="The address may be cut off, or the page has moved."
          />
        }
      />
      <AppLink href={paths.home}>
        <FormattedMessage id="web.not-found.home" defaultMessage="Go to your set-ups" />
      </AppLink>
    </>
  );
}
