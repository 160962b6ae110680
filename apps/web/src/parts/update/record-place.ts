import type { UpdateRecord, UpdateRecordDetail } from '@portico/contract/update';
import type { Draft } from '../../data/drafts.ts';
import type { Decisions } from '../../data/use-decisions.ts';
import type { SignInWays } from '../sign-in-ways.tsx';

/** What every part of a record's page needs beside the cell that it draws. */
export interface RecordPlace {
  readonly id: string;
  readonly table: string;
  readonly decisions: Decisions;
  readonly signIn: SignInWays;
  readonly draftOf: (name: string) => Draft;
  /** Also what stood there when the site was made. */
  readonly withBase: boolean;
  /** Why nothing of that can be shown. */
  readonly first?: UpdateRecordDetail['first'];
  /** The change as a whole was refused: whatever is chosen of its columns, it stays as it is. */
  readonly refused?: boolean;
  /** Which side has it, where it isn’t both: then it comes or goes as a whole, and no column is decided. */
  readonly only?: UpdateRecord['only'];
}
