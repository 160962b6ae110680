import { defineTable } from '@portico/http/endpoint';
import type { Change, Guide } from '@portico/plan/action';
import type { Envelope } from '@portico/plan/event';
import { z } from 'zod';
import { line } from './answers.ts';
import { handOffPage } from './hand-over.ts';
import { plan } from './plan.ts';
import { publicConfig } from './public-config.ts';
import { givenSnapshot, takenSnapshot } from './snapshots.ts';
import {
  updateChoice,
  type UpdateOverview,
  type UpdatePlanFile,
  type UpdatePreview,
  type UpdateRecordDetail,
} from './update.ts';
import { prediction, watching } from './watching.ts';

const stepId = z.enum(plan.steps.map((step) => step.id));
const source = 'our own';
const own = { source, standing: 'documented' } as const;

const person = z.object({ id: z.string(), tenant: z.string(), name: z.string() });

/** An event is written by our own code and validated by its types; the browser takes it as it is. */
const envelope = z.custom<Envelope>((value) => typeof value === 'object' && value !== null && 'seq' in value);

const runSummary = z.object({
  id: z.string(),
  title: z.string(),
  createdAt: z.string(),
  createdBy: person,
  done: z.number(),
  total: z.number(),
  next: z.enum(plan.steps.map((step) => step.id)).optional(),
});
export type RunSummary = z.output<typeof runSummary>;

/** Something a person can pick, with the reason why it may not fit. */
const choice = z.object({
  value: z.string(),
  label: z.string(),
  hint: z.string().optional(),
  /** Higher fits better; 0 can't be picked. */
  fitness: z.number(),
  /** Why it can't be picked or fits badly: a message and its values. */
  reason: z
    .object({ id: z.string(), values: z.record(z.string(), z.union([z.string(), z.number()])).optional() })
    .optional(),
  /** More to show, shaped per kind. */
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
});
export type Choice = z.output<typeof choice>;
/** So many of a long list are shown; one more says that there are more. */
export const mostChoices = 50;

const change = z.custom<Change>((value) => typeof value === 'object' && value !== null && 'system' in value);
const guide = z.custom<Guide>((value) => typeof value === 'object' && value !== null && 'link' in value);

