import type { FilterImplOptions } from 'liquidjs';

/** Of .NET's format strings what pages use: Power Pages takes those (configure/liquid/liquid-filters, date). */
const formats: Readonly<Record<string, string>> = {
  yyyy: '%Y',
  yy: '%y',
  MMMM: '%B',
  MMM: '%b',
  MM: '%m',
  M: '%-m',
  dddd: '%A',
  ddd: '%a',
  dd: '%d',
  d: '%-d',
  HH: '%H',
  H: '%-H',
  hh: '%I',
  h: '%-I',
  mm: '%M',
  ss: '%S',
  tt: '%p',
};

/** Dates as Power Pages writes them, by the filter that Liquid has. */
export function dateFilter(own: FilterImplOptions | undefined): FilterImplOptions {
  return function (value: unknown, format?: unknown, ...more: unknown[]): unknown {
    const filter = typeof own === 'function' ? own : own?.handler;
    const known =
      typeof format === 'string' && !format.includes('%')
        ? format.replace(/y{2,4}|M{1,4}|d{1,4}|H{1,2}|h{1,2}|mm|ss|tt/g, (part) => formats[part] ?? part)
        : format;
    return filter?.call(this, value, known, ...more);
  };
}
