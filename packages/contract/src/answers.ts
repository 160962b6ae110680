import { z } from 'zod';
import { isTyped } from './is-typed.ts';
import type { StepId } from './plan.ts';

/** An environment id is a GUID, or `Default-{tenant}` for the default one. */
export const environmentId = z.string().regex(/^(Default-)?[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i);

/** A name that a person types: one line, without control characters and halves of characters. */
export const line = z
  .string()
  .trim()
  .min(1)
  .regex(/^[^\p{Cc}\p{Cs}\u2028\u2029]*$/u);

/** 3 to 50 characters: the strictest of the rules that Microsoft's sources give (they disagree). */
export const subdomain = z.string().regex(/^[a-z0-9](?:[a-z0-9-]{1,48}[a-z0-9])$/);

/** The base languages a site can have, as LCIDs (Power Pages, enable multiple-language support). */
export const siteLanguages: readonly number[] = [
  1069, 1026, 1027, 2052, 3076, 1028, 1050, 1029, 1030, 1043, 1033, 1061, 1035, 1036, 1110, 1031, 1032, 1081,
  1038, 1057, 1040, 1041, 1087, 1042, 1062, 1063, 1086, 1044, 1045, 1046, 2070, 1048, 1049, 3098, 2074, 1051,
  1060, 3082, 1053, 1054, 1055, 1058, 1066,
];

/** What somebody types who lets Dataverse win: finance and operations' rows are overwritten, and nothing brings them back. */
export const overwriting = 'Dataverse';

/** The decisions about table maps while they are being made; `answers` says when they are whole. */
export const mapDecisions = z.strictObject({
  /** Who wins where both sides hold the same key. */
  master: z.enum(['finance-operations', 'dataverse']),
  initialSync: z.boolean(),
  /** Which candidate to take where a name means several maps: documented name → map id, or `none`. */
  choices: z.record(z.string(), z.string()).default({}),
  /** Typed by hand, where rows of finance and operations are overwritten. */
  confirmed: z.string().optional(),
});

/** Whether nothing of finance and operations is overwritten, or somebody typed that it may be. */
const isConfirmed = ({ master, initialSync, confirmed }: z.output<typeof mapDecisions>): boolean =>
  master !== 'dataverse' || !initialSync || isTyped(overwriting, confirmed);

/** Somebody who is to use the portal. Ids are those of rows in Dataverse: a contact, a web role of the site, an account. */
const invitee = z.strictObject({
  contact: z.guid(),
  role: z.guid(),
  /** Whose orders they place, where their contact doesn't say. */
  account: z.guid().optional(),
});
export type InviteeDecision = z.output<typeof invitee>;

/** The first users, not all of them: their contacts are read by id, in one question. */
export const mostInvitees = 30;

/** Nobody is a decision too: it is said, and may be passed with a reason. */
const invitees = z.strictObject({
  people: z
    .array(invitee)
    .max(mostInvitees)
    .refine((people) => new Set(people.map(({ contact }) => contact.toLowerCase())).size === people.length),
});

/** What a person decides, per step. A step without decisions isn't here. */
export const answers = {
  environment: z.strictObject({ environment: environmentId }),
  // Decides nothing: only where we ask, for whom the address that we put together isn't the right one.
  'dual-write': z.strictObject({ gateway: z.string().trim().min(1).max(2000).optional() }),
  'table-maps': mapDecisions.refine(isConfirmed, { path: ['confirmed'] }),
  'portal-site': z.strictObject({
    name: line.max(200),
    subdomain,
    language: z.number().refine((lcid) => siteLanguages.includes(lcid)),
    /** The website record in Dataverse that the new site is to show; without it the template makes new pages. */
    record: z.guid().optional(),
  }),
  'first-users': invitees,
  update: z.strictObject({
    template: z.union([
      /** Where a site stands that was made from the new template, and nobody touched: its environment, its record. */
      z.strictObject({ environment: environmentId, website: z.guid() }),
      /** A snapshot that came as a file or a folder, by what it was kept as. */
      z.strictObject({ kept: z.string().max(200) }),
    ]),
  }),
  'go-live': z.discriminatedUnion('convert', [
    z.strictObject({ convert: z.literal('now') }),
    // A trial that nobody minds is gone in some weeks: who converts it has a name.
    z.strictObject({ convert: z.literal('later'), by: line.max(200) }),
  ]),
} satisfies Partial<Record<StepId, z.ZodType>>;

/** Decisions to which more is added while the set-up lives: what was done for those before stays as it is. */
export const growing: ReadonlySet<string> = new Set([
  'first-users',
  'update',
] satisfies (keyof typeof answers)[]);

export type AskingStep = keyof typeof answers;
export type Answers = { readonly [S in AskingStep]?: z.output<(typeof answers)[S]> };
