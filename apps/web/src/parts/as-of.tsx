import type { CheckState } from '@portico/plan/reduce';
import { FormattedMessage } from 'react-intl';
import { Moment } from '../ui/moment.tsx';
import { serviceName } from '../text/services.ts';

/** When the world looked like this, and who said so. */
export function AsOf({ check }: { readonly check: CheckState | undefined }) {
  if (check?.running && check.finding)
    return <FormattedMessage id="web.as-of.again" defaultMessage="Looking again" />;
  if (check?.running)
    return <FormattedMessage id="web.as-of.now" defaultMessage="The answer appears here by itself" />;
  if (!check?.at) return null;
  const services = [...new Set(check.evidence?.map(({ service }) => serviceName(service)))];
  const at = <Moment at={check.at} />;
  return services.length > 0 ? (
    <FormattedMessage
      id="web.as-of.source"
      defaultMessage="As of {at}, read from {source}"
      values={{ at, source: services.join(', ') }}
    />
  ) : (
    <FormattedMessage id="web.as-of" defaultMessage="As of {at}" values={{ at }} />
  );
}
