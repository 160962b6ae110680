import type { Plant } from '../plant-source.ts';
import { believesAnyProof, ofWriting, sendsAgain } from '../shared-plants.ts';

const applying = 'apps/api/src/actions/apply-update.ts';
const preparing = 'apps/api/src/actions/apply-update/prepare.ts';
const writing = 'apps/api/src/actions/apply-update/write-all.ts';
const restarting = 'apps/api/src/actions/apply-update/restart-after.ts';
const requests = 'apps/api/src/site-config/write-requests.ts';
const sets = 'apps/api/src/site-config/write-plan.ts';
const last = 'apps/api/src/site-config/last-update.ts';
const capturing = 'apps/api/src/site-config/capture-standard.ts';

/** What somebody could get wrong, one at a time. The simulation must find each of them. */
export const plants = {
  ...ofWriting,
  'guards-nothing': {
    says: 'A row is written whatever version it has by then.',
    edits: [
      { file: requests, from: 'shape.guarded && etag !== undefined', to: 'shape.guarded && etag === ""' },
    ],
  },
  'guards-no-files': {
    says: 'What a file holds is written over, whoever has changed it since.',
    edits: [
      { file: requests, from: "{ 'If-Match': note.etag ?? '*' }", to: "{ 'If-Match': '*' }" },
      { file: sets, from: 'before.notes[write.id]?.etag !== notes[write.id]?.etag', to: 'write.id === ""' },
    ],
  },
  'undoes-any-version': {
    says: 'A row is put back whatever version it has by then.',
    edits: [{ file: last, from: 'return { ...write, etag };', to: 'return write;' }],
  },
  'deletes-with-the-file': {
    says: 'A new file is deleted with whatever it holds by then.',
    edits: [
      {
        file: requests,
        from: '...(target.notes[write.id] ? changeNote(write.id, null, target) : []),',
        to: '',
      },
    ],
  },
  'repeats-lost-sets': {
    says: 'A change set whose answer was lost is sent again at once.',
    edits: [
      ...sendsAgain,
      { file: sets, from: 'unanswered > 0 && hasCome(', to: 'unanswered > 99 && hasCome(' },
    ],
  },
  'asks-for-all-of-it': {
    says: 'A set hasn’t happened as long as somebody has edited one of its records since.',
    edits: [
      {
        file: 'apps/api/src/site-config/compare-rows.ts',
        from: 'is.size === 0 || since.length > still.length',
        to: 'is.size === 0 || since.length > 99 + still.length',
      },
    ],
  },
  'decides-for-ever': {
    says: 'What was decided of one update is decided of the next.',
    edits: [
      {
        file: 'apps/api/src/site-config/decisions-of.ts',
        from: 'seq > decided,',
        to: 'seq > decided - 1e9,',
      },
    ],
  },
  'leaves-half': {
    says: 'A refused set leaves those before it where they are.',
    edits: [{ file: writing, from: 'if (index > 0) await takeBack(targets, verbs, update, index);', to: '' }],
  },
  'takes-back-edited': {
    says: 'What somebody has edited since is no reason not to take the rest back.',
    edits: [
      {
        file: writing,
        from: "if (changed.length > 0) throw new Problem('site-edited', { values: named(changed) });",
        to: 'if (changed.length > 99) named(changed);',
      },
    ],
  },
  'moves-the-baseline-first': {
    says: 'The template counts as taken over before it is.',
    edits: [
      {
        file: applying,
        from: 'const ids = await writeAll(',
        to: "await verbs.once('early', () => keepBaseline(targets, update.content, {}));\n  const ids = await writeAll(",
      },
    ],
  },
  'keeps-the-old-baseline': {
    says: 'The next update is merged from what the one before was.',
    edits: [
      {
        file: applying,
        from: "await verbs.once('baseline', () => keepBaseline(targets, update.content, ids));",
        to: 'void [keepBaseline, ids];',
      },
    ],
  },
  'makes-pages-twice': {
    says: 'Nobody looks for the pages that the portal makes by itself.',
    edits: [
      { file: sets, from: 'return made ? [[id, textOf', to: 'return made && id === "" ? [[id, textOf' },
    ],
  },
  'ends-with-the-first-set': {
    says: 'The new pages are there, and that is all.',
    edits: [
      believesAnyProof,
      {
        file: writing,
        from: 'const sets = changeSetsOf(plan);',
        to: 'const sets = changeSetsOf(plan).slice(0, 1);',
      },
    ],
  },
  'plans-anew': {
    says: 'After a crash it is planned by a reading that nobody has seen.',
    edits: [
      {
        file: preparing,
        from: 'decidedUpdate(targets, looked.live ?? undefined)',
        to: 'decidedUpdate(targets)',
      },
    ],
  },
  'concludes-halves': {
    says: 'An update that was interrupted counts as one that is there.',
    edits: [
      { file: preparing, from: "if (!whole) throw new Problem('update-unfinished');", to: 'void whole;' },
    ],
  },
  'restarts-again': {
    says: 'A restart whose answer was lost is asked for again.',
    edits: [
      ...sendsAgain,
      {
        file: restarting,
        from: 'if (unanswered > 0 && (await isAway(targets, await addressOf(targets)))) return null;',
        to: '',
      },
    ],
  },
  'believes-file-rows': {
    says: 'A file counts as untouched whose content somebody has changed.',
    edits: [{ file: capturing, from: 'file?.untouched === false ?', to: 'file?.untouched === null ?' }],
  },
  'keeps-secrets': {
    says: 'The value of a secret is kept as it is.',
    edits: [
      {
        file: 'packages/merge/src/read-row.ts',
        from: "if (isSecret(table, fields)) fields['adx_value'] =",
        to: "if (table === '') fields['adx_value'] =",
      },
    ],
  },
  'forgets-contents': {
    says: 'A new file comes without what it holds.',
    edits: [
      { file: requests, from: '...(write.body ? [createNote(', to: '...(write.body === null ? [createNote(' },
    ],
  },
} satisfies Record<string, Plant>;
