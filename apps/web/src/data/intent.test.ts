import { describe, expect, it } from 'vitest';
import { createIntents } from './intent.ts';

describe('intents', () => {
  it('gives one key per intent, in every tab, until it is settled', () => {
    const shared = new Map<string, string>();
    const store = {
      getItem: (name: string) => shared.get(name) ?? null,
      setItem: (name: string, value: string) => void shared.set(name, value),
      removeItem: (name: string) => void shared.delete(name),
    };
    let made = 0;
    const newKey = () => `key-${(made += 1)}`;
    const [one, other] = [createIntents(store, newKey), createIntents(store, newKey)];
    expect(one.keyOf('create')).toBe('key-1');
    expect(other.keyOf('create')).toBe('key-1');
    expect(one.keyOf('start')).toBe('key-2');
    one.settle('create');
    expect(other.keyOf('create')).toBe('key-3');
  });
});
