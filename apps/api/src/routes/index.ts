import type { routes } from '@portico/contract/routes';
import type { Handlers } from '@portico/http/mount';
import type { Context } from '../context.ts';
import { aboutHandlers } from './about.ts';
import type { Call } from './call.ts';
import { choiceHandlers } from './choices.ts';
import { handOffHandlers } from './hand-offs.ts';
import { overrideHandlers } from './overrides.ts';
import { reportHandlers } from './report.ts';
import { runHandlers } from './runs.ts';
import { snapshotHandlers } from './snapshots.ts';
import { updateHandlers } from './update.ts';
import { watchingHandlers } from './watching.ts';
import { workHandlers } from './work.ts';

/** A handler for every route of the contract; one missing or too many doesn't compile. */
export const handlers = (context: Context): Handlers<typeof routes, Call> => ({
  ...aboutHandlers(context),
  ...runHandlers(context),
  ...workHandlers(context),
  ...overrideHandlers(context),
  ...choiceHandlers(context),
  ...handOffHandlers(context),
  ...reportHandlers(context),
  ...updateHandlers(context),
  ...snapshotHandlers(context),
  ...watchingHandlers(context),
});
