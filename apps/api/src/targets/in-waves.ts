/** How many calls of one kind are under way at once: enough to be quick, few enough for services that don't say. */
const together = 6;

/** Does something with each item, some at a time; answers in their order. */
export async function inWaves<Item, Answer>(
  items: readonly Item[],
  act: (item: Item) => Promise<Answer>,
): Promise<readonly Answer[]> {
  const answers: Answer[] = [];
  for (let from = 0; from < items.length; from += together)
    answers.push(...(await Promise.all(items.slice(from, from + together).map(act))));
  return answers;
}
