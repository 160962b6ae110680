import { msg } from '@portico/plan/text';

/** What a plan says of each record, as somebody reads it who approves changes. */
export const planWords = {
  happens: msg({
    id: 'web.plan.happens',
    defaultMessage:
      '{op, select, create {New} update {Changed} link {Given to others} deactivate {Deactivated, not deleted} other {Brought back}}',
  }),
  risk: msg({
    id: 'web.plan.risk',
    defaultMessage:
      '{why, select, rights {High: {table, select, adx_sitesetting {a security setting} other {it decides who may do what}}} less {Medium: people may do less than today} away {Medium: no longer on the site; it can be brought back} both {Medium: it differed on the site} new {Low: it is new on the site} other {Low: nobody had changed it on the site}}',
  }),
  nobody: msg({
    id: 'web.plan.nobody',
    defaultMessage:
      'Nobody had to: {op, select, create {it is new} other {nobody had changed it on the site}}',
  }),
  decided: msg({
    id: 'web.plan.decided',
    defaultMessage:
      '{who}, {at, date, medium} {at, time, short}: {cell, select, all {} other {{cell}: }}{what}{many, select, yes { (for many at once)} other {}}',
  }),
  linked: msg({
    id: 'web.plan.linked',
    defaultMessage:
      '{cell}: {add, plural, =0 {} other {also {added}}}{remove, plural, =0 {} other {{add, plural, =0 {} other {, }}no longer {removed}}}',
  }),
  value: msg({
    id: 'web.plan.value',
    defaultMessage: '{cell}: {had, select, yes {{before} → {after}} other {{after}}}',
  }),
  text: msg({
    id: 'web.plan.text',
    defaultMessage:
      '{cell}: {gone, plural, =0 {} one {# line goes, } other {# lines go, }}{come, plural, =0 {none comes} one {# line comes} other {# lines come}}',
  }),
};
