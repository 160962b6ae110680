const plain = 'abcdefghijklmnopqrstuvwxyzACDEGHIKLNORSTUWYZ';
const strange = 'áƀçďéƒğĥíĵķļɱñóþqŕšťúṽŵxýžÁÇĎÉĞĤÍĶĻÑÓŔŠŤÚŴÝŽ';
const accents = new Map(Array.from(plain, (char, index) => [char, strange.charAt(index)]));

/**
 * Makes a message longer and accented and leaves its arguments and tags alone. What a screen shows without
 * accents isn't translatable; what it cuts off will be cut off in German too.
 */
export function pseudo(message: string): string {
  const out: string[] = [];
  // What we are inside of: text to change, or the head of an argument to keep.
  const inside: ('text' | 'argument')[] = ['text'];
  for (const part of message.match(/<[^>]+>|[{}]|[^{}<]+|</g) ?? []) {
    const here = inside.at(-1);
    if (part === '{') inside.push(here === 'text' ? 'argument' : 'text');
    else if (part === '}') inside.pop();
    out.push(here === 'text' && !/^[{}<]/.test(part) ? stretch(part) : part);
  }
  return out.join('');
}

const stretch = (words: string): string =>
  words.replaceAll(/\p{L}/gu, (char) => {
    const accented = accents.get(char) ?? char;
    return /[aeou]/.test(char) ? accented + accented : accented;
  });
