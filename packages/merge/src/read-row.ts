import { holdsSecret, isSealed, sealed } from './canonical/secrets.ts';
import type { Scalar, SiteRecord } from './record.ts';
import { tableOf } from './tables/standard.ts';

/** What belongs to a row and lies elsewhere. */
export interface Beside {
  /** Defaults of the columns, from the table's metadata: a choice that nobody made is absent. */
  readonly defaults?: Readonly<Record<string, Scalar>>;
  readonly sets?: SiteRecord['sets'];
  readonly body?: SiteRecord['body'];
  /** Marks a secret so that only a change of it shows; keyed, for short secrets could be guessed from a plain hash. */
  readonly seal: (secret: string) => string;
}

/** Never a person's intention: who and when, versions, owners, state (read apart), and the site itself. */
const noise =
  /^(?:created(?:on|by)|modified(?:on|by)|(?:created|modified)onbehalfby|versionnumber|importsequencenumber|overriddencreatedon|timezoneruleversionnumber|utcconversiontimezonecode|owner.*|owning.*|organizationid|statecode|statuscode|adx_(?:created|modified)by(?:ipaddress|username)|adx_websiteid|annotationid|objectid)$/;

/** Longer than provisioning takes to touch its own rows again. Milliseconds; what it really takes is unverified. */
const burst = 60_000;

/** A row as Dataverse gives it, as a record. Columns that hold neither a scalar nor a lookup are refused by name. */
export function readRow(table: string, row: Readonly<Record<string, unknown>>, beside: Beside): SiteRecord {
  const id = row[`${table}id`];
  if (typeof id !== 'string') throw new TypeError(`A row of ${table} has no ${table}id`);
  const etag = row['@odata.etag'];
  const fields: Record<string, Scalar> = {};
  const refs: Record<string, string> = {};
  for (const [key, value] of Object.entries(row)) {
    const column = /^_(.+)_value$/.exec(key)?.[1] ?? key;
    if (value === null || value === '' || value === undefined || key.includes('@')) continue;
    if (noise.test(column) || column === `${table}id` || tableOf(table).runtime?.includes(column)) continue;
    if (typeof value === 'object' || !isScalar(value)) throw new TypeError(`${table}.${key} holds no scalar`);
    if (column !== key) refs[column] = String(value).toLowerCase();
    else if (beside.defaults?.[column] !== value) fields[column] = value;
  }
  if (isSecret(table, fields)) fields['adx_value'] = sealed(beside.seal(String(fields['adx_value'])));
  return {
    table,
    id: id.toLowerCase(),
    ...(typeof etag === 'string' ? { etag } : {}),
    fields,
    refs,
    sets: Object.fromEntries(
      Object.entries(beside.sets ?? {}).flatMap(([name, ids]) =>
        ids.length === 0 ? [] : [[name, ids.map((each) => each.toLowerCase()).sort()]],
      ),
    ),
    ...(beside.body ? { body: beside.body } : {}),
    ...(isGone(table, row) ? { inactive: true as const } : {}),
    ...untouched(row),
  };
}

/** The same without a secret that isn't marked: what somebody else has written comes in like what is read. */
export const sealSecrets = <S extends { readonly records: readonly SiteRecord[] }>(
  site: S,
  seal: Beside['seal'],
): S & { records: SiteRecord[] } => ({
  ...site,
  records: site.records.map((record) => {
    const value = record.fields['adx_value'];
    return isSecret(record.table, record.fields) && !isSealed(value)
      ? { ...record, fields: { ...record.fields, adx_value: sealed(seal(String(value))) } }
      : record;
  }),
});

const isSecret = (table: string, fields: SiteRecord['fields']): boolean =>
  table === 'adx_sitesetting' && fields['adx_value'] !== undefined && holdsSecret(String(fields['adx_name']));

const isScalar = (value: unknown): value is Scalar => ['string', 'number', 'boolean'].includes(typeof value);

/** The studio deletes by deactivating and adding `-deleted` to name and address. An export without states has the name. */
function isGone(table: string, row: Readonly<Record<string, unknown>>): boolean {
  const state = row['statecode'];
  if (state !== undefined && state !== null) return Number(state) === 1;
  const title = row[tableOf(table).title];
  return typeof title === 'string' && title.endsWith('-deleted');
}

/** Whether nobody has changed a row since it was made, as far as it tells. */
export function untouched(row: Readonly<Record<string, unknown>>): { untouched?: boolean } {
  const [created, modified] = [Date.parse(String(row['createdon'])), Date.parse(String(row['modifiedon']))];
  return Number.isNaN(created + modified) ? {} : { untouched: modified - created <= burst };
}
