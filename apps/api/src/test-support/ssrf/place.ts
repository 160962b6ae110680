import type { Answers } from '@portico/contract/answers';
import type { Targets } from '../../targets/targets.ts';
import type { Estate } from './estate.ts';
import type { Told } from './tenant.ts';

/** What the product is given while one address is followed. */
export interface Following {
  readonly estate: Estate;
  readonly targets: Targets;
  /** An address that would be shown to a person: it must lead where a call may go. */
  readonly shows: (address: string) => void;
  /** A whole number from chance, for what a place varies besides the address. */
  readonly twist: number;
  readonly given: string;
}

export interface Good {
  readonly given: string;
  /** What following it must reach. */
  readonly host: string;
  readonly path: string;
  readonly twist?: number;
}

/** One place where an address comes in from tenant data or from an answer. */
export interface Place {
  readonly name: string;
  /** Hosts, with their port, to which a call may go while an address of this place is followed. */
  allows(estate: Estate, host: string, path: string): boolean;
  /** Addresses that are as they should be, with the host and the path that following them must reach. */
  goods(estate: Estate): readonly Good[];
  /** What is given besides addresses in general: another kind of text altogether. */
  readonly variant?: (estate: Estate, chance: () => number, number: number) => string;
  /** Paths that addresses of this place usually have. */
  readonly paths?: readonly string[];
  /** What names resolve to, where that is what is attacked; the n-th look at a name. */
  readonly resolves?: (given: string, look: number) => readonly string[];
  /** What a person answers, where the address is theirs. */
  answers?(estate: Estate, given: string): Answers;
  tell(estate: Estate, given: string, twist: number): Partial<Told>;
  follow(following: Following): Promise<unknown>;
}
