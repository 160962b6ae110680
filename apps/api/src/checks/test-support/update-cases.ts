import type { JudgeCase } from './judge-case.ts';

const at = '2026-11-20T08:00:00.000Z';
const fingerprint = '5c0f1a9be3d2'.repeat(6).slice(0, 64);
const template = {
  at,
  records: 180,
  name: 'Reference',
  fingerprint,
  same: false,
  theirs: 1033,
  ours: 1033,
  models: { theirs: 'standard', ours: 'standard' },
  touched: 0,
};
const settled = { open: 0, faults: 0, writes: 12 };
const applied = { open: false, writes: 0, takenBack: false, standing: [{ id: 'one', at, records: 12 }] };

export const updateCases = {
  'baseline-kept': [
    {
      when: 'it was taken when the site was made',
      facts: { at, origin: 'captured', records: 180 },
      state: 'ok',
      says: 'baseline-kept.ok',
    },
    {
      when: 'the site is older than that',
      facts: { at, origin: 'inferred', records: 120 },
      state: 'warn',
      says: 'baseline-kept.inferred',
      owner: 'you',
    },
    {
      when: 'somebody gave it',
      facts: { at, origin: 'captured', records: 180, imported: { from: 'file', by: 'Alex Lund' } },
      state: 'ok',
      says: 'baseline-kept.imported',
    },
    { when: 'there is no site', facts: undefined, state: 'skipped', says: 'baseline-kept.none' },
  ],
  'template-suitable': [
    { when: 'nobody has touched it', facts: template, state: 'ok', says: 'template-suitable.ok' },
    {
      when: 'another set-up has met it before',
      facts: { ...template, sameAs: 'Fabrikam' },
      state: 'ok',
      says: 'template-suitable.known',
    },
    {
      when: 'it came as a file',
      facts: { ...template, sameAs: 'Fabrikam', imported: { from: 'file', taken: at } },
      state: 'ok',
      says: 'template-suitable.imported',
    },
    {
      when: 'another set-up has read it',
      facts: { ...template, sameAs: 'Fabrikam', shared: { by: 'Fabrikam', taken: at } },
      state: 'ok',
      says: 'template-suitable.shared',
    },
    {
      when: 'it came as a folder, which says nothing of dates',
      facts: { ...template, imported: { from: 'folder', taken: at } },
      state: 'warn',
      says: 'template-suitable.folder',
      owner: 'you',
    },
    {
      when: 'somebody has',
      facts: { ...template, touched: 2 },
      state: 'warn',
      says: 'template-suitable.touched',
      owner: 'you',
    },
    {
      when: 'it is the site itself',
      facts: { ...template, same: true },
      state: 'blocked',
      says: 'template-suitable.same',
      owner: 'you',
    },
    {
      when: 'it speaks another language',
      facts: { ...template, theirs: 1031 },
      state: 'blocked',
      says: 'template-suitable.language',
      owner: 'you',
    },
    {
      when: 'it is on another data model',
      facts: { ...template, models: { theirs: 'enhanced', ours: 'standard' } },
      state: 'blocked',
      says: 'template-suitable.model',
      owner: 'you',
    },
  ],
  'site-writable': [
    {
      when: 'it is on the standard model',
      facts: { model: 'standard', unread: [] },
      state: 'ok',
      says: 'site-writable.ok',
    },
    {
      when: 'it is on the enhanced one',
      facts: { model: 'enhanced', unread: [] },
      state: 'blocked',
      says: 'site-writable.enhanced',
      owner: 'you',
    },
    {
      when: 'it has records that nobody knows',
      facts: { model: 'enhanced', unread: ['one', 'two', 'three', 'four'] },
      state: 'blocked',
      says: 'site-writable.enhanced',
      owner: 'you',
    },
  ],
  'update-decided': [
    { when: 'all is decided', facts: settled, state: 'ok', says: 'update-decided.ok' },
    {
      when: 'something is open',
      facts: { ...settled, open: 3, writes: 0 },
      state: 'blocked',
      todo: true,
      says: 'update-decided.open',
      owner: 'you',
    },
    {
      when: 'a text would break',
      facts: { ...settled, faults: 1 },
      state: 'blocked',
      says: 'update-decided.faulty',
      owner: 'you',
    },
  ],
  'update-applied': [
    { when: 'nothing is left to write', facts: applied, state: 'ok', says: 'update-applied.ok' },
    {
      when: 'an update came to nothing new',
      facts: { ...applied, takenBack: true },
      state: 'ok',
      says: 'update-applied.ok',
    },
    {
      when: 'it isn’t written',
      facts: { ...applied, writes: 4 },
      state: 'blocked',
      says: 'update-applied.missing',
      owner: 'you',
    },
    {
      when: 'it was taken back',
      facts: { ...applied, writes: 4, takenBack: true },
      state: 'blocked',
      todo: true,
      says: 'update-applied.back',
      owner: 'you',
    },
    {
      when: 'it isn’t decided',
      facts: { ...applied, open: true },
      state: 'blocked',
      says: 'update-applied.open',
      owner: 'you',
    },
  ],
} satisfies Record<string, readonly JudgeCase[]>;
