import type { Owner } from '@portico/plan/finding';
import type { Message } from '@portico/plan/text';

/** One line of the playbook: what Microsoft says, what it means, and what helps. */
export interface Entry {
  /** A code in small letters (`dipv1010`), or what is wrong. It never changes its meaning. */
  readonly id: string;
  /** The page it is written down in, below learn.microsoft.com. */
  readonly source: string;
  /** The page describes the case and gives no words for it; these words are concluded. */
  readonly standing?: 'inferred';
  /**
   * What a message of this kind contains; one is enough. Quotes, letter case and contractions don’t matter.
   * `<name>` stands for a word, `<name…>` for several, `…` for whatever lies between.
   */
  readonly forms: readonly string[];
  /** Speaks only where nothing more particular does, and before the general entries that follow it. */
  readonly general?: true;
  /** May name what the forms capture. `value` and `record` are of one row and can’t be named. */
  readonly cause: Message;
  readonly owner: Owner;
  /** At most four: a check adds one. */
  readonly steps: readonly Message[];
  /** The Dataverse entity set of the map whose rows are referred to. */
  readonly needs?: (found: Found) => string | undefined;
}

/** What a message names, by the name of its gap in the form. */
export type Found = Readonly<Record<string, string>>;

const dualWrite = 'dynamics365/fin-ops-core/dev-itpro/data-entities/dual-write';

/** The pages that the entries are read from. */
export const pages = {
  codes: `${dualWrite}/dual-write-error-codes`,
  health: `${dualWrite}/configuration-health-check`,
  prerequisites: `${dualWrite}/requirements-and-prerequisites`,
  setup: `${dualWrite}/dual-write-troubleshooting-initial-setup`,
  module: `${dualWrite}/dual-write-troubleshooting-dual-write-module`,
  initialSync: `${dualWrite}/dual-write-troubleshooting-initial-sync`,
  guidance: `${dualWrite}/initial-sync-guidance`,
  liveSync: `${dualWrite}/dual-write-troubleshooting-live-sync`,
  upgrades: `${dualWrite}/dual-write-troubleshooting-finops-upgrades`,
  security: `${dualWrite}/security-roles`,
  limits: `${dualWrite}/sync-limits`,
  products: `${dualWrite}/product-mapping`,
  salesErrors: 'troubleshoot/dynamics-365/sales/troubleshoot-opportunities-issues',
  protection: 'power-apps/developer/data-platform/api-limits',
} as const;
