import { msg } from '@portico/plan/text';
import { type Entry, type Found, pages } from './entry.ts';
import { readWords, startMapFirst } from './steps.ts';

/** Lookup columns that aren’t called as the table they refer to, and tables with a plural of their own. */
const sets: Readonly<Record<string, string>> = {
  company: 'cdm_companies',
  customer: 'accounts',
  defaultuom: 'uoms',
  msdyn_billingaccount: 'accounts',
  msdyn_invoiceaccount: 'accounts',
  parentaccount: 'accounts',
  primarycontact: 'contacts',
  msdyn_contactperson: 'contacts',
  msdyn_currencycode: 'transactioncurrencies',
  transactioncurrency: 'transactioncurrencies',
  msdyn_salesunit: 'uoms',
};

/** `msdyn_customergroup.msdyn_groupid` lies in `msdyn_customergroups`. */
export function setOf({ set, field = '', table = '' }: Found): string | undefined {
  if (set) return set.toLowerCase();
  const [column = ''] = (table || field).toLowerCase().split('.');
  const name = column.replace(/id$/, '');
  const known = sets[name] ?? sets[name.replace(/^msdyn_/, '')];
  if (known || name === '') return known;
  // An entity set is named already.
  if (/[^s]s$/.test(name)) return name;
  return /[^aeiou]y$/.test(name) ? name.replace(/y$/, 'ies') : `${name}s`;
}

const found = (field: string) => [
  `Couldn't resolve the guid for the field: ${field}. The lookup value was not found: <value…>. Try this URL(s)`,
  `Couldn't resolve the guid for the field: ${field}. The lookup value was not found: <value…>`,
  `Couldn't resolve the guid for the field: ${field}. The lookup was not found: <value…>. Try this URL(s)`,
  `Couldn't resolve the guid for the field: ${field}. The lookup was not found: <value…>`,
];
const missing = (rest: string) => `Couldn't resolve the guid for the field: ${rest}`;

const skipColumns = (columns: 'customers' | 'vendors') =>
  columns === 'customers'
    ? msg({
        id: 'playbook.customers-circular.skip',
        defaultMessage:
          'Stop the map, delete ContactPersonID and InvoiceAccount from it, and turn off change tracking of the entity Customers V3.',
      })
    : msg({
        id: 'playbook.vendors-circular.skip',
        defaultMessage:
          'Stop the map, delete PrimaryContactPersonId and InvoiceVendorAccountNumber from it, and turn off change tracking of the entity Vendors V2.',
      });
const firstPass = msg({
  id: 'playbook.circular.first',
  defaultMessage: 'Start it with initial synchronisation, then the map of contacts.',
});
const secondPass = msg({
  id: 'playbook.circular.second',
  defaultMessage:
    'Put the columns back, start it with initial synchronisation once more, and turn change tracking on again.',
});
const onceMore = msg({
  id: 'playbook.circular.once-more',
  defaultMessage:
    'Or just start the map again while the number of errors falls: what was copied is found the next time.',
});

/** Rows that refer to rows that aren’t there. */
export const lookups: readonly Entry[] = [
  {
    id: 'customers-circular',
    source: pages.initialSync,
    forms: [...found('primarycontactid.<column>'), ...found('msdyn_billingaccount.<column>')],
    cause: msg({
      id: 'playbook.customers-circular',
      defaultMessage:
        'Customers refer to contacts and to other customers, which refer to them: neither can be first.',
    }),
    owner: 'finance-operations-admin',
    steps: [onceMore, skipColumns('customers'), firstPass, secondPass],
  },
  {
    id: 'vendors-circular',
    source: pages.initialSync,
    forms: [
      ...found('msdyn_vendorprimarycontactperson.<column>'),
      ...found('msdyn_invoicevendoraccountnumber.<column>'),
    ],
    cause: msg({
      id: 'playbook.vendors-circular',
      defaultMessage:
        'Vendors refer to contacts and to other vendors, which refer to them: neither can be first.',
    }),
    owner: 'finance-operations-admin',
    steps: [onceMore, skipColumns('vendors'), firstPass, secondPass],
  },
  {
    id: 'sales-unit-empty',
    source: pages.products,
    standing: 'inferred',
    forms: [
      missing('uom.msdyn_symbol. The lookup value was not found: .'),
      missing('defaultuomid.msdyn_symbol. The lookup value was not found: .'),
    ],
    cause: msg({
      id: 'playbook.sales-unit-empty',
      defaultMessage: 'A released product has no sales unit, and Dataverse takes none without.',
    }),
    owner: 'finance-operations-admin',
    steps: [
      msg({
        id: 'playbook.sales-unit-empty.fill',
        defaultMessage:
          'Open the released product in finance and operations, section “Sell”, and fill “Unit”.',
      }),
    ],
    needs: () => undefined,
  },
  {
    id: 'lookup-missing',
    source: pages.initialSync,
    general: true,
    forms: [
      `Couldn't resolve the guid for the field: <field>. The lookup value was not found: <value…>. Try this URL(s) … /api/data/…/<set>?`,
      `Couldn't resolve the guid for the field: <field>. The lookup was not found: <value…>. Try this URL(s) … /api/data/…/<set>?`,
      ...found('<field>'),
    ],
    cause: msg({
      id: 'playbook.lookup-missing',
      defaultMessage: 'Rows refer by {field} to rows that aren’t on the other side.',
    }),
    owner: 'you',
    steps: [
      startMapFirst,
      msg({
        id: 'playbook.lookup-missing.row',
        defaultMessage:
          'If that map runs, look whether this very row is there, with the same company; it may have been left out by a filter or an error of its own.',
      }),
      msg({
        id: 'playbook.lookup-missing.itself',
        defaultMessage:
          'If it is this map itself, start it again while the number of errors falls: what was copied is found the next time.',
      }),
    ],
    needs: setOf,
  },
  {
    id: 'reference-unresolved',
    source: pages.liveSync,
    general: true,
    forms: [
      'Unable to look up <table> with values {<value…>}',
      'Unable to lookup <table> with values {<value…>}',
    ],
    cause: msg({
      id: 'playbook.reference-unresolved',
      defaultMessage: 'A row refers to a row of {table} that isn’t there, or that is written in the same go.',
    }),
    owner: 'you',
    steps: [
      startMapFirst,
      msg({
        id: 'playbook.reference-unresolved.relation',
        defaultMessage:
          'Where both are written together, the two entities need a relationship in finance and operations.',
      }),
      readWords,
    ],
    needs: setOf,
  },
];
