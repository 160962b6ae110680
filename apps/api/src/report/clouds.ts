/** A cloud as a report names it. */
interface NamedCloud {
  readonly name: string;
  /** True where nothing real was touched: each page of the report says so. */
  readonly rehearsal: boolean;
}

/**
 * By the id that a run's first event keeps. A report looks at the run's own cloud, not at the one in use now:
 * a store that served rehearsals may serve a real tenant tomorrow.
 */
const clouds: Readonly<Record<string, NamedCloud>> = {
  public: { name: 'Microsoft commercial cloud', rehearsal: false },
  gcc: { name: 'Microsoft 365 GCC', rehearsal: false },
  'gcc-high': { name: 'Microsoft 365 GCC High', rehearsal: false },
  dod: { name: 'Microsoft 365 DoD', rehearsal: false },
  china: { name: 'Microsoft cloud operated by 21Vianet', rehearsal: false },
  twin: { name: 'Rehearsal cloud on the machine that runs Portico', rehearsal: true },
};

/** An id that nobody knows is shown as it is, and never taken for a rehearsal. */
export const cloudOf = (id: string): NamedCloud =>
  (Object.hasOwn(clouds, id) ? clouds[id] : undefined) ?? { name: id || '?', rehearsal: false };
