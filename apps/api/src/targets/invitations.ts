import type { InviteeState } from '@portico/contract/findings';
import type { Row, Targets } from './targets.ts';
import { textOf } from './text-of.ts';
import { idsIn } from './rows.ts';

/** An invitation of one contact, without its code: that is a secret of theirs, and is read when somebody asks for it. */
export interface Invitation {
  readonly id: string;
  readonly contact: string;
  readonly state: Exclude<InviteeState['state'], 'none'> | 'inactive';
  readonly until?: string;
  /**
   * Of one that was taken: when its row last changed, ISO 8601. Assumed to be when it was taken; a row that keeps its date
   * says when it was made, and one that somebody changed says later.
   */
  readonly changedAt?: string;
}

/** Status reason of one that was taken (Web API reference, adx_invitation). */
const redeemed = 756150001;

/** All invitations of these contacts, the newest first. */
export async function invitationsOf(
  { rows, now }: Pick<Targets, 'rows' | 'now'>,
  contacts: readonly string[],
): Promise<readonly Invitation[]> {
  const $filter = idsIn('_adx_invitecontact_value', contacts);
  if ($filter === undefined) return [];
  const found = await rows({
    set: 'adx_invitations',
    $select:
      'adx_invitationid,statecode,statuscode,adx_expirydate,createdon,modifiedon,_adx_invitecontact_value',
    $filter,
  });
  return found
    .toSorted((a, b) => textOf(b['createdon']).localeCompare(textOf(a['createdon'])))
    .map((row) => ({
      id: textOf(row['adx_invitationid']),
      contact: textOf(row['_adx_invitecontact_value']).toLowerCase(),
      state: stateOf(row, now()),
      ...(textOf(row['adx_expirydate']) ? { until: textOf(row['adx_expirydate']) } : {}),
      ...(row['statuscode'] === redeemed ? { changedAt: textOf(row['modifiedon']) } : {}),
    }));
}

function stateOf(row: Row, now: Date): Invitation['state'] {
  if (row['statuscode'] === redeemed) return 'signed-up';
  if (row['statecode'] !== 0) return 'inactive';
  const until = textOf(row['adx_expirydate']);
  return until !== '' && Date.parse(until) <= now.getTime() ? 'run-out' : 'open';
}

/** Where somebody stands by all their invitations: signed up once is signed up, and one that is open counts. */
export function standingOf(
  invitations: readonly Invitation[],
  contact: string,
): Pick<InviteeState, 'state' | 'until'> {
  const own = invitations.filter((each) => each.contact === contact.toLowerCase());
  const best = (['signed-up', 'open', 'run-out'] as const).find((state) =>
    own.some((each) => each.state === state),
  );
  const until = best === 'open' ? own.find(({ state }) => state === best)?.until : undefined;
  return { state: best ?? 'none', ...(until ? { until } : {}) };
}
