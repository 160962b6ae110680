import { useState } from 'react';
import { useCommand } from './use-command.ts';
import { useRead } from './use-read.ts';
import { useWorkspace } from './workspace.ts';

/**
 * Contacts and customers to choose from, by words, and the link with which somebody signs up: it opens a door, so it is
 * held here while its page shows it, and nowhere else. `wanted`: on other steps nothing is read.
 */
export function useInvitees(run: string, wanted: boolean) {
  const { api } = useWorkspace();
  const [words, search] = useState({ contacts: '', accounts: '' });
  const [link, setLink] = useState<{ readonly contact: string; readonly address: string | undefined }>();
  const read = async (kind: string, term: string, signal?: AbortSignal) =>
    (await api.listChoices({ kind, run, search: term, ...(signal ? { signal } : {}) })).choices;
  const list = (kind: keyof typeof words) => (wanted ? `${run} ${kind} ${words[kind]}` : undefined);
  return {
    contacts: useRead(list('contacts'), (signal) => read('contacts', words.contacts, signal)),
    accounts: useRead(list('accounts'), (signal) => read('accounts', words.accounts, signal)),
    search: (kind: keyof typeof words, term: string) => search({ ...words, [kind]: term.trim() }),
    show: useCommand(async (contact: string) => {
      const [found] = await read('invitation', contact);
      setLink({ contact, address: found?.value });
    }),
    link,
    forget: () => setLink(undefined),
  };
}
