import { z } from 'zod';

const text = z.string().nullish();

/** An operation of the Power Platform API: three teams, three spellings of its state. */
export const operationAnswer = z.looseObject({
  operationStatus: text,
  status: text,
  Status: text,
  statusMessage: text,
  websiteUrl: text,
  websiteRecordId: text,
  /** Of the answer that says so, from its header. */
  correlation: text,
  error: z
    .looseObject({
      code: text,
      message: text,
      errorName: text,
      /** Documented as a number, recorded as a string. */
      errorCode: z.union([z.string(), z.number()]).nullish(),
    })
    .nullish(),
});

/** The address of an operation as it was given, with a version where it had none: then the gateway refuses it. */
export const withVersion = (address: string): string =>
  /[?&]api-version=/i.test(address)
    ? address
    : `${address}${address.includes('?') ? '&' : '?'}api-version=2024-10-01`;

export type Outcome =
  | { readonly state: 'running' | 'succeeded'; readonly raw: string }
  | {
      readonly state: 'failed';
      readonly raw: string;
      readonly code?: string;
      readonly message?: string;
      readonly correlation?: string;
    };

const done = new Set(['operationcomplete', 'succeeded', 'completed']);
const failed = new Set(['operationfailed', 'failed', 'canceled', 'cancelled']);

/**
 * Where an operation stands. `undefined` is the 409 of a service that is busy with it. A state that nobody has seen
 * before means "still under way": only a known word ends an operation.
 */
export function outcomeOf(answer: z.output<typeof operationAnswer> | undefined): Outcome {
  const raw = answer?.operationStatus ?? answer?.status ?? answer?.Status ?? '';
  const state = raw.toLowerCase();
  if (done.has(state)) return { state: 'succeeded', raw };
  if (!failed.has(state)) return { state: 'running', raw };
  const code = answer?.error?.code ?? answer?.error?.errorName ?? answer?.error?.errorCode;
  const message = answer?.error?.message ?? answer?.statusMessage;
  return {
    state: 'failed',
    raw,
    ...(code === undefined || code === null ? {} : { code: String(code) }),
    ...(message ? { message } : {}),
    ...(answer?.correlation ? { correlation: answer.correlation } : {}),
  };
}
