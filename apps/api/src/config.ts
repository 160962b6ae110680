import { resolve } from 'node:path';
import { z } from 'zod';

const guid = z.guid();
const port = z.coerce.number().int().min(1).max(65_535);

/** The only part of an address that browsers send as `Origin`, in their spelling; undefined for what isn't one. */
const originOf = (address: string | undefined): string | undefined =>
  address !== undefined && URL.canParse(address) ? new URL(address).origin : undefined;

/** A name and nothing behind it: the wizard is served at the root, and nobody signs in by an address. */
function isBare(address: string): boolean {
  if (!URL.canParse(address)) return true;
  const { username, password, pathname, search, hash } = new URL(address);
  return username + password + search + hash === '' && /^\/*$/.test(pathname);
}

/** Of two keys with one name the older would seal, and the newer be lost. */
function haveOneNameEach(keys: string): boolean {
  const names = keys.split(',').map((key) => key.split(':')[0]);
  return new Set(names).size === names.length;
}

/** Settings by name. `docs/generated/settings.md` is written from here. */
export const settings = {
  PORT: port.default(4700).describe('Port of the wizard and its API.'),
  HOST: z
    .string()
    .default('127.0.0.1')
    .describe('Address to listen on. Use 0.0.0.0 behind a proxy that adds TLS.'),
  PORTICO_ADDRESS: z
    .url({ protocol: /^https?$/, error: 'must be an address that begins with https:// or http://' })
    .refine(isBare, 'must end after the name and the port')
    .optional()
    .describe(
      'Where people open the wizard, for example https://portico.example. Default: http://localhost:PORT.',
    ),
  PORTICO_DATA: z.string().default('.portico').describe('Folder of the embedded store and of rehearsals.'),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/, error: 'must be an address that begins with postgresql://' })
    .optional()
    .describe('A PostgreSQL 14 or newer. Not set: the embedded store in PORTICO_DATA.'),
  PORTICO_CLOUD: z
    .enum(['twin', 'public', 'gcc', 'gcc-high', 'dod', 'china'])
    .default('twin')
    .describe('The Microsoft cloud. twin: a rehearsal on this machine.'),
  PORTICO_WIZARD_CLIENT_ID: guid
    .optional()
    .describe('Application id of the wizard’s registration (single-page application).'),
  PORTICO_API_CLIENT_ID: guid.optional().describe('Application id of the API’s registration.'),
  PORTICO_API_SECRET: z.string().min(16).optional().describe('Secret of the API’s registration.'),
  PORTICO_SEAL_KEYS: z
    .string()
    .regex(
      /^[\w-]+:[A-Za-z0-9+/]{43}=(,[\w-]+:[A-Za-z0-9+/]{43}=)*$/,
      'must be name:base64 of 32 bytes, separated by commas',
    )
    .refine(haveOneNameEach, 'must have another name for each key')
    .optional()
    .describe('Keys that seal token caches: name:base64 of 32 bytes, newest first, separated by commas.'),
  PORTICO_TENANTS: z
    .string()
    .regex(/^[0-9a-f-]{36}(,[0-9a-f-]{36})*$/i, 'must be tenant ids separated by commas')
    .optional()
    .describe('Tenants whose people may sign in. Not set: any that consented.'),
  PORTICO_TWIN_PORT: port.default(4800).describe('Port of the twin.'),
  PORTICO_TWIN_EXTERNAL: z
    .stringbool()
    .default(false)
    .describe('true: use the twin that runs already on PORTICO_TWIN_PORT.'),
  PORTICO_TWIN_SCENARIO: z
    .string()
    .default('contoso-fresh')
    .describe('The world that a rehearsal begins with.'),
  PORTICO_TWIN_SPEED: z.coerce.number().min(1).max(100_000).default(60).describe('Twin seconds per second.'),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent'])
    .default('info')
    .describe('How much is logged.'),
} as const;

/** Needed together on a real cloud; half of them is a fault. */
const group = [
  'PORTICO_WIZARD_CLIENT_ID',
  'PORTICO_API_CLIENT_ID',
  'PORTICO_API_SECRET',
  'PORTICO_SEAL_KEYS',
] as const;

