import type { InviteeDecision } from '@portico/contract/answers';
import type { FindingFacts } from '@portico/contract/findings';
import type { Choice } from '@portico/contract/routes';
import { z } from 'zod';

/** Somebody who is chosen, and what is known of them while they are. An empty role isn't chosen yet. */
const drafted = z.object({
  contact: z.string(),
  role: z.string(),
  account: z.string().optional(),
  /** The code of the contact's company, as far as it is known. */
  company: z.string().optional(),
  name: z.string(),
  /** Number, customer and company, as far as they are known. */
  about: z.string(),
  /** The contact has no customer: somebody says for whom they order. */
  homeless: z.boolean(),
});
export type InviteeDraft = z.output<typeof drafted>;

export const asDraft = (kept: unknown): readonly InviteeDraft[] | undefined =>
  z.array(drafted).safeParse(kept).data;

const factOf = (choice: Choice, name: string): string => String(choice.facts?.[name] ?? '');

/** What tells people of one name apart: their customer and their e-mail address, then what finance and operations calls them. */
export const aboutOf = (choice: Choice): string =>
  ['customer', 'email', 'number', 'company']
    .map((name) => factOf(choice, name))
    .filter((part) => part !== '')
    .join(' · ');

/** What a contact lacks that people look for to tell them apart. */
export const lacksOf = (choice: Choice): readonly ('customer' | 'email')[] =>
  (['customer', 'email'] as const).filter((name) => factOf(choice, name) === '');

/** A contact of the list, chosen. */
export const chosenOf = (choice: Choice): InviteeDraft => ({
  contact: choice.value,
  role: '',
  name: choice.label,
  about: aboutOf(choice),
  company: factOf(choice, 'company'),
  homeless: factOf(choice, 'customer') === '',
});

/** Customers to choose from for a contact: those of its own company first, each part by name. */
export const customersFor = (
  { company }: Pick<InviteeDraft, 'company'>,
  accounts: readonly Choice[],
): readonly Choice[] => {
  const isOwn = (account: Choice) => Number(Boolean(company) && factOf(account, 'company') === company);
  return accounts.toSorted((one, other) => isOwn(other) - isOwn(one) || one.label.localeCompare(other.label));
};

/** Who was decided on, with what was found of them or what the list says. */
export function keptAs(
  people: readonly InviteeDecision[],
  found: FindingFacts['contacts-usable'] | undefined,
  choices: readonly Choice[],
): readonly InviteeDraft[] {
  return people.map(({ contact, role, account }) => {
    const choice = choices.find(({ value }) => value === contact);
    const person = found?.people.find((each) => each.contact === contact);
    const needOf = (name: string) => person?.needs.find(({ need }) => need === name);
    return {
      contact,
      role,
      ...(account ? { account } : {}),
      name: person?.name || choice?.label || contact,
      about: choice ? aboutOf(choice) : '',
      company: needOf('company')?.value ?? (choice && factOf(choice, 'company')),
      homeless: account !== undefined || needOf('customer')?.state === 'missing',
    };
  });
}

/** What is sent: ids alone. */
export const decisionOf = (people: readonly InviteeDraft[]) => ({
  people: people.map(({ contact, role, account }) => ({ contact, role, ...(account ? { account } : {}) })),
});
