import { dualWrite } from '@portico/microsoft/services/dual-write';
import { z } from 'zod';

/** The gateway itself checks nothing: what is missing makes it stumble later. */
export const answeredTables = {
  ...dualWrite.endpoints,
  start: {
    ...dualWrite.endpoints.start,
    body: z.looseObject({
      action: z.union([z.string(), z.number()]).transform(String),
      details: z.array(
        z.looseObject({
          tid: z.string().nullish(),
          pid: z.string().nullish(),
          cid: z.string().nullish(),
          parameters: z
            .looseObject({
              skipInitialSync: z.boolean().nullish(),
              conflictResolution: z.looseObject({ master: z.string().nullish() }).nullish(),
              dualWriteSkipCatchUpSyncParameters: z
                .looseObject({ skipCatchUpSyncPreserveData: z.boolean().nullish() })
                .nullish(),
            })
            .nullish(),
        }),
      ),
    }),
  },
  listLinkedEnvironments: {
    ...dualWrite.endpoints.listLinkedEnvironments,
    query: z.object({ targetType: z.string().optional(), identifier: z.string().default('') }),
  },
};
