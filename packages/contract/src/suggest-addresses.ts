import { subdomain } from './answers.ts';

const endings = ['orders', 'portal', 'customers', 'shop'];

/** Other addresses where this one is taken, all by the rules; whether one is free only Microsoft knows. */
export function suggestAddresses(taken: string, known: readonly string[] = []): readonly string[] {
  const longest = Math.max(...endings.map(({ length }) => length));
  const stem = taken.slice(0, 50 - longest - 1).replace(/-+$/, '');
  return endings
    .filter((ending) => !stem.endsWith(ending))
    .map((ending) => `${stem}-${ending}`)
    .filter((each) => !known.includes(each) && subdomain.safeParse(each).success)
    .slice(0, 3);
}
