import type { Table } from '@portico/http/endpoint';
import type { Cloud } from './cloud.ts';

/** A Microsoft service: where it is, for whom its tokens are, and its table. */
export interface Service<T extends Table = Table> {
  /** As evidence names it: `Power Platform admin`. */
  readonly name: string;
  /** The fixed address, without a trailing slash; undefined when the address comes from tenant data. */
  readonly base?: (cloud: Cloud) => string;
  /** The resource a token must be for; `base` is the address in use, without a trailing slash. Undefined: no token goes along. */
  readonly audience?: (cloud: Cloud, base: string) => string;
  /** Patterns of hosts, beside that of `base`, to which this service's token may go when an answer names them. */
  readonly siblings?: (cloud: Cloud, base: string) => readonly string[];
  /** Patterns that a base from tenant data must match. */
  readonly hosts?: (cloud: Cloud) => readonly string[];
  /** Headers that go with every call; those of a call come after them. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly endpoints: T;
}

export const defineService = <const T extends Table>(service: Service<T>): Service<T> => service;
