import { ApiProblem } from '../data/api-problem.ts';
import type { TemplateDraft } from '../parts/update/template-source.ts';
import type { Snapshots } from '../parts/update/update-model.ts';
import type { Exhibit } from './exhibit.ts';
import { noDraft, noSnapshots } from './sample-model.ts';
import { runOf } from './sample-run.ts';
import * as sample from './sample-update.ts';
import { StepScreen } from './step-screen.tsx';

interface Shown {
  readonly id: string;
  readonly title: string;
  readonly draft: TemplateDraft;
  readonly give?: Partial<Snapshots['giveTemplate']>;
}

const fingerprint = '5c0f1a9be3d2'.repeat(6).slice(0, 64);
const taken = { records: 1251, taken: '2026-10-02T08:00:00.000Z', fingerprint };

const met = { setUp: 'Fabrikam Residences', seen: taken.taken };
const templates = [
  { value: 'known-1', label: 'Customer Portal reference', fitness: 1, facts: met },
  {
    value: 'known-2',
    label: 'Customer Portal 9',
    fitness: 0,
    facts: met,
    reason: { id: 'choices.known-template.stands' },
  },
];

/** Choosing a template that somebody kept, as far as it has come. */
const exhibit = ({ id, title, draft, give }: Shown): Exhibit => ({
  id,
  title,
  draw: () => {
    const giveTemplate: Snapshots['giveTemplate'] = {
      ...noSnapshots.giveTemplate,
      run: async (from, files, onTaken) => {
        onTaken({ ...taken, id: 'kept-1', language: 1033, from, name: files[0]?.name ?? '' });
        return true;
      },
      ...give,
    };
    const update = sample.updating({
      compared: false,
      templates: { status: 'ready', value: templates },
      snapshots: { ...noSnapshots, giveTemplate },
    });
    return (
      <StepScreen
        id="update"
        events={sample.reference}
        more={{
          choices: sample.environments,
          update: update(runOf(...sample.reference).state),
          draft: { ...noDraft, read: () => draft },
        }}
      />
    );
  },
});

export const snapshotExhibits: readonly Exhibit[] = [
  exhibit({
    id: 'update-from-set-up',
    title: 'New template: one that another set-up has',
    draft: { from: 'known', kept: 'known-1' },
  }),
  exhibit({ id: 'update-from-file', title: 'New template: from a file', draft: { from: 'file' } }),
  exhibit({
    id: 'update-file-taken',
    title: 'New template: a file was read',
    draft: { ...taken, from: 'file', kept: 'kept-1', name: 'customer-portal-10.json' },
  }),
  exhibit({
    id: 'update-folder-reading',
    title: 'New template: a folder is being read',
    draft: { from: 'folder' },
    give: { busy: true },
  }),
  exhibit({
    id: 'update-folder-refused',
    title: 'New template: a folder can’t be read',
    draft: { from: 'folder' },
    give: {
      problem: new ApiProblem(400, {
        code: 'folder-ambiguous',
        values: {
          file: 'web-pages/orders/Orders.webpage.yml',
          other: 'web-pages/order-history/Order-history.webpage.yml',
        },
      }),
    },
  }),
];
