/** Lines that are compared although all three end with them: changes may slide down among lines like their own. */
const context = 40;

/**
 * How many characters three texts begin and end with in common, in whole lines. They need no cutting up and no
 * comparing, which is most of the work where little was changed.
 */
export function sharedEnds(one: string, two: string, three: string): { head: number; tail: number } {
  const most = Math.min(one.length, two.length, three.length);
  let head = 0;
  while (head < most && same(one, two, three, head)) head += 1;
  head = head === 0 ? 0 : one.lastIndexOf('\n', head - 1) + 1;
  let tail = 0;
  const [a, b, c] = [one.length - 1, two.length - 1, three.length - 1];
  while (tail < most - head) {
    const sign = one.charCodeAt(a - tail);
    if (sign !== two.charCodeAt(b - tail) || sign !== three.charCodeAt(c - tail)) break;
    tail += 1;
  }
  let start = one.length - tail;
  for (let line = 0; line <= context; line += 1) {
    start = one.indexOf('\n', start) + 1;
    if (start === 0) return { head, tail: 0 };
  }
  return { head, tail: one.length - start };
}

function same(one: string, two: string, three: string, at: number): boolean {
  const sign = one.charCodeAt(at);
  return sign === two.charCodeAt(at) && sign === three.charCodeAt(at);
}
