import { Problem } from '@portico/contract/problems';

/** Who is signed in, and which of their tokens is taken. A token names its person and has a number. */
export interface Tokens {
  /** Throws `needs-sign-in` where there is none, `token-refused` where Entra issues none for the gateway. */
  issue(person: string, audience: string, refused?: string): Promise<string>;
  /** From here on a token isn't taken any more. A fresh one is, for at least a minute. */
  turnDown(authorization: string): void;
  /** Whose token it is, if it is taken. */
  read(authorization: string): string | undefined;
  end(person: string): void;
  signIn(person: string): void;
}

export function createTokens(gateway: 'granted' | 'refused', now: () => Date): Tokens {
  const ended = new Set<string>();
  const taken = new Map<string, number>();
  const cached = new Map<string, number>();
  const turned = new Map<string, number>();
  const parse = (authorization: string) => {
    const [, person = '', number] = authorization.split(' ');
    return { person, number: Number(number) };
  };
  return {
    async issue(person, audience, refused) {
      if (ended.has(person)) throw new Problem('needs-sign-in');
      if (gateway === 'refused' && audience === 'https://IntegratorApp.com')
        throw new Problem('token-refused');
      if (refused !== undefined) {
        cached.set(person, taken.get(person) ?? 0);
        turned.set(person, now().getTime());
      }
      return `${person} ${cached.get(person) ?? 0}`;
    },
    turnDown(authorization) {
      const { person } = parse(authorization);
      if (now().getTime() - (turned.get(person) ?? 0) < 60_000) return;
      turned.set(person, now().getTime());
      taken.set(person, (taken.get(person) ?? 0) + 1);
    },
    read(authorization) {
      const { person, number } = parse(authorization);
      return number === (taken.get(person) ?? 0) ? person : undefined;
    },
    end: (person) => void ended.add(person),
    signIn: (person) => void ended.delete(person),
  };
}
