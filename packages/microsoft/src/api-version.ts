import { z } from 'zod';

/** The `api-version` of a route, pinned: each family has its own, and the default can be overridden per call. */
export const apiVersion = (pinned: string) => z.object({ 'api-version': z.string().default(pinned) });
