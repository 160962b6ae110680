import { expect, it } from 'vitest';
import { namesFor } from './with-names.ts';

const titles = new Map([
  ['new', 'Returns'],
  ['known', 'Another title'],
]);

it('names what came without a name, and leaves names that came', () => {
  expect(namesFor(['new', 'known', 'nobody'], { known: 'Home', new: 'new' }, titles)).toEqual({
    known: 'Home',
    new: 'Returns',
  });
});
