/**
 * Where an answer differs from a recorded one: paths in words. An element of a list must have the shape of one of the
 * recorded elements; everything else must have exactly the recorded keys and types.
 */
export function differences(answer: unknown, recorded: unknown, path = 'body'): readonly string[] {
  if (Array.isArray(answer) && Array.isArray(recorded)) {
    if (recorded.length > 0 && answer.length === 0) return [`${path}: empty`];
    return answer.flatMap((element, index) => {
      const all = recorded.map((each) => differences(element, each, `${path}[${index}]`));
      return all.toSorted((a, b) => a.length - b.length)[0] ?? [`${path}[${index}]: surplus`];
    });
  }
  const [is, was] = [typed(answer), typed(recorded)];
  if (is !== was) return [`${path}: ${is}, recorded ${was}`];
  if (typeof answer !== 'object' || answer === null) return [];
  const [ours, theirs] = [entries(answer), entries(recorded)];
  return [
    ...[...theirs.keys()].filter((name) => !ours.has(name)).map((name) => `${path}.${name}: missing`),
    ...[...ours].flatMap(([name, part]) =>
      theirs.has(name)
        ? differences(part, theirs.get(name), `${path}.${name}`)
        : [`${path}.${name}: surplus`],
    ),
  ];
}

const typed = (value: unknown) => (value === null ? 'null' : Array.isArray(value) ? 'list' : typeof value);
const entries = (value: unknown): ReadonlyMap<string, unknown> =>
  new Map(typeof value === 'object' && value !== null ? Object.entries(value) : []);
