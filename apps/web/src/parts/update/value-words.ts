import type { UpdateCell } from '@portico/contract/update';
import { msg } from '@portico/plan/text';
import type { IntlShape, MessageDescriptor } from 'react-intl';

/**
 * Source: https://learn.microsoft.com/power-apps/developer/data-platform/reference/entities/adx_entitypermission,
 * column adx_scope.
 */
const scopes: Readonly<Record<string, MessageDescriptor>> = {
  756150000: msg({ id: 'web.update.scope.global', defaultMessage: 'Global (all rows)' }),
  756150001: msg({ id: 'web.update.scope.contact', defaultMessage: 'Contact (rows of the person)' }),
  756150002: msg({
    id: 'web.update.scope.account',
    defaultMessage: 'Account (rows of the person’s account)',
  }),
  756150003: msg({ id: 'web.update.scope.parent', defaultMessage: 'Parent (rows below another permission)' }),
  756150004: msg({ id: 'web.update.scope.self', defaultMessage: 'Self (the person’s own contact)' }),
};

type Names = UpdateCell['names'];

/** A value as a person reads it: records and choices by name, flags as yes and no. */
export function valueWords(intl: IntlShape, cell: string, value: unknown, names: Names): string {
  if (Array.isArray(value)) return intl.formatList(value.map((one) => valueWords(intl, cell, one, names)));
  if (typeof value === 'boolean')
    return intl.formatMessage(
      { id: 'web.update.flag', defaultMessage: '{is, select, yes {Yes} other {No}}' },
      { is: value ? 'yes' : 'no' },
    );
  if (typeof value !== 'string' && typeof value !== 'number') return '';
  const named = names[String(value)];
  if (named !== undefined) return named;
  const scope = cell === 'adx_scope' ? scopes[value] : undefined;
  return scope ? intl.formatMessage(scope) : String(value);
}
