/** The maps that Microsoft's set-up guide asks for, as Contoso has them. */
export const fiveMaps: readonly string[] = [
  'accounts - Customers V3',
  'contacts - Customers V3',
  'products - CDS released distinct products',
  'salesorders - CDS sales order headers',
  'salesorderdetails - CDS sales order lines',
];
