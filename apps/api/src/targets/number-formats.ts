/**
 * Whether a number that begins with a prefix and goes on in digits could have been given by a sequence of finance and
 * operations: in its format # is a digit, & a letter or digit, all else stands for itself (number sequence overview).
 */
export function mayMeet(prefix: string, format: string): boolean {
  return prefix.split('').every((sign, index) => {
    const place = format[index];
    if (place === undefined) return false;
    if (place === '#') return /\d/.test(sign);
    if (place === '&') return /[a-z\d]/i.test(sign);
    return place.toLowerCase() === sign.toLowerCase();
  });
}