/** The whole of our API. A new check, step or action adds nothing here. */
export const routes = defineTable({
  getConfig: {
    ...own,
    method: 'GET',
    path: '/api/config',
    summary: 'What the browser must know before anybody signs in',
    answer: publicConfig,
    effect: 'safe',
  },
  getHealth: {
    ...own,
    method: 'GET',
    path: '/api/health',
    summary: 'Whether the API and its store answer',
    answer: z.object({
      status: z.enum(['ok', 'failing']),
      store: z.enum(['postgres', 'embedded']),
      version: z.string(),
    }),
    effect: 'safe',
  },
  getMe: {
    ...own,
    method: 'GET',
    path: '/api/me',
    summary: 'Who is signed in',
    answer: person,
    effect: 'safe',
  },
  listRuns: {
    ...own,
    method: 'GET',
    path: '/api/runs',
    summary: 'The set-ups of this tenant, newest first',
    answer: z.object({ runs: z.array(runSummary) }),
    effect: 'safe',
  },
  createRun: {
    ...own,
    method: 'POST',
    path: '/api/runs',
    summary: 'Begin a set-up; the same key answers the same run',
    body: z.strictObject({ title: line.max(120), key: z.uuid() }),
    answer: z.object({ run: z.string() }),
    effect: 'keyed',
  },
  getRun: {
    ...own,
    method: 'GET',
    path: '/api/runs/{run}',
    summary: 'All events of a run so far',
    answer: z.object({ events: z.array(envelope) }),
    effect: 'safe',
  },
  followRun: {
    ...own,
    method: 'GET',
    path: '/api/runs/{run}/events',
    summary:
      'Events after a number, as server-sent events while the stream is open; with wait=0 as one answer',
    query: z.object({
      after: z.coerce.number().int().min(0).default(0),
      wait: z.enum(['0', '1']).default('1'),
    }),
    answer: z.object({ events: z.array(envelope) }),
    effect: 'safe',
  },
  answerStep: {
    ...own,
    method: 'PUT',
    path: '/api/runs/{run}/answers/{step}',
    summary: 'Decide a step',
    body: z.unknown(),
    answer: z.object({ seq: z.number() }),
    effect: 'safe',
  },
  chooseInStep: {
    ...own,
    method: 'PUT',
    path: '/api/runs/{run}/choices/{step}',
    summary:
      'Decide one thing of many within a step, saved at once and seen by everybody. What somebody else decided meanwhile isn’t overwritten',
    body: z.strictObject({
      choice: updateChoice,
      /** The number of the event with the decision that this one takes the place of; 0: there was none. */
      seen: z.number().int().min(0),
      /** Takes the decision back; `choice` says which. */
      withdraw: z.literal(true).optional(),
    }),
    answer: z.object({ seq: z.number() }),
    effect: 'safe',
  },
  getUpdate: {
    ...own,
    method: 'GET',
    path: '/api/runs/{run}/update',
    summary: 'What a new template and the site come to, record by record, with what is decided so far',
    answer: z.custom<UpdateOverview>((value) => typeof value === 'object' && value !== null),
    effect: 'safe',
  },
  getUpdateRecord: {
    ...own,
    method: 'GET',
    path: '/api/runs/{run}/update/records/{record}',
    summary: 'One record of an update, side by side',
    answer: z.custom<UpdateRecordDetail>((value) => typeof value === 'object' && value !== null),
    effect: 'safe',
  },
  previewUpdateRecord: {
    ...own,
    method: 'GET',
    path: '/api/runs/{run}/update/records/{record}/preview',
    summary:
      'The page on which a record of an update is seen, as it is and as it would be with what is decided so far. Drawn from what is kept; nothing in it runs or loads',
    answer: z.custom<UpdatePreview>((value) => typeof value === 'object' && value !== null),
    effect: 'safe',
  },
  getUpdatePlan: {
    ...own,
    method: 'GET',
    path: '/api/runs/{run}/update/plan',
    summary: 'All writes of an update in order, with what was there before, for whoever approves changes',
    answer: z.custom<UpdatePlanFile>((value) => typeof value === 'object' && value !== null),
    effect: 'safe',
  },
  getSnapshot: {
    ...own,
    method: 'GET',
    path: '/api/runs/{run}/snapshots/{role}',
    summary:
      'What is kept of the site (baseline, live) or of the new template (template), as a file. Of secrets it has marks only',
    answer: z.unknown(),
    effect: 'safe',
  },
  giveSnapshot: {
    ...own,
    method: 'POST',
    path: '/api/runs/{run}/snapshots',
    summary:
      'Take such a file, or a folder of `pac pages download`, as the baseline or as a new template. What is refused changes nothing',
    body: givenSnapshot,
    limit: '32mb',
    answer: takenSnapshot,
    effect: 'safe',
  },
  watchTemplates: {
    ...own,
    method: 'GET',
    path: '/api/templates',
    summary:
      'Of each site of this tenant that is kept: which template it stands on, and whether its set-ups have met a newer one. Nothing is asked of Microsoft',
    answer: watching,
    effect: 'safe',
  },
  predictUpdate: {
    ...own,
    method: 'GET',
    path: '/api/runs/{run}/predictions/{template}',
    summary:
      'What taking a kept template over would come to, by what was read last. Nothing is asked of Microsoft',
    answer: prediction,
    effect: 'safe',
  },
  runChecks: {
    ...own,
    method: 'POST',
    path: '/api/runs/{run}/checks',
    summary: 'Look again: one step, named checks, or everything; findings arrive as events',
    body: z.strictObject({ step: stepId.optional(), checks: z.array(z.string()).max(100).optional() }),
    answer: z.object({ checks: z.array(z.string()) }),
    effect: 'safe',
  },
  overrideCheck: {
    ...own,
    method: 'PUT',
    path: '/api/runs/{run}/overrides/{check}',
    summary: 'Go on although a soft check doesn’t pass, for a while and with a reason; hard checks refuse it',
    body: z.strictObject({
      reason: line.min(10).max(500),
      days: z.number().int().min(1).max(90),
      /** When what the person saw was found: another finding since then is not what they decided on. */
      found: z.iso.datetime(),
    }),
    answer: z.object({ until: z.string() }),
    effect: 'safe',
  },
  withdrawOverride: {
    ...own,
    method: 'DELETE',
    path: '/api/runs/{run}/overrides/{check}',
    summary: 'Let the check stop the step again',
    answer: z.object({}),
    effect: 'safe',
  },
  reviewAction: {
    ...own,
    method: 'GET',
    path: '/api/runs/{run}/actions/{action}',
    summary: 'The dry run: every change, and which drivers can do it',
    answer: z.object({
      changes: z.array(change),
      /** What has to be typed before it begins. */
      confirm: z.string().optional(),
      drivers: z.object({
        automatic: z.object({
          available: z.boolean(),
          /** It goes through an interface that Microsoft doesn't document, and may change. */
          undocumented: z.literal(true).optional(),
          problem: z.custom<{ code: string }>().optional(),
        }),
        guided: z.object({ available: z.literal(true), guide }),
      }),
    }),
    effect: 'safe',
  },
  startAction: {
    ...own,
    method: 'POST',
    path: '/api/runs/{run}/actions/{action}',
    summary: 'Start an operation; the same key answers the same operation',
    body: z.strictObject({
      driver: z.enum(['automatic', 'guided']),
      key: z.uuid(),
      /** Typed by hand, where the dry run says that something has to be. */
      confirmed: z.string().max(300).optional(),
    }),
    answer: z.object({ operation: z.string() }),
    effect: 'keyed',
  },
  nudgeOperation: {
    ...own,
    method: 'POST',
    path: '/api/runs/{run}/operations/{operation}/nudge',
    summary: 'Look now instead of at the next planned time',
    answer: z.object({}),
    effect: 'safe',
  },
  cancelOperation: {
    ...own,
    method: 'POST',
    path: '/api/runs/{run}/operations/{operation}/cancel',
    summary: 'Stop after the current call; what is left behind is said in the journal',
    answer: z.object({}),
    effect: 'safe',
  },
  giveHandOff: {
    ...own,
    method: 'POST',
    path: '/api/runs/{run}/operations/{operation}/hand-offs',
    summary:
      'Ask somebody else by a link, which is answered once and never again; it ends the link before it. The same key answers the same hand-off with a fresh link',
    body: z.strictObject({ to: line.max(80), days: z.number().int().min(1).max(14), key: z.uuid() }),
    answer: z.object({ handOff: z.string(), link: z.string() }),
    effect: 'keyed',
  },
  revokeHandOff: {
    ...own,
    method: 'POST',
    path: '/api/runs/{run}/operations/{operation}/hand-offs/{handOff}/revoke',
    summary: 'Take a link back; what only waited for its recipient stops',
    answer: z.object({}),
    effect: 'safe',
  },
  readHandOff: {
    ...own,
    method: 'POST',
    path: '/api/hand-off',
    summary:
      'Open to all: what the holder of a link is asked to do. Whatever is wrong with a link, the answer is the same. A page that is open hears by its proof that it was done',
    body: z.strictObject({ token: z.string().max(200), proof: z.string().max(400).optional() }),
    answer: handOffPage,
    effect: 'safe',
  },
  listChoices: {
    ...own,
    method: 'GET',
    path: '/api/choices/{kind}',
    summary:
      'Pick lists: environments, languages, templates that are kept, contacts, accounts, web roles; and the invitation of a contact, which is read when it is asked for and kept nowhere',
    query: z.object({
      run: z.string().optional(),
      /** Words to find rows by, or the contact whose invitation it is. */
      search: z.string().trim().max(100).optional(),
    }),
    answer: z.object({ choices: z.array(choice) }),
    effect: 'safe',
  },
  getReport: {
    ...own,
    method: 'GET',
    path: '/api/runs/{run}/report.pdf',
    summary: 'What was checked and changed, by whom, when, on which evidence, as a PDF',
    query: z.object({ locale: z.string().max(20).default('en'), zone: z.string().max(60).default('UTC') }),
    answer: z.unknown(),
    effect: 'safe',
  },
});

/** RFC 9457, with our permanent code and its values; texts come from the catalogue. */
export const problemBody = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  detail: z.string().optional(),
  code: z.string(),
  remedy: z.string().optional(),
  retry: z.enum(['never', 'now', 'later', 'after-sign-in']),
  retryAfter: z.number().optional(),
  values: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  issues: z.array(z.object({ at: z.string(), says: z.string() })).optional(),
  upstream: z
    .object({
      status: z.number(),
      code: z.string().optional(),
      message: z.string().optional(),
      correlation: z.string().optional(),
    })
    .optional(),
  reference: z.string().optional(),
});
export type ProblemBody = z.output<typeof problemBody>;
