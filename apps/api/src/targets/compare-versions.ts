/** As four numbers, never as text: 1.0.10.0 comes after 1.0.9.0. */
export function compareVersions(one: string, other: string): number {
  const [a, b] = [one, other].map((version) => version.split('.').map(Number));
  for (let index = 0; index < 4; index += 1) {
    const difference = (a?.[index] ?? 0) - (b?.[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Whether a text is a version at all; what isn't can't be compared with one. */
export const isVersion = (text: unknown): text is string =>
  typeof text === 'string' && /^\d+(\.\d+){1,3}$/.test(text);
