import type { Found } from './entry.ts';

/** Longer messages are stack traces; what they mean stands in front. */
const longest = 8000;

const negated = /\b(could|was|were|is|are|does|do|did|has|have)n't\b/gi;

/** A message as forms are compared with it: one kind of quotes and spaces, and no contractions. */
export const plain = (message: string): string =>
  message
    .slice(0, longest)
    .replaceAll(/&quot;|&#39;|&apos;|["“”„«»‘’‚´`]/g, "'")
    .replaceAll(/\\+/g, '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(negated, '$1 not')
    .replaceAll(/\bca(?:n't|nnot)\b/gi, 'can not');

const gap = /<(?<name>[a-z]+)(?<several>…?)>| ?… ?/g;
/** Each may take so many characters and no more, so a long message costs no more than its length. */
const word = "[^\\s'()\\[\\],;]{1,160}";
const words = '.{0,200}?';
const rest = '[^.;]{0,200}';
const between = '.{0,300}?';

/** @returns what the form means as an expression; every repetition in it is bounded */
export function compileForm(form: string): RegExp {
  let pattern = '';
  let at = 0;
  for (const { 0: whole, index, groups } of form.matchAll(gap)) {
    pattern += literal(form.slice(at, index));
    at = index + whole.length;
    const { name, several } = groups ?? {};
    // What comes last, or before whatever, has nothing behind it that would end it.
    const open = at === form.length || /^ ?…/.test(form.slice(at));
    const taken = several ? (open ? rest : words) : `${word}${open ? '' : '?'}`;
    // A name may stand in quotes; they aren't part of it.
    pattern += name ? `'?(?<${name}>${taken})'?` : between;
  }
  pattern += literal(form.slice(at));
  return new RegExp(`(?<![a-z0-9])${pattern}${/[a-z0-9]$/i.test(form) ? '(?![a-z0-9])' : ''}`, 'i');
}

const literal = (text: string): string => plain(text).replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** @returns what the message names in the form's gaps; undefined when it isn't of this form */
export function readForm(form: RegExp, message: string): Found | undefined {
  const match = form.exec(message);
  if (!match) return undefined;
  const named = Object.entries(match.groups ?? {}).map(([name, value]) => [name, trimmed(value)] as const);
  return Object.fromEntries(named);
}

/** The full stop of a sentence isn't part of the name before it. */
const trimmed = (value = ''): string =>
  value
    .trim()
    .replace(/[.:,]$/, '')
    .trim();
