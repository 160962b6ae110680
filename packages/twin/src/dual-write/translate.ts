import type { RowError } from '../world/dual-write.ts';
import { type Row, textOf } from '../world/rows.ts';
import { notFound, type References } from './references.ts';
import { companyColumn, companyId, lookupsOf, type Sides } from './sides.ts';

/** A row as the other side would have it, as far as that is possible, and why it isn't. */
export interface Translated {
  readonly values: Row;
  readonly missing?: RowError;
}

const isEmpty = (value: unknown): boolean => value === undefined || value === null || value === '';

/** A row of finance and operations for Dataverse. An empty optional reference stays empty. */
export function toDataverse(sides: Sides, references: References, company: string, row: Row): Translated {
  const { fields, map, organization } = sides;
  const record = textOf(row[fields.columns[0]?.[0] ?? '']);
  const values: Row = Object.fromEntries(
    fields.columns.map(([finance, dataverse]) => [dataverse, row[finance] ?? null]),
  );
  let missing: RowError | undefined;
  const miss = (field: string, message: string) => (missing ??= { company, record, field, message });
  const owner = companyColumn(map);
  const ours = owner ? companyId(organization, company) : undefined;
  if (owner && ours) values[`_${owner}_value`] = ours;
  if (owner && !ours) {
    const to = [{ set: 'cdm_companies', key: 'cdm_companycode' }];
    const lookup = { finance: 'dataAreaId', column: owner, to, required: true };
    miss('dataAreaId', notFound(sides, lookup, company.toUpperCase()));
  }
  const scope = ours ?? companyId(organization, company);
  for (const lookup of lookupsOf(sides)) {
    const value = row[lookup.finance];
    if (isEmpty(value) && !lookup.required) continue;
    const id = isEmpty(value) ? undefined : references.idOf(lookup, value, scope);
    if (id) values[`_${lookup.column}_value`] = id;
    else miss(lookup.finance, notFound(sides, lookup, value ?? ''));
  }
  Object.assign(values, fields.constants.dataverse);
  return { values, ...(missing ? { missing } : {}) };
}

/**
 * A row of Dataverse for finance and operations. What is empty there overwrites nothing here, which is assumed; in a
 * new row a reference that every row needs must be there. The words are those of its forms.
 */
export function toFinance(
  sides: Sides,
  references: References,
  company: string,
  row: Row,
  isNew: boolean,
): Translated {
  const { fields } = sides;
  const values: Row = company === 'dat' ? {} : { dataAreaId: company };
  for (const [finance, dataverse] of fields.columns)
    if (!isEmpty(row[dataverse])) values[finance] = row[dataverse];
  const record = textOf(values[fields.columns[0]?.[0] ?? '']);
  let missing: RowError | undefined;
  const miss = (field: string, message: string) => (missing ??= { company, record, field, message });
  for (const lookup of lookupsOf(sides)) {
    const { finance, column, to, required } = lookup;
    const id = row[`_${column}_value`];
    const found = isEmpty(id) ? undefined : references.keyOf(lookup, id, company);
    if (found?.there) values[finance] = found.value;
    else if (found)
      miss(
        finance,
        `The value '${found.value}' in field '${finance}' is not found in the related table '${to[0]?.set}'.`,
      );
    else if (required && isNew) miss(finance, `Field '${finance}' must be filled in.`);
  }
  Object.assign(values, fields.constants.finance);
  return { values, ...(missing ? { missing } : {}) };
}
