/** Contoso's legal entities: small enough that everything is copied within two hours of its time. */
export const companies = [
  { id: 'usmf', name: 'Contoso Entertainment System USA' },
  { id: 'demf', name: 'Contoso Entertainment System Germany' },
  { id: 'gbsi', name: 'Contoso Retail Services UK' },
];
