/** Portico's two registrations in the twin. The secret is a rehearsal value: it opens nothing outside the twin. */
export const registrations = {
  browser: '5c7b1d0a-70a1-4c0e-9a5e-b10c0de00001',
  api: '5c7b1d0a-70a1-4c0e-9a5e-b10c0de00002',
  apiSecret: 'rehearsal-only~this-opens-nothing',
};
