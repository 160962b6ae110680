import { Problem } from '@portico/contract/problems';
import type { Client } from '@portico/http/client';
import type { dataverse } from '@portico/microsoft/services/dataverse';

/** This person's row in Dataverse; asked for in one way, so that checks share the answer. */
export async function ownUser(client: Client<typeof dataverse.endpoints>): Promise<{
  readonly name: string;
  /** As finance and operations knows them: a guest there goes by their mail address. */
  readonly signsInAs: string | undefined;
  readonly accessMode: number;
}> {
  const { UserId: id } = await client.whoAmI({});
  const $select = 'fullname,domainname,internalemailaddress,accessmode';
  const user = await client.getRow({ set: 'systemusers', id, $select });
  const textOf = (column: string) => {
    const value = user[column];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const accessMode = user['accessmode'];
  // It was asked for by name: without it nothing was said of this person.
  if (typeof accessMode !== 'number')
    throw new Problem('upstream-shape', { detail: 'a user without access mode' });
  const [domain, mail] = [textOf('domainname'), textOf('internalemailaddress')];
  return {
    name: domain ?? textOf('fullname') ?? id,
    signsInAs: /#EXT#/i.test(domain ?? '') ? mail : domain,
    accessMode,
  };
}