export interface Config {
  readonly listen: { readonly port: number; readonly host: string };
  readonly address: string;
  readonly data: string;
  readonly databaseUrl: string | undefined;
  readonly cloud: 'twin' | 'public' | 'gcc' | 'gcc-high' | 'dod' | 'china';
  readonly registrations: { readonly wizard: string; readonly api: string } | undefined;
  readonly secrets: { readonly apiSecret: string; readonly sealKeys: string } | undefined;
  readonly tenants: readonly string[] | undefined;
  readonly twin: {
    readonly port: number;
    readonly scenario: string;
    readonly speed: number;
    readonly external: boolean;
  };
  readonly logLevel: string;
}

/** All that is wrong with the settings, by name; a value is never repeated. */
export class SettingsFault extends Error {
  readonly code = 'settings';
  readonly faults: readonly string[];
  constructor(faults: readonly string[]) {
    super(
      `Portico can’t start with these settings:\n${faults.map((fault) => `  • ${fault}`).join('\n')}\n` +
        'Set them as docs/generated/settings.md says, or leave them away, and start again.',
    );
    this.faults = faults;
  }
}

/** `isScenario` knows the twin’s scenarios; without it any name passes. */
export function parseConfig(
  env: Readonly<Record<string, string>>,
  isScenario: (name: string) => boolean = () => true,
): Config {
  const parsed = z.object(settings).safeParse(env);
  const faults = parsed.success
    ? []
    : parsed.error.issues.map((issue) => `${issue.path.join('.')} ${wordsFor(issue)}`);
  const known = new Set(Object.keys(settings));
  for (const name of Object.keys(env))
    if (name.startsWith('PORTICO_') && !known.has(name))
      faults.push(`${name} isn’t a setting of Portico; see docs/generated/settings.md`);
  const scenario = env['PORTICO_TWIN_SCENARIO'];
  if (scenario !== undefined && !isScenario(scenario))
    faults.push('PORTICO_TWIN_SCENARIO isn’t a scenario of the twin; see docs/twin.md');
  const real = (env['PORTICO_CLOUD'] ?? 'twin') !== 'twin';
  const given = group.filter((name) => env[name]);
  const why = real ? 'a real cloud needs it' : `${given.join(', ')} can’t be used without it`;
  if (real || given.length > 0)
    for (const name of group) if (!env[name]) faults.push(`${name} is missing; ${why}`);
  const origin = originOf(env['PORTICO_ADDRESS']);
  if (real && origin?.startsWith('http:') && !/^http:\/\/localhost(:|$)/.test(origin))
    faults.push('PORTICO_ADDRESS must be https, unless it is localhost');
  if (!parsed.success || faults.length > 0) throw new SettingsFault(faults);
  return arrange(parsed.data);
}

type Parsed = z.output<z.ZodObject<typeof settings>>;

function arrange(set: Parsed): Config {
  const { PORTICO_WIZARD_CLIENT_ID: wizard, PORTICO_API_CLIENT_ID: api } = set;
  const { PORTICO_API_SECRET: apiSecret, PORTICO_SEAL_KEYS: sealKeys } = set;
  return {
    listen: { port: set.PORT, host: set.HOST },
    address: originOf(set.PORTICO_ADDRESS) ?? `http://localhost:${set.PORT}`,
    // Whole, so that a message says where to look.
    data: resolve(set.PORTICO_DATA),
    databaseUrl: set.DATABASE_URL,
    cloud: set.PORTICO_CLOUD,
    registrations: wizard && api ? { wizard, api } : undefined,
    secrets: apiSecret && sealKeys ? { apiSecret, sealKeys } : undefined,
    tenants: set.PORTICO_TENANTS?.toLowerCase().split(','),
    twin: {
      port: set.PORTICO_TWIN_PORT,
      scenario: set.PORTICO_TWIN_SCENARIO,
      speed: set.PORTICO_TWIN_SPEED,
      external: set.PORTICO_TWIN_EXTERNAL,
    },
    logLevel: set.LOG_LEVEL,
  };
}

/** What is wrong, without what was given. */
function wordsFor(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_value':
      return `must be one of: ${issue.values.join(', ')}`;
    case 'too_small':
      return `is too ${typeof issue.minimum === 'number' && issue.origin === 'string' ? 'short' : 'small'}; at least ${issue.minimum}`;
    case 'too_big':
      return `is too large; at most ${issue.maximum}`;
    case 'invalid_type':
      return issue.expected === 'int' ? 'must be a whole number' : `must be a ${issue.expected}`;
    case 'invalid_format':
      return issue.message.startsWith('must')
        ? issue.message
        : 'must be an id of the form xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx';
    case 'custom':
      return issue.message;
    default:
      return 'isn’t as it should be';
  }
}
