import '../data/no-eval.ts';
import { FormattedMessage, useIntl } from 'react-intl';
import { useRead } from '../data/use-read.ts';
import { useWorkspace } from '../data/workspace.ts';
import { ProblemPanel } from '../parts/problem-panel.tsx';
import { WatchedSites } from '../parts/watched-sites.tsx';
import { paths } from '../paths.ts';
import { AppLink } from '../ui/navigation.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { PlainPage } from './plain-page.tsx';
import { useSignInWays } from './use-sign-in-ways.ts';

/** Which customers' sites a newer template is known for. What it would come to is worked out row by row, as rows show. */
export function Updates() {
  const intl = useIntl();
  const { api } = useWorkspace();
  const watched = useRead('templates', (signal) => api.watchTemplates({ signal }));
  const ways = useSignInWays();
  const title = intl.formatMessage({ id: 'web.updates', defaultMessage: 'Updates across customers' });
  return (
    <PlainPage
      title={title}
      why={
        <FormattedMessage
          id="web.updates.why"
          defaultMessage="Which sites stand on an older template than the newest one that a set-up here has met, and what taking it over would come to. Nothing is changed, and nothing is asked of Microsoft."
        />
      }
    >
      <AppLink href={paths.home}>
        <FormattedMessage id="web.updates.back" defaultMessage="All set-ups" />
      </AppLink>
      {watched.status === 'failed' && (
        <ProblemPanel problem={watched.problem} ways={ways} onRetry={watched.again} />
      )}
      {watched.status === 'loading' && !watched.value && <Skeleton rows={6} />}
      {watched.value && (
        <WatchedSites
          {...watched.value}
          ways={ways}
          predict={(run, template, signal) => api.predictUpdate({ run, template, signal })}
          hrefOf={paths.update}
        />
      )}
    </PlainPage>
  );
}
