// en-XA: English with accents, longer and in brackets. What stays plain on screen was never translated, what is
// cut off has too little room, and what lacks a bracket was glued together from pieces.

const plain = 'abcdefghijklmnopqrstuvwxyz';
const accented = 'àƀçđéƒĝĥîĵķļɱñöþǫŕšţûṽŵẋýž';

/** Accents each letter and doubles the vowels, which makes English about 40 % longer. */
function stretch(text: string): string {
  return text.replace(/[a-z]/gi, (letter) => {
    const twin = accented.charAt(plain.indexOf(letter.toLowerCase()));
    const cased = letter === letter.toLowerCase() ? twin : twin.toUpperCase();
    return /[aeiou]/i.test(letter) ? cased + twin : cased;
  });
}

/** Argument types whose braces hold messages of their own. Source: ICU MessageFormat. */
const choices = new Set(['plural', 'select', 'selectordinal']);

/**
 * @param message ICU message; arguments, tags and quoted parts stay as they are
 * @throws Error when its braces do not match
 */
export function pseudo(message: string): string {
  let at = 0;

  const take = (pattern: RegExp): string => {
    pattern.lastIndex = at;
    const found = pattern.exec(message)?.[0] ?? '';
    at += found.length;
    return found;
  };
  const expect = (pattern: RegExp): string => {
    const found = take(pattern);
    if (found === '') throw new Error(`The message is not well formed at letter ${at + 1}: ${message}`);
    return found;
  };
  /** Everything up to the brace that closes what is open, which is left standing. */
  const verbatim = (): string => {
    let text = '';
    for (;;) {
      text += take(/(?:'[^']*'|[^{}'])+/y);
      if (message[at] !== '{') return text;
      text += expect(/\{/y) + verbatim() + expect(/\}/y);
    }
  };
  const argument = (): string => {
    const head = expect(/\{\s*[\w-]+\s*(?:,\s*\w+\s*)?/y);
    const type = /,\s*(\w+)/.exec(head)?.[1] ?? '';
    if (!choices.has(type)) return head + verbatim() + expect(/\}/y);
    let text = head + expect(/,/y);
    while (message[at] !== '}') text += expect(/[^{}]+\{/y) + content() + expect(/\}\s*/y);
    return text + expect(/\}/y);
  };
  function content(): string {
    let text = '';
    while (at < message.length && message[at] !== '}') {
      const kept = take(/'[{}<>#|](?:[^']|'')*(?:'|$)|<\/?[a-z][\w-]*\s*\/?>/iy);
      text += kept || (message[at] === '{' ? argument() : stretch(expect(/[^{}<']+|[<']/y)));
    }
    return text;
  }

  const whole = content();
  if (at < message.length) throw new Error(`The message has a brace too many: ${message}`);
  return `[${whole}]`;
}

/** @param catalogue id → ICU message */
export function pseudoCatalogue(catalogue: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(catalogue).map(([id, message]) => [id, pseudo(message)]));
}
