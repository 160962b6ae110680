import type { PublicConfig } from '@portico/contract/public-config';
import { useEffect, useState } from 'react';
import { askForConfig } from './read-config.ts';

type Cloud = PublicConfig['cloud'];

/** The cloud as it is now: in a rehearsal somebody begins another world, or another speed, in a tab of its own and comes back. */
export function useCloudNow(cloud: Cloud | undefined): Cloud | undefined {
  const [now, setNow] = useState<Cloud>();
  const rehearsal = cloud?.rehearsal === true;
  useEffect(() => {
    if (!rehearsal) return undefined;
    const look = () => {
      if (document.visibilityState !== 'visible') return;
      // Without an answer the banner says what it said.
      void askForConfig().then(
        (config) => setNow(config.cloud),
        () => undefined,
      );
    };
    document.addEventListener('visibilitychange', look);
    window.addEventListener('focus', look);
    return () => {
      document.removeEventListener('visibilitychange', look);
      window.removeEventListener('focus', look);
    };
  }, [rehearsal]);
  return now ?? cloud;
}
