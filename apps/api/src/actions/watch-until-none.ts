import type { Verbs, Wait } from '@portico/plan/action';
import { type Message, text } from '@portico/plan/text';

interface Watch extends Pick<Wait, 'every' | 'usually'> {
  /** What is said before the first look. */
  readonly looking: Message;
  /** What is said of those that are left: `count`. */
  readonly watching: Message;
  readonly left: () => Promise<readonly unknown[]>;
}

/** A person does it in Microsoft's page; we look until none is left, one wait for each number. */
export async function watchUntilNone(
  verbs: Verbs,
  { looking, watching, left, every, usually }: Watch,
): Promise<void> {
  for (let count = Infinity; count > 0; ) {
    const before = count;
    const says = Number.isFinite(before) ? text(watching, { count: before }) : text(looking);
    count = await verbs.until(
      `fewer than ${before} missing`,
      { says, for: 'person', every, usually },
      async () => {
        const { length } = await left();
        return length < before ? length : undefined;
      },
    );
  }
}
